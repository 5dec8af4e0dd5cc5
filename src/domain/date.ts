import { InvalidArgumentError } from "./errors.ts";

/**
 * A date as precise as its source: `2026`, `2026-05`, `2026-05-12`, or `first/last` with two days for a quarter or a range.
 * It stands for every day from its first to its last.
 */
export type PartialDate = string;
/** A calendar day, `2026-05-12`. Days compare as strings. */
export type Day = string;
export type DatePrecision = "DAY" | "MONTH" | "QUARTER" | "YEAR" | "RANGE";

export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const YEAR = /^\d{4}$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const HALF = /^(\d{4})-H([12])$/;

export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The canonical form of a date as a person writes it (quarters `2026-Q1` and halves `2026-H2` become ranges),
 * or null when it is no date.
 */
export function parsePartialDate(text: string): PartialDate | null {
  if (YEAR.test(text) || isDay(text) || isMonth(text)) return text;
  const part = QUARTER.exec(text) ?? HALF.exec(text);
  if (part !== null) {
    const months = text.includes("Q") ? 3 : 6;
    return monthSpan(Number(part[1]), (Number(part[2]) - 1) * months + 1, months);
  }
  return parseRange(text);
}

function isMonth(text: string): boolean {
  const month = Number(MONTH.exec(text)?.[2] ?? 0);
  return month >= 1 && month <= 12;
}

function parseRange(text: string): PartialDate | null {
  const range = RANGE.exec(text);
  if (range === null) return null;
  const [first, last] = [range[1] ?? "", range[2] ?? ""];
  return isDay(first) && isDay(last) && first <= last ? text : null;
}

/** First and last day that a canonical date can mean. */
export function dayRange(date: PartialDate): DayRange {
  if (YEAR.test(date)) return { first: `${date}-01-01`, last: `${date}-12-31` };
  const month = MONTH.exec(date);
  if (month !== null) {
    const last = daysInMonth(Number(month[1]), Number(month[2]));
    return { first: `${date}-01`, last: `${date}-${String(last).padStart(2, "0")}` };
  }
  const range = RANGE.exec(date);
  if (range !== null) return { first: range[1] ?? "", last: range[2] ?? "" };
  if (!isDay(date))
    throw new InvalidArgumentError("date", `"${date}"`, "2026, 2026-05, 2026-05-12 or first/last");
  return { first: date, last: date };
}

export function datePrecision(date: PartialDate): DatePrecision {
  if (YEAR.test(date)) return "YEAR";
  if (MONTH.test(date)) return "MONTH";
  if (DAY.test(date)) return "DAY";
  const { first, last } = dayRange(date);
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const isQuarter = (month - 1) % 3 === 0 && monthSpan(year, month, 3) === `${first}/${last}`;
  return isQuarter ? "QUARTER" : "RANGE";
}

export type Membership = "YES" | "MAYBE" | "NO";

/**
 * Whether a closed–open interval of imprecise bounds holds on a day. A missing bound is open.
 * MAYBE where the precision of a bound leaves it undecided.
 */
export function membershipAt(
  day: Day,
  from: PartialDate | undefined,
  to: PartialDate | undefined,
): Membership {
  const start = from === undefined ? null : dayRange(from);
  const end = to === undefined ? null : dayRange(to);
  if (start !== null && day < start.first) return "NO";
  if (end !== null && day >= end.last) return "NO";
  const hasBegun = start === null || day >= start.last;
  const hasNotEnded = end === null || day < end.first;
  return hasBegun && hasNotEnded ? "YES" : "MAYBE";
}

/** Today's day in UTC. */
export function today(now: Date = new Date()): Day {
  return now.toISOString().slice(0, 10);
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return today(date);
}

function monthSpan(year: number, firstMonth: number, months: number): PartialDate {
  const lastMonth = firstMonth + months - 1;
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${pad(firstMonth)}-01/${year}-${pad(lastMonth)}-${pad(daysInMonth(year, lastMonth))}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
