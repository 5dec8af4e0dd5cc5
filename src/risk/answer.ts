import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import type { ComputedUnder } from "./fact-filter.ts";

export const emptyReason = vocabulary("EmptyReason", "Why an answer is empty or has no headline.", {
  NONE_DOCUMENTED: "A source says that there is none.",
  NOT_DOCUMENTED: "No source in the graph says so: it is not known, not excluded.",
  FILTERED_OUT:
    "There is an answer, but the filter leaves it out, be it the date alone, which is today where none is given; `excluded` says by which.",
  NOTHING_FALLS:
    "Something depends on it, but no thing falls and no measured part is lost: others stand in, or the graph has no measure of the loss.",
  NOTHING_STOPS:
    "It depends on something, but no loss of so few things is known to stop it: others stand in, it only loses a part, or it runs already.",
  SEARCH_CUT: "The search ended at a limit before it found one; `cut` says at which.",
  BELOW_COVERAGE_FLOOR: "Too little is known for one number: only bounds are given.",
});
export type EmptyReason = WordOf<typeof emptyReason>;

export const searchLimit = vocabulary("SearchLimit", "The limit at which a search ended.", {
  MAX_HOPS: "The number of hops that was asked for.",
  NODES_VISITED: "The number of nodes that a search may visit.",
  TIME: "The time budget.",
  PATHS: "The number of paths that was asked for.",
  SETS: "The number of sets that one answer lists.",
});
export type SearchLimit = WordOf<typeof searchLimit>;

/** A search that ended early, at which limit and how far it had come. */
export interface SearchCut {
  readonly limit: SearchLimit;
  readonly reached: number;
  readonly message: string;
}

/** What one filter took away: all by number, a few by name. */
export interface Exclusion {
  /** The filter's argument: asOf, minConfidence, minStage, minCertainty, avoid or kinds. */
  readonly filter: string;
  readonly count: number;
  /** Relationship ids, at most MAX_EXAMPLES. */
  readonly examples: readonly RecordId[];
}

export const MAX_EXAMPLES = 5;

/** Known over needed. `fraction` is null when it is not known how much is needed. */
export interface AnswerCoverage {
  /** What is counted, in words. */
  readonly counts: string;
  readonly known: number;
  readonly needed: number | null;
  readonly fraction: number | null;
  /** Facts without any date among those used. */
  readonly undated: number;
}

/** A number that is known (low = high), bounded, or open on a side (null). */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly basis: string | null;
}

export interface Answer {
  readonly computedUnder: ComputedUnder;
  readonly coverage: AnswerCoverage;
  readonly reason: EmptyReason | null;
  readonly cut: SearchCut | null;
  readonly excluded: readonly Exclusion[];
  /** Ids of the facts that it is made of, each once, by id; what the filter took away is not among them. Worked out when asked. */
  readonly facts: () => readonly RecordId[];
}

/** Each id once, by id. */
export function distinctFacts(ids: Iterable<RecordId>): readonly RecordId[] {
  return [...new Set(ids)].toSorted(compareStrings);
}

export function coverageOf(
  counts: string,
  known: number,
  needed: number | null,
  undated: number,
): AnswerCoverage {
  const fraction = needed === null || needed === 0 ? null : known / needed;
  return { counts, known, needed, fraction, undated };
}
