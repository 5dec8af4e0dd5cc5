import { Field, ObjectType } from "type-graphql";
import type { Interval } from "../../risk/answer.ts";
import type { Market } from "../../risk/concentration/market-answer.ts";
import { presumption } from "../../risk/merger/merger-market.ts";
import { MarketType } from "../concentration/concentration.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { MarketEstimateType } from "../market-estimate/market-estimate.type.ts";

export const presumptionEnum = enumOf(presumption);

@ObjectType("MergerMarket", {
  description:
    "One market in which both parties appear, before and after; null bounds where no share is known.",
  simpleResolvers: true,
})
export class MergerMarketType {
  @Field(() => MarketType, { description: "The market. It is no market in law." })
  readonly market!: Market;

  @Field(() => MarketEstimateType, {
    nullable: true,
    description: "The published statement; null for a market by contract, or without shares.",
  })
  readonly estimate!: RecordNode | null;

  @Field(() => IntervalType, { description: "Share of the acquirer's group, a fraction." })
  readonly acquirerShare!: Interval;

  @Field(() => IntervalType, { description: "Share of the target's group, a fraction." })
  readonly targetShare!: Interval;

  @Field(() => IntervalType, {
    description:
      "Share of both together. At the most what nobody is named for is theirs too, unless the statement is complete.",
  })
  readonly mergedShare!: Interval;

  @Field(() => IntervalType, { description: "HHI before, by ultimate parent." })
  readonly before!: Interval;

  @Field(() => IntervalType, { description: "HHI after." })
  readonly after!: Interval;

  @Field(() => IntervalType, { description: "How much the merger adds to the HHI." })
  readonly delta!: Interval;

  @Field(() => presumptionEnum, {
    description:
      "The structural presumption of the US Merger Guidelines of 2023, as if this were a market in law.",
  })
  readonly presumption!: string;

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;

  @Field(() => [EvidenceType], { description: "What sources say of it, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}
