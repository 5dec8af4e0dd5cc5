import { dayRange, type Day, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import type { DatedFact, DateFate } from "./calendar-entry.ts";
import type { CalendarStatus } from "./calendar-words.ts";
import { daysApart } from "./days-apart.ts";
import { fateOf, historyOf, isKnownBy, wasBefore, type Expectation } from "./expectation.ts";
import { youngestSource } from "./possible-days.ts";
import { toldOutcome } from "./told-outcome.ts";

/** What had become of a date by a day. */
export function dateFate(records: RecordIndex, fact: DatedFact, day: Day): DateFate {
  const milestone = fact.milestone === null ? undefined : records.record(fact.milestone);
  if (milestone === undefined) return { ...NO_HISTORY, status: fieldStatus(records, fact, day) };
  return fact.timing === "ACTUAL"
    ? reachedFate(records, milestone, fact.date, day)
    : expectedFate(records, milestone, fact, day);
}

const NO_HISTORY = {
  history: [],
  reachedBy: null,
  replacedBy: null,
  slippage: null,
  lateness: null,
} as const;

function reachedFate(records: RecordIndex, milestone: StoredRecord, date: PartialDate, day: Day): DateFate {
  const expected = records
    .referring(textField(milestone, "subject") ?? "", "MILESTONE_OF")
    .filter((other) => textField(other, "rung") === textField(milestone, "rung"))
    .filter(isKnownBy(day))
    .filter((other) => !wasBefore(milestone, other));
  const history = historyOf(milestone, expected);
  return {
    ...NO_HISTORY,
    status: "HAPPENED",
    history,
    slippage: history.at(-1)?.moved ?? null,
    lateness: latenessOf(history, date),
  };
}

function expectedFate(records: RecordIndex, milestone: StoredRecord, fact: DatedFact, day: Day): DateFate {
  const { isUnclear, ...fate } = fateOf(records, milestone, day);
  const reached = fate.reachedBy === null ? undefined : records.record(fate.reachedBy);
  const reachedOn = reached && textField(reached, "date");
  return {
    ...fate,
    status: expectedStatus(records, fact, { ...fate, isUnclear }, day),
    slippage: fate.history.find((entry) => entry.milestone === milestone.id)?.moved ?? null,
    lateness: reachedOn === undefined ? null : latenessOf(fate.history, reachedOn),
  };
}

interface Known {
  readonly reachedBy: RecordId | null;
  readonly replacedBy: RecordId | null;
  readonly isUnclear: boolean;
}

function expectedStatus(
  records: RecordIndex,
  { subject, date }: DatedFact,
  { reachedBy, replacedBy, isUnclear }: Known,
  day: Day,
): CalendarStatus {
  if (replacedBy !== null) return "REPLACED";
  if (reachedBy !== null) return "REACHED";
  const ended = endedBy(records, subject, day);
  if (ended !== null) return ended.isCarriedOut ? "UNCLEAR" : "VOID";
  if (dayRange(date).last >= day) return "AHEAD";
  return isUnclear || toldOutcome(records, subject, day) !== null
    ? "UNCLEAR"
    : unmet(records, subject, date, day);
}

/** Overdue only where a source that surely came out after the last day tells of no fulfilment; else nobody looked. */
function unmet(records: RecordIndex, subject: RecordId, date: PartialDate, day: Day): CalendarStatus {
  const latest = youngestSource(records, subject, day);
  const isFollowed = latest !== null && dayRange(latest).first > dayRange(date).last;
  return isFollowed ? "OVERDUE" : "NOT_FOLLOWED";
}

/** Only where it is sure which expectation was the first. */
function latenessOf(history: readonly Expectation[], reachedOn: PartialDate): Interval | null {
  const [first, ...later] = history;
  const isSure = first !== undefined && later.every(({ moved }) => moved !== null);
  return isSure ? daysApart(first.date, reachedOn) : null;
}

function fieldStatus(records: RecordIndex, fact: DatedFact, day: Day): CalendarStatus {
  if (fact.timing === "ACTUAL") return "HAPPENED";
  const { last } = dayRange(fact.date);
  if (fact.kind === "PRODUCTION_START") return productionStatus(records, fact, day);
  const ended = endedBy(records, fact.subject, day);
  if (ended !== null) return last <= (ended.last ?? day) ? "PASSED" : "VOID";
  return last < day ? "PASSED" : "AHEAD";
}

function productionStatus(records: RecordIndex, { subject, date }: DatedFact, day: Day): CalendarStatus {
  const state = textField(records.record(subject) ?? { fields: {} }, "state");
  if (state === "ENDED") return "VOID";
  if (dayRange(date).last >= day) return "AHEAD";
  return state === "ACTIVE" ? "PASSED" : unmet(records, subject, date, day);
}

interface End {
  /** The last day that its end can mean; null where no source says when. */
  readonly last: Day | null;
  readonly isCarriedOut: boolean;
}

/** How a contract, project, event or partnership had ended by a day; null while it had not. */
export function endedBy(records: RecordIndex, id: RecordId, day: Day): End | null {
  const record = records.record(id);
  if (record === undefined) return null;
  const date = textField(record, "outcomeDate") ?? textField(record, "ended");
  if (date === undefined && textField(record, "outcome") === undefined) return null;
  if (date !== undefined && dayRange(date).first > day) return null;
  const isCarriedOut = textField(record, "outcome") === "COMPLETED";
  return { last: date === undefined ? null : dayRange(date).last, isCarriedOut };
}
