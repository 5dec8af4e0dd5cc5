import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { ThreeValued } from "../../graph/merger-2023.ts";
import type { Interval } from "../answer.ts";
import type { Market } from "../concentration/market-answer.ts";
import { trimmed } from "../sentence/quantities.ts";
import { withoutNoise } from "../without-noise.ts";

export const presumption = vocabulary(
  "Presumption2023",
  "Whether the structural presumption of the US Merger Guidelines of 18 December 2023 would hold if this were a market in law.",
  {
    YES: "However the unknown is filled in: ΔHHI above 100, and HHI above 1,800 after it or a merged share above 30 %.",
    NO: "However the unknown is filled in, it does not hold.",
    CANNOT_TELL: "It depends on what is not known.",
  },
);
export type Presumption2023 = WordOf<typeof presumption>;

/** One market in which both parties appear: before and after, with bounds. Shares are fractions; null is not known. */
export interface MergerMarket {
  readonly market: Market;
  /** The published statement; null for a market by contract, or of makers without shares. */
  readonly estimate: RecordId | null;
  readonly acquirerShare: Interval;
  readonly targetShare: Interval;
  readonly mergedShare: Interval;
  readonly before: Interval;
  readonly after: Interval;
  readonly delta: Interval;
  readonly presumption: Presumption2023;
  readonly sentence: string;
  /** Facts whose evidence supports it. */
  readonly facts: readonly RecordId[];
}

/** What the numbers of a market are worked out to; bounds in percent and HHI points, null for not known. */
export interface MergerNumbers {
  readonly acquirerPct: Bounds;
  readonly targetPct: Bounds;
  readonly mergedPct: Bounds;
  readonly before: Bounds;
  readonly after: Bounds;
  readonly delta: Bounds;
  readonly presumption: Presumption2023;
}

export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

export const UNKNOWN_BOUNDS: Bounds = { low: null, high: null };

/** Both are in it, and no source says with which share. */
export const UNKNOWN_NUMBERS: MergerNumbers = {
  acquirerPct: UNKNOWN_BOUNDS,
  targetPct: UNKNOWN_BOUNDS,
  mergedPct: UNKNOWN_BOUNDS,
  before: UNKNOWN_BOUNDS,
  after: UNKNOWN_BOUNDS,
  delta: UNKNOWN_BOUNDS,
  presumption: "CANNOT_TELL",
};

const WORDS: Readonly<Record<ThreeValued, Presumption2023>> = {
  yes: "YES",
  no: "NO",
  "cannot tell": "CANNOT_TELL",
};

export function presumptionOf(word: ThreeValued): Presumption2023 {
  return WORDS[word];
}

/** One market from its numbers. */
export function mergerMarket(
  market: Market,
  estimate: RecordId | null,
  numbers: MergerNumbers,
  facts: readonly RecordId[],
): MergerMarket {
  return {
    market,
    estimate,
    acquirerShare: fractions(numbers.acquirerPct),
    targetShare: fractions(numbers.targetPct),
    mergedShare: fractions(numbers.mergedPct),
    before: points(numbers.before),
    after: points(numbers.after),
    delta: points(numbers.delta),
    presumption: numbers.presumption,
    sentence: marketWords(numbers, estimate !== null),
    facts,
  };
}

function marketWords(
  { mergedPct, before, after, delta, presumption: word }: MergerNumbers,
  isStated: boolean,
): string {
  if (delta.high === null)
    return "Both are in it; their shares are not known, so what the merger does to it can't be told.";
  const index = `The HHI goes from ${range(before)} to ${range(after)}, ${range(delta)} more`;
  const verdict = VERDICT_WORDS[word];
  // Contracts and sites that nobody wrote about are not in the graph, however whole the sum of those that are.
  const condition = isStated
    ? "if this were a market in law"
    : "if what the graph has were all of it, and a market in law";
  return `${index}, and together they hold ${range(mergedPct, 10)} %: ${verdict}${word === "CANNOT_TELL" ? "" : `, ${condition}`}.`;
}

const VERDICT_WORDS: Readonly<Record<Presumption2023, string>> = {
  YES: "presumed harmful under the US guidelines of 2023",
  NO: "below the presumption of the US guidelines of 2023",
  CANNOT_TELL: "whether the presumption of the US guidelines of 2023 holds can't be told",
};

function range({ low, high }: Bounds, digits = 1): string {
  const words = (value: number | null): string =>
    value === null
      ? "?"
      : trimmed(Math.round(value * digits) / digits).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
  return words(low) === words(high) ? words(low) : `${words(low)}–${words(high)}`;
}

function fractions({ low, high }: Bounds): Interval {
  const fraction = (percent: number | null): number | null =>
    percent === null ? null : withoutNoise(percent / 100);
  return { low: fraction(low), high: fraction(high), unit: "fraction", basis: null };
}

function points({ low, high }: Bounds): Interval {
  return { low: withoutNoise(low), high: withoutNoise(high), unit: "HHI points", basis: null };
}
