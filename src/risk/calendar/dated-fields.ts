import type { Kind } from "../../domain/kind-names.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { CalendarEntryKind } from "./calendar-words.ts";

/**
 * How a date in a field is meant: DONE is a report of what came to pass, SET was laid down beforehand and nobody follows whether
 * it was kept, STATE was laid down too, and the record's state says when it was met.
 */
export type DateSense = "DONE" | "SET" | "STATE";

/** A field of a kind that is a date of the calendar. */
export interface DatedField {
  readonly kind: Kind;
  readonly field: string;
  /** What it is there; null where another record or field tells the same. */
  readonly entry: (record: StoredRecord, records: RecordIndex) => CalendarEntryKind | null;
  readonly sense: (record: StoredRecord) => DateSense;
}

const row = (kind: Kind, field: string, entry: CalendarEntryKind, sense: DateSense): DatedField => ({
  kind,
  field,
  entry: () => entry,
  sense: () => sense,
});

/** Which dated fields are entries, milestones apart. The others say when something was said, read or measured: see decision 24. */
export const DATED_FIELDS: readonly DatedField[] = [
  { kind: "Contract", field: "signed", entry: signature, sense: () => "DONE" },
  { kind: "Contract", field: "start", entry: termStart, sense: () => "SET" },
  row("Contract", "end", "TERM_END", "SET"),
  row("Contract", "maturity", "MATURITY", "SET"),
  row("Contract", "drawableUntil", "DRAW_END", "SET"),
  row("Contract", "outcomeDate", "OUTCOME", "DONE"),
  row("Facility", "outcomeDate", "OUTCOME", "DONE"),
  {
    kind: "Event",
    field: "start",
    entry: (event) => (isVote(event) ? "VOTE" : "EVENT_START"),
    sense: () => "DONE",
  },
  { kind: "Event", field: "end", entry: eventEnd, sense: (event) => (hasEnded(event) ? "DONE" : "SET") },
  row("Event", "suspendedFrom", "SUSPENSION_START", "DONE"),
  row("Event", "suspendedTo", "SUSPENSION_END", "SET"),
  row("Component", "released", "RELEASE", "DONE"),
  row("Component", "endOfLife", "END_OF_LIFE", "SET"),
  row("Partnership", "announced", "PARTNERSHIP_START", "DONE"),
  row("Partnership", "ended", "PARTNERSHIP_END", "DONE"),
  row("PRODUCES", "expectedFrom", "PRODUCTION_START", "STATE"),
  row("OWNS_STAKE", "date", "STAKE", "DONE"),
  row("QUALIFIED_FOR", "since", "QUALIFICATION", "DONE"),
];

/** The bounds of validity that every entity and relationship can have. */
export const VALIDITY_FIELDS = [
  { field: "validFrom", entry: "VALID_FROM" },
  { field: "validTo", entry: "VALID_TO" },
] as const;

/** A legal step on the same day tells what was signed, and a binding one that it was. */
function signature(contract: StoredRecord, records: RecordIndex): CalendarEntryKind | null {
  const isTold = records
    .referring(contract.id, "MILESTONE_OF")
    .filter((step) => textField(step, "ladder") === "LEGAL" && textField(step, "timing") === "ACTUAL")
    .some(
      (step) =>
        textField(step, "rung") === "DEFINITIVE" || textField(step, "date") === textField(contract, "signed"),
    );
  return isTold ? null : "SIGNATURE";
}

/** A term mostly starts with the delivery for pay, which a milestone tells better. */
function termStart(contract: StoredRecord, records: RecordIndex): CalendarEntryKind | null {
  const isTold = records
    .referring(contract.id, "MILESTONE_OF")
    .some(
      (step) =>
        textField(step, "ladder") === "DELIVERY" && textField(step, "date") === textField(contract, "start"),
    );
  return isTold ? null : "TERM_START";
}

function isVote(event: StoredRecord): boolean {
  return textField(event, "type") === "VOTE";
}

function hasEnded(event: StoredRecord): boolean {
  return textField(event, "endMeaning") === "ENDED";
}

/** The day of a vote is told once; an end that is that of its suspension is told by the suspension. */
function eventEnd(event: StoredRecord): CalendarEntryKind | null {
  const endsWithIt = textField(event, "end") === textField(event, "start");
  const isSuspension = textField(event, "endMeaning") === "SUSPENSION_EXPIRES";
  return endsWithIt || (isSuspension && textField(event, "suspendedTo") !== undefined) ? null : "EVENT_END";
}
