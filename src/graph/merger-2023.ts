/**
 * The structural presumption of the US Merger Guidelines of 18 December 2023, Guideline 1.
 *
 * Presumed harmful: post-merger HHI above 1,800 and delta above 100, or merged share above 30 % and delta above 100.
 * All comparisons are strict; values within 1e-9 of a threshold count as equal to it, so that rounding decides nothing.
 * It is a presumption for antitrust markets: a market of a component is not one.
 */
import type { MergerBounds } from "./merger-bounds.ts";

const HIGHLY_CONCENTRATED = 1800;
const MODERATELY_CONCENTRATED = 1000;
const DELTA_THRESHOLD = 100;
const SHARE_THRESHOLD = 30;
const ROUNDING = 1e-9;

export interface Presumption2023 {
  readonly byHhi: boolean;
  readonly byShare: boolean;
  readonly presumed: boolean;
}

/** For known values: indices on 0 to 10,000, share in percent. */
export function merger2023(merger: {
  readonly postHhi: number;
  readonly delta: number;
  readonly mergedShare: number;
}): Presumption2023 {
  const enough = isAbove(merger.delta, DELTA_THRESHOLD);
  const byHhi = enough && isAbove(merger.postHhi, HIGHLY_CONCENTRATED);
  const byShare = enough && isAbove(merger.mergedShare, SHARE_THRESHOLD);
  return { byHhi, byShare, presumed: byHhi || byShare };
}

export type ThreeValued = "yes" | "no" | "cannot tell";

/**
 * For bounds: "yes" if the presumption holds however the unknown is filled in, "no" if it never does.
 * Yes: min delta above 100, and the merged share always above 30 or, wherever it is not, post-merger HHI above 1,800.
 */
export function merger2023OfBounds(bounds: MergerBounds): ThreeValued {
  const { delta, postHhi, mergedShare, leastPostHhiUpTo30 } = bounds;
  const alwaysOneRoute =
    isAbove(mergedShare.min, SHARE_THRESHOLD) ||
    (leastPostHhiUpTo30 !== undefined && isAbove(leastPostHhiUpTo30, HIGHLY_CONCENTRATED));
  if (isAbove(delta.min, DELTA_THRESHOLD) && alwaysOneRoute) return "yes";
  const someRoute = isAbove(postHhi.max, HIGHLY_CONCENTRATED) || isAbove(mergedShare.max, SHARE_THRESHOLD);
  return isAbove(delta.max, DELTA_THRESHOLD) && someRoute ? "cannot tell" : "no";
}

export type Concentration2023 = "unconcentrated" | "moderately concentrated" | "highly concentrated";

/** The bands of 2023: from 1,000 moderately, above 1,800 highly concentrated. */
export function concentration2023(index: number): Concentration2023 {
  if (isAbove(index, HIGHLY_CONCENTRATED)) return "highly concentrated";
  return index >= MODERATELY_CONCENTRATED - ROUNDING ? "moderately concentrated" : "unconcentrated";
}

function isAbove(value: number, threshold: number): boolean {
  return value > threshold + ROUNDING;
}
