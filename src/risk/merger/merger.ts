import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { coverageOf, distinctFacts, type Answer, type EmptyReason } from "../answer.ts";
import { exclusionsOf } from "../concentration/market-answer.ts";
import type { FactFilter } from "../fact-filter.ts";
import { contractState, isInForce } from "../money/contract-state.ts";
import { partyLinks } from "../money/money-sides.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import { amountMarkets } from "./amount-markets.ts";
import { combinedSites, type CombinedSites } from "./combined-sites.ts";
import { documentedLinks } from "./contract-links.ts";
import { failTogether, type FailTogether } from "./fail-together.ts";
import { sharedContracts, isTradeChannel, type CountedContract } from "./group-contracts.ts";
import { holdingsApart, type HoldingApart } from "./holdings-apart.ts";
import { internalContracts, type InternalContracts } from "./internal-contracts.ts";
import { madeComponents } from "./made-components.ts";
import { mergerClaims, mergerDeals, type MergerDeal } from "./merger-deals.ts";
import { mergerDependents } from "./merger-dependents.ts";
import type { MergerDependent, MergerLink } from "./merger-link.ts";
import type { MergerMarket, Presumption2023 } from "./merger-market.ts";
import { mergerContext, type MergerContext } from "./merger-context.ts";
import { mergerSentence } from "./merger-sentence.ts";
import { parallelDeals, type ParallelDeal } from "./parallel-deals.ts";
import type { MergerSide, PartyGroup } from "./party-groups.ts";
import { selfSupplies, type SelfSupply } from "./self-supply.ts";
import { supplyLinks } from "./supply-links.ts";
import { supplyMarkets } from "./supply-markets.ts";

export const mergerKind = vocabulary("MergerKind", "How the parties of a merger stand to each other.", {
  HORIZONTAL: "Both appear in one market at least; nothing says that one provides what the other takes.",
  VERTICAL: "One provides what the other takes, or makes what the other's products need; no market has both.",
  BOTH: "Horizontal in some markets, and vertical.",
  NEITHER_DOCUMENTED: "The graph has no market with both and no trade between them: not known, not excluded.",
});
export type MergerKind = WordOf<typeof mergerKind>;

export interface MergerInput {
  readonly acquirer: RecordId;
  readonly target: RecordId;
  readonly filter?: FactFilter | undefined;
}

/** What a merger of two companies would change. Markets stand by kind, subject and statement; everything else by id. */
export interface MergerImpact extends Answer {
  readonly acquirer: PartyGroup;
  readonly target: PartyGroup;
  readonly kind: MergerKind;
  /** The worst of its markets; null when the graph has none with both. */
  readonly presumption: Presumption2023 | null;
  readonly sentence: string;
  readonly caveat: string;
  readonly markets: readonly MergerMarket[];
  readonly links: readonly MergerLink[];
  readonly dependents: readonly MergerDependent[];
  readonly selfSupply: readonly SelfSupply[];
  readonly internal: InternalContracts;
  readonly combined: CombinedSites;
  readonly deals: readonly MergerDeal[];
  readonly claims: readonly RecordId[];
  readonly parallelDeals: readonly ParallelDeal[];
  readonly holdingsApart: readonly HoldingApart[];
  /** Worked out when asked: three failures are evaluated. */
  readonly failTogether: () => FailTogether;
}

const CAVEAT =
  "A market here is what a source shares out or what contracts in the graph add up to, not a market in law: the presumption of the US Merger Guidelines of 2023 is about markets in law, and what nobody wrote about is in no sum of contracts or sites. What becomes internal is no saving by itself: one side's cost was the other's income. All links to third parties are taken to stay as they are.";

/** What would change if one company took over another: markets, trade, contracts that become internal, sites, and the deal itself. */
export function merger(question: Question, input: MergerInput): MergerImpact {
  const { projection } = question;
  const context = mergerContext(question, input.acquirer, input.target, input.filter);
  const { groups } = context;
  const under = context.before.underContracts;
  const { filtered, hidesLink, undated, ...found } = findings(question, context);
  const { markets, links, deals } = found;
  const kind = kindOf(markets, links);
  const presumption = worst(markets);
  return {
    acquirer: groups.acquirer,
    target: groups.target,
    kind,
    presumption,
    sentence: mergerSentence(projection, groups, { kind, presumption, ...found }),
    caveat: CAVEAT,
    ...found,
    failTogether: () => failTogether(question, groups, under),
    facts: () =>
      distinctFacts([
        ...[...markets, ...links, ...found.dependents].flatMap(({ facts }) => facts),
        ...[...found.selfSupply, ...found.combined.sites].flatMap(({ facts }) => facts),
        ...found.internal.contracts,
        ...deals.flatMap(({ contract, events }) => [contract, ...events]),
        ...found.claims,
        ...found.parallelDeals.map(({ contract }) => contract),
        ...found.holdingsApart.map(({ stake }) => stake),
      ]),
    computedUnder: under,
    coverage: coverageOf(
      "markets with both in which shares of both are known within bounds",
      markets.filter(({ delta }) => delta.high !== null).length,
      markets.length,
      undated,
    ),
    reason: reasonOf(kind, presumption, hidesLink),
    cut: null,
    excluded: exclusionsOf(filtered),
  };
}

type Findings = Pick<
  MergerImpact,
  | "markets"
  | "links"
  | "dependents"
  | "selfSupply"
  | "internal"
  | "combined"
  | "deals"
  | "claims"
  | "parallelDeals"
  | "holdingsApart"
> & {
  readonly filtered: Judged["filtered"];
  /** True where the two would have a contract or a market in common but for the filter. */
  readonly hidesLink: boolean;
  readonly undated: number;
};

/** Everything that is found on the two, part by part. */
function findings(question: Question, context: MergerContext): Findings {
  const { projection } = question;
  const { groups } = context;
  const { under } = context.before;
  const made = madeComponents(projection.records, groups, under);
  const supply = supplyMarkets(context, made);
  requireNotCancelled(question);
  const stated = new Set(supply.markets.map(({ market }) => `${market.kind} ${market.subject}`));
  const byAmounts = amountMarkets(context, stated);
  requireNotCancelled(question);
  const shared = judge(context);
  const combined = combinedSites(context);
  const links = [
    ...documentedLinks(projection, groups, shared.counting, under),
    ...supplyLinks(context, made, (side) => sitesOf(combined, side)),
  ];
  requireNotCancelled(question);
  const deals = mergerDeals(projection, groups, under.asOf);
  return {
    markets: [...supply.markets, ...byAmounts.markets].toSorted(worstFirst),
    links,
    dependents: mergerDependents(context, shared.counting, links),
    selfSupply: selfSupplies(context, shared.counting, links, made),
    internal: internalContracts(projection, groups, shared.counting, under),
    combined,
    deals,
    claims: mergerClaims(projection, groups, deals, under.asOf),
    parallelDeals: parallelDeals(question, groups, under, made),
    holdingsApart: holdingsApart(projection, groups, under),
    filtered: distinct([...supply.filtered, ...byAmounts.filtered, ...shared.filtered]),
    hidesLink: supply.hidesMarket || byAmounts.hidesMarket || shared.filtered.length > 0,
    undated: shared.undated,
  };
}

function sitesOf({ sites }: CombinedSites, side: MergerSide): readonly RecordId[] {
  return sites
    .filter(({ acquirer, target }) => (side === "ACQUIRER" ? acquirer : target).length > 0)
    .map(({ facility }) => facility);
}

interface Judged {
  readonly counting: readonly CountedContract[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
  readonly undated: number;
}

/** Which of the contracts between the two count at the date under the filter. */
function judge({ before, groups }: MergerContext): Judged {
  const { projection, underContracts: under } = before;
  const { records } = projection;
  const parties = new Set([...groups.acquirer.members, ...groups.target.members]);
  const judged = sharedContracts(projection, groups).map((entry) => {
    const { contract } = entry;
    return {
      entry,
      state: contractState(records, contract, partyLinks(records, parties, contract.id), under),
    };
  });
  return {
    counting: judged
      .filter(({ state }) => isInForce(state))
      .map(({ entry, state }) => ({ ...entry, isPerhaps: state.verdict === "MAYBE" })),
    filtered: judged
      .filter(({ state }) => !isInForce(state))
      .map(({ entry, state }) => ({ id: entry.contract.id, filter: state.filter ?? "asOf" })),
    undated: judged.filter(({ state }) => isInForce(state) && state.isUndated).length,
  };
}

function distinct(filtered: Judged["filtered"]): Judged["filtered"] {
  return [...new Map(filtered.map((entry) => [entry.id, entry])).values()];
}

/** Loans, stakes and partnerships are no trade. */
function isTrade({ channel, basis }: MergerLink): boolean {
  return isTradeChannel(channel) && basis !== "STAKE" && basis !== "PARTNERSHIP";
}

function kindOf(markets: readonly MergerMarket[], links: readonly MergerLink[]): MergerKind {
  const isVertical = links.some(isTrade);
  if (markets.length > 0) return isVertical ? "BOTH" : "HORIZONTAL";
  return isVertical ? "VERTICAL" : "NEITHER_DOCUMENTED";
}

const WORST: readonly Presumption2023[] = ["YES", "CANNOT_TELL", "NO"];

/** Those that would be presumed harmful, those that can't be told by their shares, those that would not, then those without shares. */
function worstFirst(a: MergerMarket, b: MergerMarket): number {
  const rank = ({ presumption: word, delta }: MergerMarket): number =>
    delta.high === null ? WORST.length : WORST.indexOf(word);
  return rank(a) - rank(b);
}

function worst(markets: readonly MergerMarket[]): Presumption2023 | null {
  return WORST.find((word) => markets.some(({ presumption }) => presumption === word)) ?? null;
}

function reasonOf(
  kind: MergerKind,
  presumption: Presumption2023 | null,
  hidesLink: boolean,
): EmptyReason | null {
  if (kind === "NEITHER_DOCUMENTED") return hidesLink ? "FILTERED_OUT" : "NOT_DOCUMENTED";
  return presumption === "CANNOT_TELL" ? "BELOW_COVERAGE_FLOOR" : null;
}
