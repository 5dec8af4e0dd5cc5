import { datePrecision, dayRange, type Day, type PartialDate } from "../../domain/date.ts";

/** A date of CSL: year, month and day as far as they are known; two of them span from the first to the last. */
export interface CslDate {
  readonly "date-parts": readonly [readonly number[]] | readonly [readonly number[], readonly number[]];
  /** The date was concluded, not read. */
  readonly circa?: true;
}

/** A date no more precise than it is known: a quarter, half year or range becomes a span, of months where it has only whole ones. */
export function cslDateOf(date: PartialDate): CslDate {
  const precision = datePrecision(date);
  const isSpan = precision === "QUARTER" || precision === "RANGE";
  return { "date-parts": isSpan ? spanOf(date) : [numbersOf(date)] };
}

function spanOf(date: PartialDate): readonly [readonly number[], readonly number[]] {
  const { first, last } = dayRange(date);
  const hasWholeMonths = first.endsWith("-01") && dayRange(monthOf(last)).last === last;
  return hasWholeMonths
    ? [numbersOf(monthOf(first)), numbersOf(monthOf(last))]
    : [numbersOf(first), numbersOf(last)];
}

function monthOf(day: Day): PartialDate {
  return day.slice(0, "2026-05".length);
}

function numbersOf(date: PartialDate): readonly number[] {
  return date.split("-").map(Number);
}

/** One end of a date of CSL as it is written: `2026`, `2026-05` or `2026-05-12`. */
export function isoDate(parts: readonly number[]): string {
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
