import type { DayRange, PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Interval } from "../answer.ts";
import type { CalendarEntryKind, CalendarStatus, WindowMembership } from "./calendar-words.ts";
import type { Expectation } from "./expectation.ts";

/** One date of the graph, before it is known whether it lies in the window. */
export interface DatedFact {
  readonly kind: CalendarEntryKind;
  /** What it is about: an entity, or a relationship. */
  readonly subject: RecordId;
  /** Null where the date is a field of the subject. */
  readonly milestone: RecordId | null;
  /** The field that holds the date. */
  readonly field: string;
  readonly date: PartialDate;
  readonly timing: "ACTUAL" | "EXPECTED";
  /** When an expectation was stated; null where that is not known. */
  readonly statedOn: PartialDate | null;
}

/** What became of a date by the day of the answer. */
export interface DateFate {
  readonly status: CalendarStatus;
  /** What was expected of the same thing, in the order of the statements. Of a milestone alone. */
  readonly history: readonly Expectation[];
  readonly reachedBy: RecordId | null;
  readonly replacedBy: RecordId | null;
  /** Days from the first expected date to this one; of a date reached, to the last expected one. */
  readonly slippage: Interval | null;
  /** Days from the first expected date to the day on which it was reached. */
  readonly lateness: Interval | null;
}

export interface CalendarEntry extends DatedFact, DateFate {
  /** The days that the date can mean, by its precision and by when it was told. */
  readonly days: DayRange;
  readonly inWindow: WindowMembership;
  /** When the youngest dated source on its subject came out: of what is expected later, it can't say whether it came. */
  readonly lastEvidence: PartialDate | null;
  /** Observations of time lost at the subject of a delivery. */
  readonly delays: readonly RecordId[];
  readonly sentence: string;
}

/** The fact that states the date. */
export function factOf({ milestone, subject }: DatedFact): RecordId {
  return milestone ?? subject;
}
