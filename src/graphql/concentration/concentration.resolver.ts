import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { concentration } from "../../risk/concentration/concentration.ts";
import { concentrations, type Concentrations } from "../../risk/concentration/concentrations.ts";
import type { Concentration, Market, MarketMember } from "../../risk/concentration/market-answer.ts";
import type { MarketGroup, MarketKind } from "../../risk/concentration/market.ts";
import {
  answerConnectionOf,
  toAnswerConnection,
  type AnswerConnection,
} from "../answer/answer-connection.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { questionOf } from "../answer/question-of.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { ConcentrationType, groupEnum, MarketMemberType, MarketType } from "./concentration.type.ts";
import { marketKindEnum } from "./market-kind.enum.ts";
import { MarketInputType, toMarket } from "./market.input.ts";

const ConcentrationConnection = answerConnectionOf(
  "Concentration",
  () => ConcentrationType,
  "Markets with their concentration, worst first.",
);

const GROUP_OPTIONS = {
  nullable: true,
  description: "What counts as one participant; default: COMPANY, and FACILITY for SITES_OF.",
} as const;

function positionOf({ market }: Concentration): { readonly key: string; readonly id: string } {
  return { key: market.kind, id: market.subject };
}

@Resolver(() => ConcentrationType)
export class ConcentrationResolver {
  @Query(() => ConcentrationType, {
    description:
      "How concentrated is a market? By one published statement, or by what contracts, sites or supplies add up to; never mixed.",
  })
  concentration(
    @Ctx() context: RequestContext,
    @Arg("market", () => MarketInputType, { description: "The market." }) market: MarketInputType,
    @Arg("groupBy", () => groupEnum, GROUP_OPTIONS) groupBy: MarketGroup | null | undefined,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): Concentration {
    const input = { market: toMarket(market), groupBy: groupBy ?? undefined, filter: toFactFilter(filter) };
    return concentration(questionOf(context), input);
  }

  @Query(() => ConcentrationConnection, {
    description:
      "Every market of the graph that has a participant, worst first: by the least that its index can be, so that an unknown market never ranks as the worst. Places are countries, states, provinces and grids.",
  })
  concentrations(
    @Ctx() context: RequestContext,
    @Arg("kind", () => marketKindEnum, {
      nullable: true,
      description: "Only markets of this kind; absent: all.",
    })
    kind: MarketKind | null | undefined,
    @Arg("groupBy", () => groupEnum, GROUP_OPTIONS) groupBy: MarketGroup | null | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): AnswerConnection<Concentration, Concentrations> {
    const page = forwardPage({ first, after });
    const answer = concentrations(questionOf(context), {
      kind: kind ?? undefined,
      groupBy: groupBy ?? undefined,
      filter: toFactFilter(filter),
    });
    return toAnswerConnection(answer, answer.markets, "concentrations", positionOf, page);
  }

  @FieldResolver()
  uncountedCount(@Root() { uncounted }: Concentration): number {
    return uncounted.length;
  }

  @FieldResolver()
  uncounted(@Root() { uncounted }: Concentration, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, uncounted.slice(0, MAX_PAGE_SIZE));
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
