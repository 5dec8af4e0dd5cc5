import { Field, Int, ObjectType } from "type-graphql";
import { freshnessClass } from "../../domain/vocabularies/envelope.ts";
import { enumOf } from "../kind/enum-of.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";

const freshnessClassEnum = enumOf(freshnessClass);

@ObjectType("Freshness", { description: "The age of a fact's evidence.", simpleResolvers: true })
export class FreshnessType {
  @Field(() => PartialDateType, {
    nullable: true,
    description:
      "When its youngest source came out, or was read where it shows no date; what disputes it, was taken back or gives its coordinates does not count; of dates that overlap the later first day; null where no source says.",
  })
  readonly lastEvidence!: PartialDateType | null;

  @Field(() => freshnessClassEnum, { description: "How fast facts of its sort age." })
  readonly freshnessClass!: string;

  @Field(() => Int, { description: "How many days after its last evidence it is stale." })
  readonly staleAfterDays!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is; false on what can't change any more, null where the dates of its evidence are not known or not precise enough to tell.",
  })
  readonly isStale!: boolean | null;
}
