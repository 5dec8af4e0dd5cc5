import type { EmptyReason } from "../answer.ts";
import { bandOf, type Band } from "./market.ts";
import type { ShareMeasures } from "./share-measures.ts";

/** Below this part of a market given to identified participants there is no headline, only bounds. */
export const COVERAGE_FLOOR = 0.5;

/** What a market is not; `parts` are what its amounts are of. */
export function caveatOn(parts: string): string {
  return `A market here is what a source shares out or what ${parts} in the graph add up to, not a market in law.`;
}

const CAVEAT = caveatOn("contracts");

export interface Verdict {
  readonly headline: number | null;
  readonly band: Band;
  readonly caveat: string;
  readonly reason: EmptyReason | null;
}

/** What may be said in one number and one word; `isKnown` is false while something of unknown size or owner could change it. */
export function verdict(
  { hhi, covered }: ShareMeasures,
  members: number,
  emptyReason: EmptyReason,
  isKnown = true,
): Verdict {
  const isCovered = isKnown && members > 0 && covered !== null && covered >= COVERAGE_FLOOR;
  const caveat =
    covered === null && members > 0
      ? `The shares add up to more than the whole: no index can be given. ${CAVEAT}`
      : CAVEAT;
  if (members === 0) return { headline: null, band: "CANNOT_TELL", caveat, reason: emptyReason };
  return {
    headline: isCovered ? hhi.low : null,
    band: bandOf(hhi.low, hhi.high),
    caveat,
    reason: isCovered ? null : "BELOW_COVERAGE_FLOOR",
  };
}
