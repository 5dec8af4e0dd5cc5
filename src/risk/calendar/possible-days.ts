import { dayRange, type Day, type DayRange, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { locatesOnly } from "../../domain/verification.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { factOf, type DatedFact } from "./calendar-entry.ts";

/**
 * The days that a date can mean, by its precision and by when it was told: what came to pass is not later than the latest of the
 * sources that say so, nor than the day of the answer; what was expected is not earlier than the statement.
 */
export function possibleDays(records: RecordIndex, fact: DatedFact, asOf: Day): DayRange {
  const { first, last } = dayRange(fact.date);
  if (first === last) return { first, last };
  if (fact.timing === "EXPECTED") {
    const stated = fact.statedOn === null ? first : dayRange(fact.statedOn).first;
    return { first: least(last, greatest(first, stated)), last };
  }
  return { first, last: greatest(first, least(last, least(asOf, lastTold(records, fact) ?? asOf))) };
}

/** The latest day on which a source of the fact can have come out, or was read; undefined where one says neither. */
function lastTold(records: RecordIndex, fact: DatedFact): Day | undefined {
  const days = records
    .evidenceOf(factOf(fact))
    .filter((entry) => textField(entry, "stance") !== "DISPUTES")
    .map((entry) => toldOn(records.record(textField(entry, "source") ?? "")));
  return days.reduce(
    (latest, day) => (latest === undefined || day === undefined ? undefined : greatest(latest, day)),
    days[0],
  );
}

/** When the youngest dated source on a thing or one of its milestones that can have been read on a day came out. */
export function youngestSource(records: RecordIndex, subject: RecordId, asOf: Day): PartialDate | null {
  const told = [subject, ...records.referring(subject, "MILESTONE_OF").map(({ id }) => id)];
  const dates = told
    .flatMap((id) => records.evidenceOf(id))
    .filter((entry) => !locatesOnly(entry))
    .map((entry) => records.record(textField(entry, "source") ?? ""))
    .flatMap((source) => (source && textField(source, "published")) ?? [])
    .filter((date) => dayRange(date).first <= asOf);
  return dates.reduce<PartialDate | null>(
    (latest, date) => (latest === null || dayRange(date).last > dayRange(latest).last ? date : latest),
    null,
  );
}

function toldOn(source: StoredRecord | undefined): Day | undefined {
  const date = source && (textField(source, "published") ?? textField(source, "accessed"));
  return date === undefined ? undefined : dayRange(date).last;
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function greatest(a: Day, b: Day): Day {
  return a > b ? a : b;
}
