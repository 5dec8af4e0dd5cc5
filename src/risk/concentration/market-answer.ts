import type { RecordId } from "../../domain/ids.ts";
import { MAX_EXAMPLES, type Answer, type Exclusion, type Interval } from "../answer.ts";
import type { FilteredRecord, MarketBasis } from "./market-entry.ts";
import type { Band, MarketGroup, MarketInput } from "./market.ts";
import type { ShareMeasures } from "./share-measures.ts";

export interface Market {
  readonly kind: MarketInput["kind"];
  readonly subject: RecordId;
  /** What is shared, in words: scope, basis, period and who says so. */
  readonly sentence: string;
  readonly measure: string;
  readonly basis: string | null;
}

export interface MarketMember {
  readonly nodes: readonly RecordId[];
  readonly label: string;
  /** Fraction 0–1. */
  readonly share: Interval;
  readonly amount: Interval | null;
  readonly contracts: readonly RecordId[];
  /** Facts whose evidence supports it. */
  readonly facts: readonly RecordId[];
}

export interface Concentration extends Answer, ShareMeasures {
  readonly market: Market;
  readonly estimate: RecordId | null;
  readonly groupBy: MarketGroup;
  /** Largest first. */
  readonly members: readonly MarketMember[];
  /** The HHI with the unknown rest spread thin: at least this. Null below the coverage floor. */
  readonly headline: number | null;
  /** What each basis of its amounts adds up to, the commonest first; only one of them is the answer's. Empty for a statement. */
  readonly bases: readonly MarketBasis[];
  /** What nobody by name has of the amounts; null for a statement. */
  readonly unnamed: Interval | null;
  /** Contracts, sites or relationships in the market without an amount on the basis, by id. */
  readonly uncounted: readonly RecordId[];
  readonly band: Band;
  readonly caveat: string;
  /** Other statements on the same market, best first; never mixed in. */
  readonly otherEstimates: readonly RecordId[];
}

/** Counts what filters took away, by filter. */
export function exclusionsOf(filtered: readonly FilteredRecord[]): readonly Exclusion[] {
  return ["asOf", "minConfidence", "minStage", "minCertainty"].flatMap((filter) => {
    const ids = filtered.filter((entry) => entry.filter === filter).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ filter, count: ids.length, examples: ids.slice(0, MAX_EXAMPLES) }];
  });
}
