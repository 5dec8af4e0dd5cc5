import { concentrationRatioOfIntervals } from "../../graph/concentration-ratio-bounds.ts";
import { hhiOfIntervals } from "../../graph/hhi-bounds.ts";
import type { Residual, ShareInterval } from "../../graph/interval-market.ts";
import type { Interval } from "../answer.ts";
import { withoutNoise } from "../without-noise.ts";
import type { Participant } from "./participant.ts";

/** What is measured of a market: bounds throughout, never a guess of what is unknown. */
export interface ShareMeasures {
  /** HHI on the scale of 0 to 10,000. */
  readonly hhi: Interval;
  readonly effectiveNumber: Interval;
  readonly cr1: Interval;
  readonly cr3: Interval;
  /** Share that sources give to one identified participant each, 0–1; null when the shares cannot all be true. */
  readonly covered: number | null;
}

export interface ShareMarket {
  readonly participants: readonly Participant[];
  /** True when no one else shares in it. */
  readonly isComplete: boolean;
  /** No participant that is not named is larger than this. */
  readonly othersCapPct?: number | undefined;
}

/** Shares of rounded sources may miss 100 by as much. */
const ROUNDING_PCT = 1.5;

/**
 * Bounds over every division that the statement allows. Several firms under one figure count least when they share it evenly and most
 * when one has it all; a figure without a number of firms, like the rest of an incomplete statement, counts least when it is spread thin.
 */
export function measureShares({ participants, isComplete, othersCapPct }: ShareMarket): ShareMeasures {
  const counted = participants.filter(({ firms }) => Number.isFinite(firms));
  const spread = participants.length > counted.length;
  const even = counted.flatMap((participant) =>
    Array.from({ length: participant.firms }, () => intervalOf(participant, participant.firms)),
  );
  const lumped = participants.map((participant) => intervalOf(participant, 1));
  const rest: Residual | undefined = isComplete
    ? undefined
    : othersCapPct === undefined
      ? {}
      : { cap: othersCapPct };
  const least = roundingOptions(even, isComplete && !spread ? undefined : {});
  const most = roundingOptions(lumped, rest);
  const [low, high] = [hhiOfIntervals(even, least), hhiOfIntervals(lumped, most)];
  const bounds = low.feasible && high.feasible ? { low: low.min, high: high.max } : { low: null, high: null };
  const ratio = (k: number): Interval => {
    const [few, many] = [
      concentrationRatioOfIntervals(even, k, least),
      concentrationRatioOfIntervals(lumped, k, most),
    ];
    const values =
      few.feasible && many.feasible
        ? { low: few.min / 100, high: Math.min(1, many.max / 100) }
        : { low: null, high: null };
    return { low: withoutNoise(values.low), high: withoutNoise(values.high), unit: "fraction", basis: null };
  };
  return {
    hhi: { low: withoutNoise(bounds.low), high: withoutNoise(bounds.high), unit: "HHI points", basis: null },
    effectiveNumber: {
      low: inverse(bounds.high),
      high: inverse(bounds.low),
      unit: "equal participants",
      basis: null,
    },
    cr1: ratio(1),
    cr3: ratio(3),
    covered: bounds.low === null ? null : coveredShare(counted),
  };
}

function intervalOf({ lowPct, highPct }: Participant, firms: number): ShareInterval {
  return [(lowPct ?? 0) / firms, (highPct ?? 100) / firms];
}

/** A complete list of single numbers adds up to what its source rounded to: that sum is the whole. */
export function roundingOptions(
  intervals: readonly ShareInterval[],
  residual: Residual | undefined,
): { residual?: Residual; tolerance: number; total?: number } {
  const sum = intervals.reduce((total, [low]) => total + low, 0);
  const isPoints = intervals.every(([low, high]) => low === high);
  const isRounded = Math.abs(sum - 100) <= ROUNDING_PCT && sum > 0;
  if (residual === undefined)
    return { tolerance: ROUNDING_PCT, ...(isPoints && isRounded ? { total: sum } : {}) };
  return { residual, tolerance: ROUNDING_PCT };
}

function inverse(index: number | null): number | null {
  return index === null || index <= 0 ? null : withoutNoise(10_000 / index);
}

function coveredShare(participants: readonly Participant[]): number {
  const known = participants.filter(({ firms, isIdentified }) => firms === 1 && isIdentified);
  return withoutNoise(Math.min(1, known.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0) / 100));
}
