import { Field, InputType } from "type-graphql";
import { confidence } from "../../domain/vocabularies/envelope.ts";
import type { FieldFilter } from "../../store/graph-store.ts";
import { enumOf } from "../kind/enum-of.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

const confidenceEnum = enumOf(confidence);

@InputType("RelationshipListFilter", {
  description: "Conditions on relationships of any kind that must all hold.",
})
export class RelationshipListFilterInput {
  @Field(() => [confidenceEnum], {
    nullable: true,
    description: "How much the curator trusts it: one of these.",
  })
  readonly confidence?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a rule concludes it. What is not stated is neither true nor false.",
  })
  readonly inferred?: boolean | null;
}

@InputType("RelationshipFilter", {
  description: "Conditions on the relationships of a record that must all hold.",
})
export class RelationshipFilterInput extends RelationshipListFilterInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what holds, or may hold, on this day; default: of all time.",
  })
  readonly asOf?: string | null;
}

/** The conditions on fields; the one on validity is not among them. */
export function relationshipFilters(filter: RelationshipListFilterInput | undefined): FieldFilter[] {
  const { confidence: words, inferred } = filter ?? {};
  return [
    ...(words === undefined || words === null ? [] : [{ field: "confidence", in: words }]),
    ...(inferred === undefined || inferred === null ? [] : [{ field: "inferred", in: [inferred] }]),
  ];
}
