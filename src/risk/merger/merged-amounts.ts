import { merger2023OfBounds } from "../../graph/merger-2023.ts";
import type { AmountInterval } from "../concentration/amount-bounds.ts";
import { presumptionOf, UNKNOWN_NUMBERS, type Bounds, type MergerNumbers } from "./merger-market.ts";

/** What a party has of a market by amounts. */
export interface Holding {
  /** For sure its own. */
  readonly alone: AmountInterval;
  /** With all that it shares with others. */
  readonly most: number;
}

/** A market by amounts, as far as a merger needs it. */
export interface AmountMarket {
  /** The index before and after, in HHI points. */
  readonly before: Bounds;
  readonly after: Bounds;
  readonly acquirer: Holding;
  readonly target: Holding;
  readonly both: Holding;
  /** Of known firms outside the parties. */
  readonly others: AmountInterval;
  /** Of undisclosed parties, or of nobody by name: it may be anybody's, a party's too. */
  readonly loose: AmountInterval;
  readonly all: AmountInterval;
}

const MOST = 10_000;

/**
 * What a merger does to a market that amounts add up to. ΔHHI = 2ab / (a + b + o)² × 10,000; it falls with the others' amount o and
 * has one peak in a and in b, so that its bounds lie at ends of the intervals, or where a party has as much as all the rest. At the most
 * what is shared or loose is with the parties, at the least with the others.
 */
export function mergedAmounts(market: AmountMarket): MergerNumbers {
  const { before, after, acquirer, target, both, others, loose, all } = market;
  if (before.low === null || before.high === null || after.low === null || after.high === null)
    return UNKNOWN_NUMBERS;
  const restMost = all[1] - acquirer.alone[1] - target.alone[1];
  const widest = ({ alone, most }: Holding): AmountInterval => [alone[0], most + loose[1]];
  const delta = {
    min: leastDelta(acquirer.alone, target.alone, restMost),
    max: Math.max(0, greatestDelta(widest(acquirer), widest(target), others[0])),
  };
  const mergedShare = {
    min: 100 * ratio(both.alone[0], all[1] - both.alone[1]),
    max: 100 * ratio(both.most + loose[1], others[0]),
  };
  const postHhi = { min: Math.max(after.low, before.low + delta.min), max: after.high };
  const pct = ({ alone, most }: Holding, other: Holding): Bounds => ({
    low: 100 * ratio(alone[0], all[1] - alone[1]),
    high: 100 * ratio(most, others[0] + other.alone[0] + loose[0]),
  });
  const word = merger2023OfBounds({
    feasible: true,
    exact: false,
    delta,
    postHhi,
    mergedShare,
    leastPostHhiUpTo30: mergedShare.min > 30 ? undefined : postHhi.min,
  });
  return {
    acquirerPct: pct(acquirer, target),
    targetPct: pct(target, acquirer),
    mergedPct: { low: mergedShare.min, high: mergedShare.max },
    before: { low: before.low, high: before.high },
    after: { low: postHhi.min, high: postHhi.max },
    delta: { low: delta.min, high: delta.max },
    presumption: presumptionOf(word),
  };
}

/** In each party one peak: the least is at ends. */
function leastDelta(a: AmountInterval, b: AmountInterval, rest: number): number {
  return Math.min(...a.flatMap((x) => b.map((y) => deltaAt(x, y, rest))));
}

/** Against a fixed amount y of the other, the peak of x is at y + rest. */
function greatestDelta(a: AmountInterval, b: AmountInterval, rest: number): number {
  const clamp = (value: number, [low, high]: AmountInterval): number => Math.min(Math.max(value, low), high);
  return Math.max(
    ...b.map((y) => deltaAt(clamp(y + rest, a), y, rest)),
    ...a.map((x) => deltaAt(x, clamp(x + rest, b), rest)),
  );
}

function deltaAt(x: number, y: number, rest: number): number {
  const sum = x + y + rest;
  return sum === 0 ? 0 : ((2 * x * y) / (sum * sum)) * MOST;
}

/** Part of part and rest; all of it where there is no rest. */
function ratio(part: number, rest: number): number {
  if (part <= 0) return 0;
  return rest <= 0 ? 1 : part / (part + rest);
}
