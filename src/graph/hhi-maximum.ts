/**
 * The greatest HHI that intervals allow.
 *
 * A convex function has its maximum at a vertex: all firms at an end of their interval except at most one, or all unknown
 * firms at 0 or the cap except at most one. Up to 20 firms with an open interval the vertices are enumerated, O(2^n n).
 * Beyond that there is a certified upper bound: each square is replaced by its chord, which leaves a fractional knapsack
 * with slopes low + high, O(n log n).
 */
import { restCapacity } from "./interval-market.ts";
import type { IntervalMarket } from "./interval-market.ts";

const MAX_ENUMERATED = 20;
const ROUNDING = 1e-9;

export interface HhiMaximum {
  readonly max: number;
  /** By named firm: one point of greatest HHI; undefined if the maximum is only a bound. */
  readonly argmax: readonly number[] | undefined;
}

export function hhiMaximum(market: IntervalMarket): HhiMaximum {
  const { lows, highs, free } = market;
  const open = [...lows.keys()].filter((i) => free > 0 && highs[i]! > lows[i]!);
  if (open.length > MAX_ENUMERATED) {
    const clipped = highs.map((high, i) => Math.min(high, lows[i]! + free));
    return { max: hhiUpperBound({ ...market, highs: clipped }), argmax: undefined };
  }
  return bestVertex(market, open);
}

/** Upper bound by chords; equal to the maximum when no firm ends strictly inside its interval. */
export function hhiUpperBound(market: IntervalMarket): number {
  const { lows, highs, free, restCap } = market;
  const items = lows.map((low, i) => ({ slope: low + highs[i]!, width: highs[i]! - low }));
  items.push({ slope: restCap, width: restCapacity(market) });
  items.sort((a, b) => b.slope - a.slope);
  let bound = lows.reduce((total, low) => total + low * low, 0);
  let left = free;
  for (const { slope, width } of items) {
    const taken = Math.min(width, left);
    bound += slope * taken;
    left -= taken;
  }
  return bound;
}

/** Runs over the sets of firms at their high end; by set: what that uses up, and what it adds to the index. */
function bestVertex(market: IntervalMarket, open: readonly number[]): HhiMaximum {
  const { lows, highs, free } = market;
  const base = lows.reduce((total, low) => total + low * low, 0);
  const used = new Float64Array(2 ** open.length);
  const added = new Float64Array(2 ** open.length);
  let best = -Infinity;
  let bestSet = 0;
  let bestInside = -1;
  let bestShare = 0;
  for (let set = 0; set < used.length; set++) {
    if (set > 0) {
      const last = 31 - Math.clz32(set);
      const firm = open[last]!;
      const without = set ^ (1 << last);
      used[set] = used[without]! + highs[firm]! - lows[firm]!;
      added[set] = added[without]! + highs[firm]! ** 2 - lows[firm]! ** 2;
    }
    const left = free - used[set]!;
    if (left < -ROUNDING) continue;
    const rest = restSquares(market, Math.max(0, left));
    if (base + added[set]! + rest > best) {
      best = base + added[set]! + rest;
      bestSet = set;
      bestInside = -1;
    }
    for (let bit = 0; bit < open.length; bit++) {
      if (set & (1 << bit)) continue;
      const firm = open[bit]!;
      const inside = bestInsideShare(market, lows[firm]!, highs[firm]!, left);
      if (base + added[set]! + inside.gain <= best) continue;
      best = base + added[set]! + inside.gain;
      bestSet = set;
      bestInside = firm;
      bestShare = inside.share;
    }
  }
  const argmax = [...lows];
  for (const [bit, firm] of open.entries()) if (bestSet & (1 << bit)) argmax[firm] = highs[firm]!;
  if (bestInside !== -1) argmax[bestInside] = bestShare;
  return { max: best, argmax };
}

/** Greatest sum of squares of unknown firms that hold `amount` together; -Infinity if they cannot. */
function restSquares(market: IntervalMarket, amount: number): number {
  if (amount > restCapacity(market) + ROUNDING) return -Infinity;
  if (amount === 0 || market.restCap === 0) return 0;
  const full = Math.floor(amount / market.restCap);
  return full * market.restCap ** 2 + (amount - full * market.restCap) ** 2;
}

/** One named firm strictly inside, every unknown firm at 0 or the cap: convex in their number, so an extreme is best. */
function bestInsideShare(
  { restCap, restFirms }: IntervalMarket,
  low: number,
  high: number,
  left: number,
): { readonly gain: number; readonly share: number } {
  const none = { gain: -Infinity, share: low };
  const least = restCap === 0 ? 0 : Math.max(0, Math.ceil((left - (high - low) - ROUNDING) / restCap));
  const most = restCap === 0 ? 0 : Math.min(restFirms, Math.floor((left + ROUNDING) / restCap));
  let best = none;
  for (const full of least <= most ? [least, most] : []) {
    const share = low + Math.max(0, left - full * restCap);
    if (share > high + ROUNDING) continue;
    const gain = share ** 2 - low ** 2 + full * restCap ** 2;
    if (gain > best.gain) best = { gain, share };
  }
  return best;
}
