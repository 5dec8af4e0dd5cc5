import { Field, Int, ObjectType } from "type-graphql";
import type { DependencyPath } from "../../risk/dependency-path.ts";
import { direction, type Tier } from "../../risk/reach.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { DependencyPathType } from "../dependency-paths/dependency-path.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";

export const directionEnum = enumOf(direction);

@ObjectType("Tier", { description: "How many things lie so many hops away.", simpleResolvers: true })
export class TierType {
  @Field(() => Int, { description: "Number of hops." })
  readonly tier!: number;

  @Field(() => Int, { description: "How many things." })
  readonly count!: number;
}

@ObjectType("Reached", {
  description: "One thing that is reached, with one best path.",
  simpleResolvers: true,
})
export class ReachedType {
  @Field(() => EntityType, { description: "The thing." })
  readonly node!: RecordNode;

  @Field(() => Int, { description: "Hops from the start." })
  readonly tier!: number;

  @Field(() => DependencyPathType, {
    description: "One best path, from what depends to what it depends on, whichever way was looked.",
  })
  readonly path!: () => DependencyPath | null;
}

@ObjectType("Reach", {
  description: "Everything that a thing depends on, or that depends on it, by tier.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class ReachType {
  @Field(() => EntityType, { description: "Where the look starts." })
  readonly from!: RecordNode;

  @Field(() => directionEnum, { description: "Which way it looks." })
  readonly direction!: string;

  @Field(() => [TierType], { description: "Counts by tier, nearest first; at most as many as maxHops." })
  readonly tiers!: readonly Tier[];
}
