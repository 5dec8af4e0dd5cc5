import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { MarketKind } from "../../risk/concentration/market.ts";
import type { FailTogether } from "../../risk/merger/fail-together.ts";
import type { HoldingApart } from "../../risk/merger/holdings-apart.ts";
import type { MergerDeal } from "../../risk/merger/merger-deals.ts";
import type { MergerDependent, MergerLink } from "../../risk/merger/merger-link.ts";
import type { MergerMarket, Presumption2023 } from "../../risk/merger/merger-market.ts";
import { merger, type MergerImpact } from "../../risk/merger/merger.ts";
import type { ParallelDeal } from "../../risk/merger/parallel-deals.ts";
import type { SelfSupply } from "../../risk/merger/self-supply.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { projectedNodes } from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { ClaimType } from "../claim/claim.type.ts";
import { marketKindEnum } from "../concentration/market-kind.enum.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { HoldingApartType, MergerDealType, ParallelDealType } from "./merger-deal.type.ts";
import { MergerDependentType, MergerLinkType, SelfSupplyType } from "./merger-link.type.ts";
import { MergerMarketType, presumptionEnum } from "./merger-market.type.ts";
import { FailTogetherType, MergerImpactType } from "./merger.type.ts";

const MergerMarketConnection = connectionOf("MergerMarket", () => MergerMarketType);
const MergerLinkConnection = connectionOf("MergerLink", () => MergerLinkType);
const MergerDependentConnection = connectionOf("MergerDependent", () => MergerDependentType);
const SelfSupplyConnection = connectionOf("SelfSupply", () => SelfSupplyType);
const HoldingApartConnection = connectionOf("HoldingApart", () => HoldingApartType);

@Resolver(() => MergerImpactType)
export class MergerResolver {
  @Query(() => MergerImpactType, {
    description:
      "What would change if one company took over another: markets before and after, trade, contracts that become internal, sites, and the deal itself.",
  })
  merger(
    @Ctx() context: RequestContext,
    @Arg("acquirer", () => ID, { description: "The company that takes over." }) acquirer: RecordId,
    @Arg("target", () => ID, { description: "The company that is taken over; of another group." })
    target: RecordId,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): MergerImpact {
    return merger(questionOf(context), { acquirer, target, filter: toFactFilter(filter) });
  }

  @FieldResolver(() => MergerMarketConnection, {
    description:
      "Every market in which both appear: those that would be presumed harmful first, then those that can't be told by their shares, those that would not, and those without shares.",
  })
  markets(
    @Root() { markets }: MergerImpact,
    @Arg("kind", () => marketKindEnum, { nullable: true, description: "Only this kind; absent: all." })
    kind: MarketKind | null | undefined,
    @Arg("subject", () => ID, { nullable: true, description: "Only markets of this subject; absent: all." })
    subject: RecordId | null | undefined,
    @Arg("presumption", () => presumptionEnum, { nullable: true, description: "Only these; absent: all." })
    word: Presumption2023 | null | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<MergerMarket> {
    const position = ({ market, estimate }: MergerMarket): Position => ({
      key: `${market.kind} ${market.subject}`,
      id: estimate ?? market.subject,
    });
    const wanted = markets.filter(
      (entry) =>
        (kind ?? entry.market.kind) === entry.market.kind &&
        (subject ?? entry.market.subject) === entry.market.subject &&
        (word ?? entry.presumption) === entry.presumption,
    );
    return pageOf("markets", wanted, position, first, after);
  }

  @FieldResolver(() => MergerLinkConnection, {
    description:
      "How the two hang together: contracts, stakes, partnerships, then what one makes and the other needs.",
  })
  links(
    @Root() { links }: MergerImpact,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<MergerLink> {
    const position = ({ basis, channel, provider, component, facts }: MergerLink): Position => ({
      key: `${basis} ${channel ?? ""} ${provider ?? ""}`,
      id: component ?? facts[0] ?? "",
    });
    return pageOf("links", links, position, first, after);
  }

  @FieldResolver(() => MergerDependentConnection, {
    description: "Third parties that trade with one side in what the two trade in with each other.",
  })
  dependents(
    @Root() { dependents }: MergerImpact,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<MergerDependent> {
    const position = ({ node, channel, side, loses, component }: MergerDependent): Position => ({
      key: `${channel} ${side} ${loses} ${component ?? ""}`,
      id: node,
    });
    return pageOf("dependents", dependents, position, first, after);
  }

  @FieldResolver(() => SelfSupplyConnection, {
    description: "How far each would supply itself, and whom it could still turn to.",
  })
  selfSupply(
    @Root() { selfSupply }: MergerImpact,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<SelfSupply> {
    const position = ({ customer, channel, component }: SelfSupply): Position => ({
      key: `${channel} ${component ?? ""}`,
      id: customer,
    });
    return pageOf("selfSupply", selfSupply, position, first, after);
  }

  @FieldResolver(() => [MergerDealType], {
    description:
      "Purchases and offers between the two that were known by the day, ended ones too, the latest first; at most a few.",
  })
  deals(@Root() { deals }: MergerImpact): readonly MergerDeal[] {
    return deals.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "What was said of the deals, or of both companies, by the day, and the answers to it; by id, at most 100. Claims are no facts.",
  })
  claims(@Root() { claims }: MergerImpact, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, claims.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver(() => [ParallelDealType], {
    description: "Open purchases of others in what the parties make, by id, at most 100.",
  })
  parallelDeals(@Root() { parallelDeals }: MergerImpact): readonly ParallelDeal[] {
    return parallelDeals.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver(() => HoldingApartConnection, {
    description: "Stakes of either side in third companies that give no control, by id.",
  })
  holdingsApart(
    @Root() { holdingsApart }: MergerImpact,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<HoldingApart> {
    return pageOf("holdingsApart", holdingsApart, ({ stake }) => ({ key: "", id: stake }), first, after);
  }

  @FieldResolver(() => FailTogetherType, {
    description:
      "The failure that a merger adds: both fail at once. The two stay separate things, as making them one would join what neither joins.",
  })
  failTogether(@Root() { failTogether }: MergerImpact): FailTogether {
    return failTogether();
  }
}

interface Position {
  readonly key: string;
  readonly id: string;
}

function pageOf<Item>(
  scope: string,
  items: readonly Item[],
  positionOf: (item: Item) => Position,
  first: number,
  after: string | undefined,
): Connection<Item> {
  return toConnection(pageOfList(scope, items, positionOf, forwardPage({ first, after })), (item) => item);
}
