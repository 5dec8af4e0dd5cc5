import { dayRange, type Day, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { ENTITY_KINDS, RELATIONSHIP_KINDS } from "../../domain/kind-names.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { DatedFact } from "./calendar-entry.ts";
import { DATED_FIELDS, VALIDITY_FIELDS, type DateSense, type DatedField } from "./dated-fields.ts";

/** Every date of the calendar, by record; `today` parts a report of what came to pass from what was laid down for later. */
export function* datedFacts(records: RecordIndex, today: Day): Generator<DatedFact> {
  for (const milestone of records.ofKind("Milestone")) yield* milestoneDate(milestone);
  for (const kind of [...ENTITY_KINDS, ...RELATIONSHIP_KINDS]) {
    const fields = DATED_FIELDS.filter((field) => field.kind === kind);
    for (const record of records.ofKind(kind)) {
      for (const field of fields) yield* fieldDate(records, record, field, today);
      yield* validityDates(record, today);
    }
  }
}

function* milestoneDate(milestone: StoredRecord): Generator<DatedFact> {
  const date = textField(milestone, "date");
  if (date === undefined) return;
  yield {
    kind: "MILESTONE",
    subject: textField(milestone, "subject") ?? "",
    milestone: milestone.id,
    field: "date",
    date,
    timing: textField(milestone, "timing") === "ACTUAL" ? "ACTUAL" : "EXPECTED",
    statedOn: textField(milestone, "statedOn") ?? null,
  };
}

function* fieldDate(
  records: RecordIndex,
  record: StoredRecord,
  { field, entry, sense }: DatedField,
  today: Day,
): Generator<DatedFact> {
  const date = textField(record, field);
  const kind = date === undefined ? null : entry(record, records);
  if (date === undefined || kind === null) return;
  yield { ...bare(record.id, field, date), kind, timing: timingOf(sense(record), date, today) };
}

function* validityDates(record: StoredRecord, today: Day): Generator<DatedFact> {
  for (const { field, entry } of VALIDITY_FIELDS) {
    const date = textField(record, field);
    if (date !== undefined)
      yield { ...bare(record.id, field, date), kind: entry, timing: timingOf("DONE", date, today) };
  }
}

function bare(subject: RecordId, field: string, date: PartialDate) {
  return { subject, milestone: null, field, date, statedOn: null };
}

function timingOf(sense: DateSense, date: PartialDate, today: Day): DatedFact["timing"] {
  return sense === "DONE" && dayRange(date).first <= today ? "ACTUAL" : "EXPECTED";
}
