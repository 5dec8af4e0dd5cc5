/**
 * A market whose shares are known as intervals, with or without an anonymous rest.
 *
 * The rest stands for firms that no source names: an unknown or known number of them, each with at most `cap`. It takes
 * whatever the named firms leave, possibly nothing. Shares are never rescaled: bounds that cannot add up to the total are
 * reported as infeasible, except for a difference within `tolerance`, where the nearest sum is taken as the total.
 */
import { GraphInputError } from "./graph-input-error.ts";
import { requireAmount, requireCount } from "./input-checks.ts";

/** Least and greatest share of one firm, in percent. */
export type ShareInterval = readonly [low: number, high: number];

export interface Residual {
  /** Greatest share of one unknown firm, such as the smallest published share of a top list. Default: no cap. */
  readonly cap?: number | undefined;
  /** How many unknown firms there are at most. Default: any number. */
  readonly firms?: number | undefined;
}

export interface IntervalOptions {
  /** Firms outside the list. Default: the list is complete. */
  readonly residual?: Residual | undefined;
  /** What all shares add up to. Default 100. */
  readonly total?: number | undefined;
  /** Greatest rounding error of the sum to be forgiven, in points. Default 1e-6; 0.5 for rounded sources. */
  readonly tolerance?: number | undefined;
}

export interface IntervalMarket {
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** What is to be given out above the lows; total = sum of lows + free. */
  readonly free: number;
  /** Greatest share of one unknown firm, at most `free`; 0 without a rest. */
  readonly restCap: number;
  /** Number of unknown firms; Infinity if it is not limited, 0 without a rest. */
  readonly restFirms: number;
}

/** `undefined` if no shares within the intervals add up to the total. */
export function intervalMarket(
  intervals: readonly ShareInterval[],
  options: IntervalOptions = {},
): IntervalMarket | undefined {
  const { residual, total = 100, tolerance = 1e-6 } = options;
  requireIntervals(intervals);
  requireAmount(total, "total");
  requireAmount(tolerance, "tolerance");
  const { cap = Infinity, firms = Infinity } = residual ?? { firms: 0 };
  if (firms !== Infinity) requireCount(firms, 0, "residual.firms");
  if (cap !== Infinity) requireAmount(cap, "residual.cap");
  const lows = intervals.map(([low]) => low);
  const highs = intervals.map(([, high]) => high);
  const sumLow = sum(lows);
  const room = sum(highs) - sumLow + (firms === 0 || cap === 0 ? 0 : cap * firms);
  const wanted = total - sumLow;
  if (wanted < -tolerance || wanted > room + tolerance) return undefined;
  const free = Math.max(0, Math.min(wanted, room));
  return { lows, highs, free, restCap: firms === 0 ? 0 : Math.min(cap, free), restFirms: firms };
}

/** Most that the unknown firms can hold together, at most `free`. */
export function restCapacity({ free, restCap, restFirms }: IntervalMarket): number {
  return restCap === 0 ? 0 : Math.min(free, restCap * restFirms);
}

/** Sum in index order. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function requireIntervals(intervals: readonly ShareInterval[]): void {
  for (const [i, [low, high]] of intervals.entries()) {
    requireAmount(low, `intervals[${i}][0]`);
    requireAmount(high, `intervals[${i}][1]`);
    if (low > high)
      throw new GraphInputError(`intervals[${i}]`, `ordered low to high, got ${low} to ${high}`);
  }
}
