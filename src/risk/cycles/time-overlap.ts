import type { Membership } from "../../domain/date.ts";
import type { Term } from "../../projection/contract-term.ts";
import { AFTER_ALL_DAYS, BEFORE_ALL_DAYS, type DayNumber } from "../../projection/day-number.ts";

/**
 * Whether there is a day on which every hop has a contract: YES by dates that sources state, MAYBE where they leave it open, NO where
 * they exclude it. A contract without an end runs at least until the day of the question; one without a start began at some time.
 */
export function timeOverlap(hops: readonly (readonly Term[])[], day: DayNumber): Membership {
  const isSure = ({ start, end }: Term, on: DayNumber): boolean =>
    start.last !== BEFORE_ALL_DAYS &&
    on >= start.last &&
    (end.first === AFTER_ALL_DAYS ? on <= day : on < end.first);
  const isPossible = ({ start, end }: Term, on: DayNumber): boolean => on >= start.first && on < end.last;
  const terms = hops.flat();
  const meets = (holds: typeof isSure, on: DayNumber): boolean =>
    hops.every((hop) => hop.some((term) => holds(term, on)));
  // If the terms of all hops meet at all, they meet on the day on which the last of them begins.
  if (terms.some(({ start }) => meets(isSure, start.last))) return "YES";
  return terms.some(({ start }) => meets(isPossible, start.first)) ? "MAYBE" : "NO";
}
