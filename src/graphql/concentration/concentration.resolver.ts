import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { concentration } from "../../risk/concentration/concentration.ts";
import type { Concentration, Market, MarketMember } from "../../risk/concentration/market-answer.ts";
import type { MarketGroup } from "../../risk/concentration/market.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { questionOf } from "../answer/question-of.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { ConcentrationType, groupEnum, MarketMemberType, MarketType } from "./concentration.type.ts";
import { MarketInputType, toMarket } from "./market.input.ts";

@Resolver(() => ConcentrationType)
export class ConcentrationResolver {
  @Query(() => ConcentrationType, {
    description:
      "How concentrated is a market? By one published statement, or by the contracts of one subject; never mixed.",
  })
  concentration(
    @Ctx() context: RequestContext,
    @Arg("market", () => MarketInputType, { description: "The market." }) market: MarketInputType,
    @Arg("groupBy", () => groupEnum, {
      nullable: true,
      defaultValue: "COMPANY",
      description: "What counts as one participant.",
    })
    groupBy: MarketGroup | null,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): Concentration {
    const input = { market: toMarket(market), groupBy: groupBy ?? undefined, filter: toFactFilter(filter) };
    return concentration(questionOf(context), input);
  }

  @FieldResolver()
  estimate(@Root() { estimate }: Concentration, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, estimate);
  }

  @FieldResolver()
  otherEstimates(
    @Root() { otherEstimates }: Concentration,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, otherEstimates.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  memberCount(@Root() { members }: Concentration): number {
    return members.length;
  }

  @FieldResolver()
  members(@Root() { members }: Concentration): readonly MarketMember[] {
    return members.slice(0, MAX_PAGE_SIZE);
  }
}

@Resolver(() => MarketType)
export class MarketResolver {
  @FieldResolver()
  subject(@Root() { subject }: Market, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, subject);
  }
}

@Resolver(() => MarketMemberType)
export class MarketMemberResolver {
  @FieldResolver()
  nodes(@Root() { nodes }: MarketMember, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, nodes.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  contracts(@Root() { contracts }: MarketMember, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, contracts.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  evidence(@Root() { facts }: MarketMember, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, facts);
  }
}
