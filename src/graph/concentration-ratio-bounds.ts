/**
 * Bounds of the sum of the k greatest shares when shares are intervals, in percent.
 *
 * Minimum: the most even shares that are allowed (level-shares.ts). Maximum: the best of all choices of k firms, each
 * choice at its high ends as far as the low ends of the others leave room. Unknown firms may be among the k.
 * Exact up to 200,000 choices; beyond that `max` is the lesser of two upper bounds and `exact` is false.
 */
import { concentrationRatio } from "./hhi.ts";
import { requireCount } from "./input-checks.ts";
import { intervalMarket, sum } from "./interval-market.ts";
import type { IntervalMarket, IntervalOptions, ShareInterval } from "./interval-market.ts";
import { levelShares } from "./level-shares.ts";

const MAX_CHOICES = 200_000;

export type ConcentrationRatioOfIntervals =
  | { readonly feasible: false }
  | {
      readonly feasible: true;
      readonly min: number;
      readonly max: number;
      /** `false`: `max` is an upper bound that may not be attained. */
      readonly exact: boolean;
    };

export function concentrationRatioOfIntervals(
  intervals: readonly ShareInterval[],
  k: number,
  options: IntervalOptions = {},
): ConcentrationRatioOfIntervals {
  requireCount(k, 1, "k");
  const market = intervalMarket(intervals, options);
  if (market === undefined) return { feasible: false };
  const level = levelShares(market);
  const unknownFirms = market.restCap === 0 ? 0 : Math.min(k, market.restFirms);
  const even = [...level.shares, ...Array.from({ length: unknownFirms }, () => level.restShare)];
  const lows = [...market.lows, ...Array.from({ length: unknownFirms }, () => 0)];
  const highs = [...market.highs, ...Array.from({ length: unknownFirms }, () => market.restCap)];
  const exact = choices(market.lows.length + unknownFirms, k) <= MAX_CHOICES;
  return {
    feasible: true,
    min: concentrationRatio(even, k),
    max: exact ? greatest({ ...market, lows, highs }, k) : upperBound({ ...market, lows, highs }, k),
    exact,
  };
}

/** Best choice of k firms; enumerates them in lexicographic order. */
function greatest({ lows, highs, free }: IntervalMarket, k: number): number {
  const size = Math.min(k, lows.length);
  const chosen = Array.from({ length: size }, (_, i) => i);
  let best = 0;
  for (;;) {
    const high = sum(chosen.map((firm) => highs[firm]!));
    const low = sum(chosen.map((firm) => lows[firm]!));
    best = Math.max(best, Math.min(high, low + free));
    let last = size - 1;
    while (last >= 0 && chosen[last] === lows.length - size + last) last--;
    if (last < 0) return best;
    chosen[last]!++;
    for (let i = last + 1; i < size; i++) chosen[i] = chosen[i - 1]! + 1;
  }
}

function upperBound({ lows, highs, free }: IntervalMarket, k: number): number {
  return Math.min(concentrationRatio(highs, k), concentrationRatio(lows, k) + free);
}

/** Binomial coefficient, as a floating-point number. */
function choices(firms: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= Math.min(k, firms - k); i++) count *= (firms - i + 1) / i;
  return count;
}
