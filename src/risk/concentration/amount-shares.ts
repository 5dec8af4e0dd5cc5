import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { coverageOf, type AnswerCoverage, type EmptyReason, type Interval } from "../answer.ts";
import { amountLines, type AmountLine } from "./amount-lines.ts";
import { measureAmounts, sharesOfLines } from "./amount-measures.ts";
import { CONTRACT_MARKETS, readContractMarket } from "./contract-market.ts";
import { groupCounted, groupUncounted } from "./group-entries.ts";
import type { MarketMember } from "./market-answer.ts";
import type { MarketContext } from "./market-context.ts";
import {
  onOneBasis,
  type BasisChoice,
  type FilteredRecord,
  type MarketBasis,
  type MarketReading,
} from "./market-entry.ts";
import { MARKET_RULES, type MarketGroup, type MarketInput, type MarketKind } from "./market.ts";
import { readPowerMarket } from "./power-market.ts";
import type { ShareMeasures } from "./share-measures.ts";
import { readOperators, readSites } from "./site-market.ts";

/** A market read off amounts: of contracts, sites, or supplies of power. */
export interface AmountShares {
  readonly measures: ShareMeasures;
  /** Largest first. */
  readonly members: readonly MarketMember[];
  readonly unit: string;
  readonly basis: string | null;
  readonly bases: readonly MarketBasis[];
  /** What nobody by name has; null where nothing counts. */
  readonly unnamed: Interval | null;
  /** What is in the market without an amount on the basis, by id. */
  readonly uncounted: readonly RecordId[];
  /** How many of them state nothing on it; of the others the least is known. */
  readonly unsized: number;
  /** How many things of the market name who has them, and how many things there are. */
  readonly named: number;
  readonly entries: number;
  readonly coverage: AnswerCoverage;
  readonly filtered: readonly FilteredRecord[];
  readonly emptyReason: EmptyReason;
}

/** Reads a market off amounts, on one basis and in the terms of one group. */
export function amountShares(
  context: MarketContext,
  { kind, subject }: MarketInput,
  group: MarketGroup,
  choice: BasisChoice,
): AmountShares {
  const { records } = context.projection;
  const reading = readMarket(context, kind, subject);
  const on = onOneBasis(reading.entries, choice);
  const grouped = amountLines(records, groupCounted(context, on.counted, group));
  const shown = amountLines(records, groupCounted(context, [...on.counted, ...on.atLeast], group));
  const entries = reading.entries.length;
  const named = reading.entries.filter(({ holders }) => holders.length > 0).length;
  const unsized = on.uncounted.length - on.atLeast.length;
  return {
    measures: measureAmounts(grouped, groupUncounted(context, on.uncounted, group), entries),
    members: membersOf(shown.lines, unsized === 0 ? sharesOfLines(shown) : [], on),
    unit: on.unit,
    basis: on.basis,
    bases: on.bases,
    unnamed: on.counted.length + on.atLeast.length === 0 ? null : amountOf(shown.unnamed, on),
    uncounted: [...new Set(on.uncounted.map(({ id }) => id))].toSorted(compareStrings),
    unsized,
    named,
    entries,
    coverage: coverageOfMarket(kind, reading, on.counted.length, named),
    filtered: reading.filtered,
    emptyReason: emptyReasonOf(reading, on.uncounted.length),
  };
}

/** The things of a market that amounts add up to, whatever its kind. */
export function readMarket(context: MarketContext, kind: MarketKind, subject: RecordId): MarketReading {
  const rule = CONTRACT_MARKETS[kind];
  if (rule !== undefined) return readContractMarket(context, rule, subject);
  switch (kind) {
    case "POWER_FOR":
      return readPowerMarket(context, subject);
    case "OPERATORS_IN":
      return readOperators(context, subject);
    case "SITES_OF":
      return readSites(context, subject);
    default:
      return { entries: [], filtered: [], undated: 0 };
  }
}

type Shown = Pick<AmountShares, "unit" | "basis">;

function membersOf(
  lines: readonly AmountLine[],
  shares: readonly (readonly [number, number])[],
  on: Shown,
): readonly MarketMember[] {
  return lines
    .map((line, position) => ({ line, share: shares[position] }))
    .toSorted((a, b) => b.line.amount[1] - a.line.amount[1] || compareStrings(a.line.key, b.line.key))
    .map(({ line, share }) => ({
      nodes: line.nodes,
      label: line.label,
      // Something of unknown size may be larger than all that is counted: amounts stand, shares do not.
      share: {
        low: share?.[0] ?? null,
        high: share?.[1] ?? null,
        unit: "fraction",
        basis: null,
      },
      amount: amountOf([line.hasOthers ? 0 : line.amount[0], line.amount[1]], on),
      contracts: line.contracts,
      facts: line.facts,
    }));
}

function amountOf([low, high]: readonly [number, number], { unit, basis }: Shown): Interval {
  return { low, high: Number.isFinite(high) ? high : null, unit, basis };
}

function coverageOfMarket(
  kind: MarketKind,
  { entries, undated }: MarketReading,
  counted: number,
  named: number,
): AnswerCoverage {
  if (kind === "LENDERS_TO") return coverageOf("debts that name a lender", named, entries.length, undated);
  const counts = `${MARKET_RULES[kind].amountsOf} with an amount on this basis`;
  return coverageOf(counts, counted, entries.length, undated);
}

/** No amounts: because nobody states one that can be added, because the filter leaves all out, or for want of any. */
function emptyReasonOf({ entries, filtered }: MarketReading, uncounted: number): EmptyReason {
  if (uncounted > 0) return "BELOW_COVERAGE_FLOOR";
  return filtered.length > 0 && entries.length === 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}
