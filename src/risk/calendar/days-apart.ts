import { dayRange, type PartialDate } from "../../domain/date.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Interval } from "../answer.ts";

/**
 * Days from one date to another, positive when the second is later: from the closest that they can lie to the farthest, by the
 * precision of both.
 */
export function daysApart(from: PartialDate, to: PartialDate): Interval {
  const [start, end] = [dayRange(from), dayRange(to)];
  return {
    low: dayNumber(end.first) - dayNumber(start.last),
    high: dayNumber(end.last) - dayNumber(start.first),
    unit: "days",
    basis: null,
  };
}
