import { concentrationRatioOfIntervals } from "../../graph/concentration-ratio-bounds.ts";
import { hhiOfIntervals } from "../../graph/hhi-bounds.ts";
import type { ShareInterval } from "../../graph/interval-market.ts";
import type { RecordId } from "../../domain/ids.ts";
import { hhiOfAmounts, shareOfAmount, type AmountInterval } from "./amount-bounds.ts";
import type { AmountLine, AmountLines } from "./amount-lines.ts";
import type { MarketEntry } from "./market-entry.ts";
import type { ShareMeasures } from "./share-measures.ts";

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

const UNKNOWN: Bounds = { low: null, high: null };

/** Ways to give figures for several to one of them each that are tried one by one; beyond it the upper bound is not exact. */
const MAX_WAYS = 256;

/**
 * Bounds over every division that the amounts allow. Several under one figure share it evenly at the least, as far as that makes the whole more
 * even, and one has it at the most. Undisclosed parties are firms of their own at the least, at the most all one of the known; what nobody
 * by name has is spread thin at the least and in one hand, known or not, at the most.
 */
export function measureAmounts(
  { lines, unnamed }: AmountLines,
  uncounted: readonly MarketEntry[],
  entries: number,
): ShareMeasures {
  const isWhole = uncounted.length === 0;
  const hhi =
    lines.length === 0
      ? UNKNOWN
      : isWhole
        ? indexOfLines(lines, unnamed)
        : anyIndex(lines, unnamed, uncounted);
  const ratio = (k: number): Bounds => {
    if (lines.length === 0) return UNKNOWN;
    return isWhole ? ratioOfLines(lines, unnamed, k) : anyRatio(lines, unnamed, uncounted, k);
  };
  const inverse = (index: number | null): number | null =>
    index === null || index === 0 ? null : 10_000 / index;
  return {
    hhi: { ...hhi, unit: "HHI points", basis: null },
    effectiveNumber: {
      low: inverse(hhi.high),
      high: inverse(hhi.low),
      unit: "equal participants",
      basis: null,
    },
    cr1: { ...ratio(1), unit: "fraction", basis: null },
    cr3: { ...ratio(3), unit: "fraction", basis: null },
    covered:
      lines.length === 0
        ? null
        : coveredShare(lines, unnamed) * (entries === 0 ? 0 : (entries - uncounted.length) / entries),
  };
}

/** Bounds of the share (0–1) of each line, in their order. What others may have of a line counts against it. */
export function sharesOfLines({ lines, unnamed }: AmountLines): readonly AmountInterval[] {
  const amounts = [...lines.map(({ amount }) => amount), unnamed];
  return lines.map(({ hasOthers }, position) => {
    const { low, high } = shareOfAmount(amounts, position);
    return [hasOthers ? 0 : low, high];
  });
}

function indexOfLines(lines: readonly AmountLine[], unnamed: AmountInterval): Bounds {
  return { low: leastIndex(lines, unnamed), high: greatestIndex(lines, unnamed) };
}

interface FirmBounds {
  /** What it has alone. */
  readonly alone: AmountInterval;
  /** What it has at the most: that with all that it shares in. */
  readonly most: number;
  /** What of that is there for sure, whoever of those who share it has it. */
  readonly sure: number;
}

/** The bounds of each firm, site or place. */
function firmsOf(lines: readonly AmountLine[]): readonly FirmBounds[] {
  const firms = new Map<RecordId, FirmBounds>();
  for (const { nodes, amount, hasOthers } of lines) {
    const alone: AmountInterval = nodes.length === 1 && !hasOthers ? amount : [0, 0];
    for (const id of nodes) {
      const known = firms.get(id) ?? { alone: [0, 0], most: 0, sure: 0 };
      firms.set(id, {
        alone: sumOf([known.alone, alone]),
        most: known.most + amount[1],
        sure: known.sure + amount[0],
      });
    }
  }
  return [...firms.values()];
}

/**
 * The least index, by the better of two bounds. What has others in it may be all theirs, and spread thin: at the least only what the named
 * have for sure counts. More of any amount adds to the squares, so that the least of each over the most of all is no more than the truth.
 */
function leastIndex(lines: readonly AmountLine[], unnamed: AmountInterval): number | null {
  const closed = lines.filter(({ hasOthers }) => !hasOthers);
  if (closed.length === 0) return 0;
  const thin = sumOf([unnamed, ...lines.filter(({ hasOthers }) => hasOthers).map(({ amount }) => amount)]);
  const named = sumOf(closed.map(({ amount }) => amount));
  const part = thin[1] === 0 ? 1 : named[0] / (named[0] + thin[1]);
  const free = hhiOfAmounts(firmsOf(closed).map(({ alone, most }) => [alone[0], most]));
  if (free === null) return null;
  const even = evenShares(lines, unnamed);
  const index = even === null ? null : hhiOfIntervals(even.shares, { total: even.total });
  return Math.max(free.low * part * part, index?.feasible === true ? index.min : 0);
}

/**
 * What firms have of the whole when every amount is at its least and the whole at its most, in percent; null where nothing is shared by
 * several, or everything is of unknown size.
 */
function evenShares(
  lines: readonly AmountLine[],
  unnamed: AmountInterval,
): { readonly shares: readonly ShareInterval[]; readonly total: number } | null {
  const closed = lines.filter(({ hasOthers }) => !hasOthers);
  const whole = sumOf([...lines.map(({ amount }) => amount), unnamed])[1];
  const named = sumOf(closed.map(({ amount }) => amount))[0];
  if (named === 0 || closed.every(({ nodes }) => nodes.length === 1)) return null;
  const percent = (amount: number): number => (amount / whole) * 100;
  return {
    shares: firmsOf(closed).map(({ alone, sure }) => [percent(alone[0]), percent(sure)]),
    total: percent(named),
  };
}

/** At a vertex each figure for several is one firm's, and all that is undisclosed or nobody's by name is in one hand: a known one, or one more. */
function greatestIndex(lines: readonly AmountLine[], unnamed: AmountInterval): number | null {
  const isKnown = ({ isIdentified, hasOthers }: AmountLine): boolean => isIdentified && !hasOthers;
  const known = lines.filter(isKnown);
  const loose = sumOf([...lines.filter((line) => !isKnown(line)).map(({ amount }) => amount), unnamed]);
  const ways = known.reduce((product, { nodes }) => product * nodes.length, 1);
  if (ways > MAX_WAYS) return boundByLargest(lines, unnamed);
  let best: number | null = null;
  for (const holdings of divisions(known)) {
    for (const amounts of lumped([...holdings.values()], loose)) {
      const index = hhiOfAmounts(amounts);
      if (index !== null) best = Math.max(best ?? 0, index.high);
    }
  }
  return best;
}

/** Every way to give each figure for several to one of them. */
function divisions(lines: readonly AmountLine[]): readonly ReadonlyMap<RecordId, AmountInterval>[] {
  let ways: readonly ReadonlyMap<RecordId, AmountInterval>[] = [new Map()];
  for (const { nodes, amount } of lines) {
    ways = ways.flatMap((way) =>
      nodes.map((id) => new Map(way).set(id, sumOf([way.get(id) ?? [0, 0], amount]))),
    );
  }
  return ways;
}

/** The markets in which the undisclosed amounts together are one more firm, or one of the known ones. */
function lumped(
  known: readonly AmountInterval[],
  loose: AmountInterval,
): readonly (readonly AmountInterval[])[] {
  if (loose[1] === 0) return [known];
  return [
    [...known, loose],
    ...known.map((amount, position) => [...known.toSpliced(position, 1), sumOf([amount, loose])]),
  ];
}

/** The index is at most the share of the largest, for each square is at most the share times that. */
function boundByLargest(lines: readonly AmountLine[], unnamed: AmountInterval): number {
  const { high } = ratioOfLines(lines, unnamed, 1);
  return 10_000 * (high ?? 1);
}

/** Sums of bounds of single shares: never narrower than the truth. */
function ratioOfLines(lines: readonly AmountLine[], unnamed: AmountInterval, k: number): Bounds {
  const isHidden = ({ isIdentified, hasOthers }: AmountLine): boolean => !isIdentified || hasOthers;
  const [least, most] = sumOf([...lines.map(({ amount }) => amount), unnamed]);
  const hidden = sumOf([...lines.filter(isHidden).map(({ amount }) => amount), unnamed]);
  const shareOf = (part: number, others: number): number =>
    part + others === 0 ? 0 : part / (part + others);
  const known = firmsOf(lines.filter((line) => !isHidden(line)));
  const highs = known.map((firm) => shareOf(firm.most, least - firm.sure));
  const high = Math.min(1, greatestOf(highs, k) + shareOf(hidden[1], least - hidden[0]));
  const even = evenShares(lines, unnamed);
  const ratio = even === null ? null : concentrationRatioOfIntervals(even.shares, k, { total: even.total });
  const lows = firmsOf(lines).map(({ alone }) =>
    most === alone[1] ? 1 : shareOf(alone[0], most - alone[1]),
  );
  return { low: Math.max(greatestOf(lows, k), ratio?.feasible === true ? ratio.min / 100 : 0), high };
}

/** Something of unknown size may be as large as one likes: only who may have a part of it bounds the index. */
function anyIndex(
  lines: readonly AmountLine[],
  unnamed: AmountInterval,
  uncounted: readonly MarketEntry[],
): Bounds {
  return { low: 10_000 / possibleFirms(lines, unnamed, uncounted), high: 10_000 };
}

function anyRatio(
  lines: readonly AmountLine[],
  unnamed: AmountInterval,
  uncounted: readonly MarketEntry[],
  k: number,
): Bounds {
  return { low: Math.min(1, k / possibleFirms(lines, unnamed, uncounted)), high: 1 };
}

/** How many there can be; any number where a part is nobody's by name. */
function possibleFirms(
  lines: readonly AmountLine[],
  unnamed: AmountInterval,
  uncounted: readonly MarketEntry[],
): number {
  const isOpen =
    unnamed[1] > 0 ||
    lines.some(({ hasOthers }) => hasOthers) ||
    uncounted.some(({ holders, hasOthers }) => holders.length === 0 || hasOthers);
  if (isOpen) return Infinity;
  return new Set([...lines.flatMap(({ nodes }) => nodes), ...uncounted.flatMap(({ holders }) => holders)])
    .size;
}

/** What one identified firm each has for itself. */
function coveredShare(lines: readonly AmountLine[], unnamed: AmountInterval): number {
  const all = sumOf([...lines.map(({ amount }) => amount), unnamed])[1];
  const known = lines.filter(
    ({ nodes, isIdentified, hasOthers }) => nodes.length === 1 && isIdentified && !hasOthers,
  );
  return all === 0 ? 0 : sumOf(known.map(({ amount }) => amount))[1] / all;
}

function sumOf(amounts: readonly AmountInterval[]): AmountInterval {
  return amounts.reduce<AmountInterval>(([low, high], amount) => [low + amount[0], high + amount[1]], [0, 0]);
}

function greatestOf(values: readonly number[], k: number): number {
  return values
    .toSorted((a, b) => b - a)
    .slice(0, k)
    .reduce((total, value) => total + value, 0);
}
