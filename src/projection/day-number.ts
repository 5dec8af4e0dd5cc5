import { dayRange, type Day, type PartialDate } from "../domain/date.ts";

/** Days since 1970-01-01, so that validity can be tested in typed arrays. */
export type DayNumber = number;

/** Before and after every day that a record can name. */
export const BEFORE_ALL_DAYS: DayNumber = -(2 ** 30);
export const AFTER_ALL_DAYS: DayNumber = 2 ** 30;

const MILLISECONDS_PER_DAY = 86_400_000;

export function dayNumber(day: Day): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** First and last day that the bound of an interval can mean. */
export interface BoundDays {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

export function boundDays(date: PartialDate): BoundDays {
  const { first, last } = dayRange(date);
  return { first: dayNumber(first), last: dayNumber(last) };
}
