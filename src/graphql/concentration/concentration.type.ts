import { Field, Float, Int, ObjectType } from "type-graphql";
import { measure } from "../../domain/vocabularies/supply.ts";
import type { Interval } from "../../risk/answer.ts";
import type { MarketBasis } from "../../risk/concentration/market-entry.ts";
import type { Market, MarketMember } from "../../risk/concentration/market-answer.ts";
import { band, marketGroup } from "../../risk/concentration/market.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { FactType } from "../fact/fact.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { MarketEstimateType } from "../market-estimate/market-estimate.type.ts";
import { marketKindEnum } from "./market-kind.enum.ts";

const [bandEnum, measureEnum] = [enumOf(band), enumOf(measure)];
export const groupEnum = enumOf(marketGroup);

@ObjectType("Market", { description: "What is shared out.", simpleResolvers: true })
export class MarketType {
  @Field(() => marketKindEnum, { description: "Which market." })
  readonly kind!: string;

  @Field(() => EntityType, { description: "Its subject." })
  readonly subject!: RecordNode;

  @Field(() => String, { description: "What is shared, in words: scope, basis, period and who says so." })
  readonly sentence!: string;

  @Field(() => measureEnum, { description: "What the shares are shares of." })
  readonly measure!: string;

  @Field(() => String, {
    nullable: true,
    description: "The basis of the amounts, or what the statement shares out.",
  })
  readonly basis!: string | null;
}

@ObjectType("MarketMember", {
  description: "One participant of a market, or several under one figure.",
  simpleResolvers: true,
})
export class MarketMemberType {
  @Field(() => [EntityType], {
    description: "Who it is, at most 100; empty for firms that the graph has no record of.",
  })
  readonly nodes!: readonly RecordNode[];

  @Field(() => String, { description: "Its name, or the names of all." })
  readonly label!: string;

  @Field(() => IntervalType, { description: "Its share, a fraction from 0 to 1." })
  readonly share!: Interval;

  @Field(() => IntervalType, {
    nullable: true,
    description: "The amount behind the share; null when only a share is stated.",
  })
  readonly amount!: Interval | null;

  @Field(() => [ContractType], { description: "The contracts that add up to it, at most 100." })
  readonly contracts!: readonly RecordNode[];

  @Field(() => [EvidenceType], { description: "What sources say of it, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}

@ObjectType("MarketBasis", {
  description: "What the amounts of a market on one basis add up to. Bases are never added to each other.",
  simpleResolvers: true,
})
export class MarketBasisType {
  @Field(() => String, { description: "MW, or a currency." })
  readonly unit!: string;

  @Field(() => String, { description: "What is counted." })
  readonly basis!: string;

  @Field(() => Int, { description: "How many contracts, sites or supplies state an amount on it." })
  readonly entries!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "At the least; null where nobody states the basis of several amounts: they may count different things.",
  })
  readonly low!: number | null;

  @Field(() => Float, { nullable: true, description: "At the most; null like the least." })
  readonly high!: number | null;
}

@ObjectType("Concentration", {
  description: "How concentrated a market is: bounds wherever a share is unknown.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class ConcentrationType {
  @Field(() => MarketType, { description: "The market." })
  readonly market!: Market;

  @Field(() => MarketEstimateType, {
    nullable: true,
    description: "The published statement; null for a market by contract.",
  })
  readonly estimate!: RecordNode | null;

  @Field(() => groupEnum, { description: "What counts as one participant." })
  readonly groupBy!: string;

  @Field(() => Int, { description: "How many participants there are." })
  readonly memberCount!: number;

  @Field(() => [MarketMemberType], { description: "The participants, largest first, at most 100." })
  readonly members!: readonly MarketMember[];

  @Field(() => IntervalType, { description: "Herfindahl–Hirschman index on the scale of 0 to 10,000." })
  readonly hhi!: Interval;

  @Field(() => Float, {
    nullable: true,
    description:
      "The index with the unknown rest spread thin: at least this. Null below the coverage floor, and while a contract of unknown size is in it.",
  })
  readonly headline!: number | null;

  @Field(() => IntervalType, { description: "How many equal participants would give the same index." })
  readonly effectiveNumber!: Interval;

  @Field(() => IntervalType, { description: "Share of the largest participant." })
  readonly cr1!: Interval;

  @Field(() => IntervalType, { description: "Share of the three largest together." })
  readonly cr3!: Interval;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share that is given to one identified participant each, from 0 to 1; null when the shares contradict each other.",
  })
  readonly covered!: number | null;

  @Field(() => [MarketBasisType], {
    description:
      "What each basis adds up to, that which most of them state first; one of them is the answer's, `market.basis` of the next question may be another. Empty for a published statement; at most one a basis.",
  })
  readonly bases!: readonly MarketBasis[];

  @Field(() => IntervalType, {
    nullable: true,
    description:
      "What of the amounts nobody has by name, such as debt whose lenders no source names; null for a published statement.",
  })
  readonly unnamed!: Interval | null;

  @Field(() => Int, {
    description: "How many contracts, sites or supplies of the market state no amount on the basis.",
  })
  readonly uncountedCount!: number;

  @Field(() => [FactType], { description: "Those, by id, at most 100." })
  readonly uncounted!: readonly RecordNode[];

  @Field(() => bandEnum, { description: "Where the index lies on the scale of the merger guidelines." })
  readonly band!: string;

  @Field(() => String, { description: "What the answer does not say." })
  readonly caveat!: string;

  @Field(() => [MarketEstimateType], {
    description: "Other statements on the same market, best first, at most 100; never mixed in.",
  })
  readonly otherEstimates!: readonly RecordNode[];
}
