import { distinctFacts } from "../answer.ts";
import { IT_BASIS } from "../contract-amounts.ts";
import { amountShares, type AmountShares } from "./amount-shares.ts";
import { exclusionsOf, type Concentration } from "./market-answer.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketRequest } from "./market-request.ts";
import { amountMarketSentence } from "./market-sentence.ts";
import { MARKET_RULES, type MarketKind } from "./market.ts";
import { caveatOn, COVERAGE_FLOOR, verdict } from "./verdict.ts";

/** Contracts count from signature on; sites at every stage, since the basis of their megawatts says whether they are planned or live. */
export function countsFromSignature(kind: MarketKind): boolean {
  const { measures, amountsOf } = MARKET_RULES[kind];
  return measures.length > 0 && amountsOf !== "sites";
}

/** The answer of a market that contracts, sites or supplies of power add up to. */
export function marketByAmounts(
  context: MarketContext,
  { market, groupBy }: MarketRequest,
  measure: "MW" | "VALUE",
  otherEstimates: Concentration["otherEstimates"],
): Concentration {
  const { kind, subject } = market;
  const { amountsOf } = MARKET_RULES[kind];
  const shares = amountShares(context, market, groupBy, {
    measure,
    asked: market.basis,
    preferred: amountsOf === "contracts" && measure === "MW" ? IT_BASIS : undefined,
  });
  const { measures, members, unit, basis, uncounted } = shares;
  const isKnown = uncounted.length === 0 && shares.named >= COVERAGE_FLOOR * shares.entries;
  const sentence = amountMarketSentence(context.projection.records, { kind, subject, unit, basis, groupBy });
  return {
    ...measures,
    market: { kind, subject, sentence, measure, basis },
    estimate: null,
    groupBy,
    members,
    bases: shares.bases,
    unnamed: shares.unnamed,
    uncounted,
    facts: () => distinctFacts(members.flatMap(({ facts }) => facts)),
    ...verdict(measures, members.length, shares.emptyReason, isKnown),
    caveat: caveatOf(kind, shares),
    otherEstimates,
    computedUnder: countsFromSignature(kind) ? context.underContracts : context.under,
    coverage: shares.coverage,
    cut: null,
    excluded: exclusionsOf(shares.filtered),
  };
}

const ONE_OF: Readonly<Record<string, string>> = {
  contracts: "contract",
  sites: "site",
  "supplies of power": "supply of power",
};

function caveatOf(kind: MarketKind, { entries, uncounted, unsized, unnamed }: AmountShares): string {
  const { amountsOf } = MARKET_RULES[kind];
  const things = (count: number): string =>
    count === 1 ? `1 ${ONE_OF[amountsOf] ?? amountsOf}` : `${count} ${amountsOf}`;
  const atLeast = uncounted.length - unsized;
  return [
    unsized === 0
      ? []
      : `${things(unsized)} without an amount on this basis could change every share: the amounts stand, the shares are not known.`,
    atLeast === 0 ? [] : `Of ${things(atLeast)} only the least is known: it may be any larger.`,
    (unnamed?.high ?? 0) === 0 ? [] : (UNNAMED[kind] ?? "Part of it is in no known hand."),
    entries === 1 ? `It rests on one documented ${ONE_OF[amountsOf] ?? amountsOf}: others may exist.` : [],
    caveatOn(amountsOf),
  ]
    .flat()
    .join(" ");
}

const UNNAMED: Readonly<Partial<Record<MarketKind, string>>> = {
  LENDERS_TO:
    "Part of the debt has lenders whom no source in the graph names: they may be any firm, those named included.",
  OPERATORS_IN:
    "Of some sites no source in the graph says who operates them: it may be any firm, those named included.",
};
