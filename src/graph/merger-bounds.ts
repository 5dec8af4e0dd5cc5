/**
 * Bounds of a merger of two firms when shares are intervals, in percent.
 *
 * The merged share lies between the sums of the ends, clipped by what the other firms must and can hold. Delta = 2 s_a s_b
 * rises with both shares: least at an end of the least merged share, greatest at the greatest merged share divided as
 * evenly as the intervals allow. The HHI after the merger is that of the list with one interval for the merged share.
 * With a residual a merging party may also own part of the unknown rest, unless the parties' shares are complete.
 * Exact where hhiOfIntervals is.
 */
import { hhiOfIntervals } from "./hhi-bounds.ts";
import { intervalMarket, restCapacity, sum } from "./interval-market.ts";
import type { IntervalMarket, IntervalOptions, ShareInterval } from "./interval-market.ts";
import { requireMerging } from "./merger.ts";

export interface MergerOptions extends IntervalOptions {
  /** Sources say that the merging firms hold nothing of the residual. Default false. */
  readonly partiesComplete?: boolean | undefined;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface MergerBounds {
  readonly feasible: true;
  readonly delta: Bounds;
  readonly postHhi: Bounds;
  readonly mergedShare: Bounds;
  /** Least HHI after the merger over the completions with a merged share of at most 30; undefined if there are none. */
  readonly leastPostHhiUpTo30: number | undefined;
  /** `false`: `postHhi.max` is an upper bound that may not be attained. */
  readonly exact: boolean;
}

export type MergerOfIntervals = { readonly feasible: false } | MergerBounds;

/** `merging`: the indices of two firms. */
export function mergerOfIntervals(
  intervals: readonly ShareInterval[],
  merging: readonly [number, number],
  options: MergerOptions = {},
): MergerOfIntervals {
  requireMerging(merging, intervals.length);
  const [a, b] = merging;
  const others = intervals.filter((_, i) => i !== a && i !== b);
  const parties = partyIntervals([intervals[a]!, intervals[b]!], others, options);
  const market = intervalMarket([...parties, ...others], options);
  if (market === undefined) return { feasible: false };

  const mergedShare = mergedShareBounds(parties, market);
  const { min, max } = mergedShare;
  const post = hhiOfIntervals([[min, max], ...others], options);
  if (!post.feasible) return { feasible: false };
  const upTo30 = min > 30 ? undefined : hhiOfIntervals([[min, Math.min(max, 30)], ...others], options);
  return {
    feasible: true,
    delta: { min: leastDelta(parties, min), max: greatestDelta(parties, max) },
    postHhi: { min: post.min, max: post.max },
    mergedShare,
    leastPostHhiUpTo30: upTo30?.feasible ? upTo30.min : undefined,
    exact: post.exact,
  };
}

type Parties = readonly [ShareInterval, ShareInterval];

/** A party that may own part of the unknown rest can have all that the low ends of everyone else leave. */
function partyIntervals([a, b]: Parties, others: readonly ShareInterval[], options: MergerOptions): Parties {
  const { residual, total = 100, partiesComplete = false } = options;
  if (residual === undefined || partiesComplete) return [a, b];
  const room = total - sum(others.map(([low]) => low)) - a[0] - b[0];
  return [
    [a[0], Math.max(a[1], a[0] + room)],
    [b[0], Math.max(b[1], b[0] + room)],
  ];
}

/** `market` lists the two parties first. */
function mergedShareBounds([a, b]: Parties, market: IntervalMarket): Bounds {
  const { lows, highs, free } = market;
  const othersRoom = sum(highs.slice(2)) - sum(lows.slice(2)) + restCapacity(market);
  const min = a[0] + b[0] + Math.max(0, free - othersRoom);
  return {
    min,
    // By rounding alone the upper end could come out below the lower one.
    max: Math.max(min, Math.min(a[1] + b[1], a[0] + b[0] + free)),
  };
}

function leastDelta(parties: Parties, merged: number): number {
  const [least, most] = firstPartyRange(parties, merged);
  return 2 * Math.min(least * (merged - least), most * (merged - most));
}

function greatestDelta(parties: Parties, merged: number): number {
  const [least, most] = firstPartyRange(parties, merged);
  const share = Math.min(Math.max(merged / 2, least), most);
  return 2 * share * (merged - share);
}

/** What the first party can hold of a given merged share. */
function firstPartyRange([a, b]: Parties, merged: number): readonly [number, number] {
  return [Math.max(a[0], merged - b[1]), Math.min(a[1], merged - b[0])];
}
