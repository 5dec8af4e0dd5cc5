import { Field, Int, ObjectType } from "type-graphql";
import { certainty } from "../../domain/channels.ts";
import type { Interval } from "../../risk/answer.ts";
import type { Hop } from "../../risk/hop.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import { HopType } from "./hop.type.ts";

const certaintyEnum = enumOf(certainty);

@ObjectType("DependencyPath", {
  description: "One story: how the first thing depends on the last, hop by hop.",
  simpleResolvers: true,
})
export class DependencyPathType {
  @Field(() => String, { description: "The whole story in a plain sentence." })
  readonly sentence!: string;

  @Field(() => [HopType], { description: "Its hops in order; at most as many as maxHops." })
  readonly hops!: readonly Hop[];

  @Field(() => Int, { description: "Number of hops." })
  readonly length!: number;

  @Field(() => certaintyEnum, { description: "How sure it is: as sure as its weakest hop." })
  readonly certainty!: string;

  @Field(() => HopType, { description: "The hop on which it stands worst." })
  readonly weakest!: Hop;

  @Field(() => IntervalType, {
    nullable: true,
    description: "Product of the shares of its hops; null unless all are known.",
  })
  readonly share!: Interval | null;

  @Field(() => Int, { description: "Independent origins behind its worst-sourced hop." })
  readonly independentOrigins!: number;

  @Field(() => Int, {
    description: "Contracts on its hops, added up; a contract and its parts on one hop count as one.",
  })
  readonly parallelContracts!: number;
}
