import { Field, Int, ObjectType } from "type-graphql";
import { FactType } from "../fact/fact.type.ts";
import type { RecordNode } from "../kind/record-node.ts";

@ObjectType("Exclusion", { description: "What one filter took away.", simpleResolvers: true })
export class ExclusionType {
  @Field(() => String, {
    description: "The filter: asOf, minConfidence, minStage, minCertainty, avoid or kinds.",
  })
  readonly filter!: string;

  @Field(() => Int, { description: "How many facts it left out." })
  readonly count!: number;

  @Field(() => [FactType], { description: "Some of them by name, at most 5." })
  readonly examples!: readonly RecordNode[];
}
