import { Field, Float, Int, ObjectType } from "type-graphql";
import { EvidenceType } from "../evidence/evidence.type.ts";

@ObjectType("RangeEnd", { description: "One end of a range of supported values.", simpleResolvers: true })
export class RangeEndType {
  @Field(() => Float, { description: "The value." })
  readonly value!: number;

  @Field(() => EvidenceType, {
    nullable: true,
    description: "What supports it; null for a headline value that no evidence repeats as a number.",
  })
  readonly evidence!: EvidenceType | null;
}

@ObjectType("SupportedRange", {
  description: "The values of one field that sources support, in one unit and on one basis.",
  simpleResolvers: true,
})
export class SupportedRangeType {
  @Field(() => String, { description: "The field." })
  readonly field!: string;

  @Field(() => String, {
    nullable: true,
    description: "The unit or currency of the values; null when not known.",
  })
  readonly unit!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the values count; null when the field has no basis.",
  })
  readonly basis!: string | null;

  @Field(() => Float, { nullable: true, description: "The value that the curator chose." })
  readonly headline!: number | null;

  @Field(() => RangeEndType, { description: "The least." })
  readonly least!: RangeEndType;

  @Field(() => RangeEndType, { description: "The greatest." })
  readonly greatest!: RangeEndType;

  @Field(() => Int, {
    description: "How many values count something else, another unit or basis, and were left out.",
  })
  readonly incomparable!: number;
}
