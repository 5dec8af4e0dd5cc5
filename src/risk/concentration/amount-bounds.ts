/** Amounts of participants, each known within bounds; any unit, all the same. */
export type AmountInterval = readonly [low: number, high: number];

/** Every combination of ends is tried up to this many open intervals; beyond it the upper bound is not exact. */
const MAX_OPEN = 12;

/**
 * Bounds of the HHI (0–10,000) of amounts that are known within bounds, where the whole is their sum. The HHI of amounts is a convex
 * form over a squared sum, so it is greatest at ends of the intervals and least where the free amounts are level.
 */
export function hhiOfAmounts(
  amounts: readonly AmountInterval[],
): { readonly low: number; readonly high: number } | null {
  const positive = amounts.filter(([, high]) => high > 0);
  if (positive.length === 0) return null;
  return { low: leastHhi(positive), high: greatestHhi(positive) };
}

function indexOf(amounts: readonly number[]): number {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const squares = amounts.reduce((total, amount) => total + amount * amount, 0);
  return sum === 0 ? 0 : (squares / (sum * sum)) * 10_000;
}

function greatestHhi(amounts: readonly AmountInterval[]): number {
  const open = amounts.flatMap(([low, high], position) => (low < high ? [position] : []));
  if (open.length > MAX_OPEN) return 10_000;
  let best = 0;
  for (let choice = 0; choice < 2 ** open.length; choice += 1) {
    const point = amounts.map(([low, high], position) => {
      const bit = open.indexOf(position);
      return bit >= 0 && Math.floor(choice / 2 ** bit) % 2 === 1 ? high : low;
    });
    best = Math.max(best, indexOf(point));
  }
  return best;
}

/** At the least, every free amount stands at one level t: the ends are tried, and between two ends the level where the slope is nil. */
function leastHhi(amounts: readonly AmountInterval[]): number {
  const ends = [...new Set(amounts.flat())].toSorted((a, b) => a - b);
  const levels = ends.flatMap((end, position) => {
    const next = ends[position + 1];
    return next === undefined ? [end] : [end, stationaryLevel(amounts, end, next)];
  });
  const values = levels.map((level) =>
    indexOf(amounts.map(([low, high]) => Math.min(Math.max(level, low), high))),
  );
  return Math.min(...values.filter((value) => value > 0));
}

/** With fixed amounts of sum A and squares B, (B + k t²) / (A + k t)² has its least at t = B / A. */
function stationaryLevel(amounts: readonly AmountInterval[], from: number, to: number): number {
  const middle = (from + to) / 2;
  const fixed = amounts.flatMap(([low, high]) => (low >= middle ? [low] : high <= middle ? [high] : []));
  const sum = fixed.reduce((total, amount) => total + amount, 0);
  const squares = fixed.reduce((total, amount) => total + amount * amount, 0);
  return sum === 0 ? middle : Math.min(Math.max(squares / sum, from), to);
}

/** Bounds of the share (0–1) of one amount in the sum. */
export function shareOfAmount(
  amounts: readonly AmountInterval[],
  position: number,
): { readonly low: number; readonly high: number } {
  const [low, high] = amounts[position] ?? [0, 0];
  const others = amounts.filter((_, other) => other !== position);
  const otherLow = others.reduce((total, [least]) => total + least, 0);
  const otherHigh = others.reduce((total, [, most]) => total + most, 0);
  const isSole = otherHigh === 0 && high > 0;
  return { low: isSole ? 1 : ratio(low, low + otherHigh), high: ratio(high, high + otherLow) };
}

function ratio(part: number, whole: number): number {
  // What is open above may be all there is.
  if (part === Infinity) return 1;
  return whole === 0 ? 0 : part / whole;
}
