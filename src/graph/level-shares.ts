/**
 * The most even shares that intervals allow: everyone at a common level, clipped to his own interval.
 *
 * This point is majorised by every other feasible one, so it has the least HHI and the least concentration ratio of any
 * order at once. The level is found by a scan over the interval ends. Unknown firms of a limited number join in, each
 * from 0 to the cap; an unlimited number of them takes all that is free in parts as small as one likes, and the least
 * value is then a limit that is not attained. Cost O(n log n).
 */
import type { IntervalMarket } from "./interval-market.ts";

export interface LevelShares {
  /** By named firm. */
  readonly shares: readonly number[];
  /** Share of each unknown firm; 0 in the limit of infinitely many. */
  readonly restShare: number;
  /** `false` if the point is only a limit. */
  readonly attained: boolean;
}

export function levelShares(market: IntervalMarket): LevelShares {
  const { lows, highs, free, restCap, restFirms } = market;
  if (restCap > 0 && restFirms === Infinity) return { shares: lows, restShare: 0, attained: false };
  const level = commonLevel(market);
  const clip = (low: number, high: number): number => Math.min(Math.max(level, low), high);
  return {
    shares: lows.map((low, i) => (free === 0 ? low : clip(low, highs[i]!))),
    restShare: restCap > 0 ? clip(0, restCap) : 0,
    attained: true,
  };
}

/** The level at which the clipped shares give out exactly what is free. */
function commonLevel({ lows, highs, free, restCap, restFirms }: IntervalMarket): number {
  /** Where the number of firms that rise with the level changes, and by how much. */
  const ends = [
    ...lows.map((low) => ({ at: low, change: 1 })),
    ...highs.map((high) => ({ at: high, change: -1 })),
  ];
  if (restCap > 0) ends.push({ at: 0, change: restFirms }, { at: restCap, change: -restFirms });
  ends.sort((a, b) => a.at - b.at);
  let level = ends[0]?.at ?? 0;
  let rising = 0;
  let left = free;
  for (const { at, change } of ends) {
    const taken = rising * (at - level);
    if (taken >= left && rising > 0) return level + left / rising;
    left -= taken;
    level = at;
    rising += change;
  }
  return level;
}
