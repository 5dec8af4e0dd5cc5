/**
 * Bounds of the HHI when shares are partly known, in percent.
 *
 * Minimum: the most even shares that are allowed (level-shares.ts). Maximum: a vertex, or a certified upper bound
 * (hhi-maximum.ts). Both are exact unless `exact` is false. Cost O(n log n), the maximum O(2^n n) for n <= 20.
 */
import { hhi } from "./hhi.ts";
import { hhiMaximum, hhiUpperBound } from "./hhi-maximum.ts";
import { requireAmount, requireAmounts, requireCount } from "./input-checks.ts";
import { intervalMarket } from "./interval-market.ts";
import type { IntervalOptions, ShareInterval } from "./interval-market.ts";
import { levelShares } from "./level-shares.ts";

export interface PartlyKnownShares {
  readonly knownPct: readonly number[];
  /** Number of firms among which the rest is divided; null if it is not known. */
  readonly unknownFirms: number | null;
  /** Greatest share of one of them; null if there is no cap. */
  readonly unknownCapPct: number | null;
  /** How far above 100 the known shares may add up through rounding. Default 0.5. */
  readonly tolerance?: number | undefined;
}

export type HhiWithUnknown =
  | { readonly feasible: false; /** 100 - known sum. */ readonly residual: number }
  | {
      readonly feasible: true;
      readonly residual: number;
      readonly min: number;
      /** `false`: infinitely many unknown firms come as near to `min` as one likes. */
      readonly minAttained: boolean;
      readonly max: number;
    };

/** Some shares are known, the rest belongs to firms of unknown number or size. */
export function hhiWithUnknown(market: PartlyKnownShares): HhiWithUnknown {
  const { knownPct, unknownFirms, unknownCapPct, tolerance = 0.5 } = market;
  requireAmounts(knownPct, "knownPct");
  if (unknownFirms !== null) requireCount(unknownFirms, 0, "unknownFirms");
  if (unknownCapPct !== null) requireAmount(unknownCapPct, "unknownCapPct");
  requireAmount(tolerance, "tolerance");
  const base = hhi(knownPct);
  const exactResidual = 100 - knownPct.reduce((total, share) => total + share, 0);
  if (exactResidual < -tolerance) return { feasible: false, residual: exactResidual };
  // Sums of decimal shares miss 100 by rounding alone: such a residual is none.
  const residual = exactResidual < 1e-9 ? 0 : exactResidual;
  if (residual === 0) return { feasible: true, residual, min: base, minAttained: true, max: base };
  const cap = Math.min(unknownCapPct ?? Infinity, residual);
  const firms = unknownFirms ?? Infinity;
  if (cap === 0 || firms * cap < residual - 1e-9) return { feasible: false, residual };
  const full = Math.floor(residual / cap);
  return {
    feasible: true,
    residual,
    min: base + residual ** 2 / firms,
    minAttained: firms !== Infinity,
    max: base + full * cap ** 2 + (residual - full * cap) ** 2,
  };
}

export type HhiOfIntervals =
  | { readonly feasible: false }
  | {
      readonly feasible: true;
      readonly min: number;
      /** `false`: infinitely many unknown firms come as near to `min` as one likes. */
      readonly minAttained: boolean;
      /** By named firm. */
      readonly argmin: readonly number[];
      readonly max: number;
      /** By named firm: one of the points; undefined unless `exact`. */
      readonly argmax: readonly number[] | undefined;
      /** `false`: `max` is an upper bound that may not be attained. */
      readonly exact: boolean;
      /** The bound by chords, for comparison: at least `max`. */
      readonly relaxedMax: number;
    };

/** Every share is known as an interval; with `residual`, firms outside the list hold what is left. */
export function hhiOfIntervals(
  intervals: readonly ShareInterval[],
  options: IntervalOptions = {},
): HhiOfIntervals {
  const market = intervalMarket(intervals, options);
  if (market === undefined) return { feasible: false };
  const level = levelShares(market);
  const restFirms = level.restShare === 0 ? 0 : market.restFirms;
  const { max, argmax } = hhiMaximum(market);
  return {
    feasible: true,
    min: hhi(level.shares) + restFirms * level.restShare ** 2,
    minAttained: level.attained,
    argmin: level.shares,
    max,
    argmax,
    exact: argmax !== undefined,
    relaxedMax: hhiUpperBound(market),
  };
}
