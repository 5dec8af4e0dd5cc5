import { dayRange, type Day, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";

/** An outcome that a source gives of a contract or project. */
export interface ToldOutcome {
  /** A word of the vocabulary or of the source. */
  readonly outcome: string;
  readonly date: PartialDate | null;
  /** False where the curator left it with the source: enough for doubt, not for an end. */
  readonly isTakenOver: boolean;
}

/** How a subject is told to have ended by a day: by the record, else by the first of its sources that says so. */
export function toldOutcome(records: RecordIndex, subject: RecordId, day: Day): ToldOutcome | null {
  const isBy = (date: string | undefined): boolean => date === undefined || dayRange(date).first <= day;
  const record = records.record(subject);
  const outcome = record && textField(record, "outcome");
  const outcomeDate = record && textField(record, "outcomeDate");
  if (outcome !== undefined && isBy(outcomeDate))
    return { outcome, date: outcomeDate ?? null, isTakenOver: true };
  const [told] = records
    .evidenceOf(subject)
    .filter((entry) => textField(entry, "field") === "outcome" && textField(entry, "stance") !== "DISPUTES")
    .filter((entry) => isBy(textField(entry, "asOf")));
  if (told === undefined) return null;
  return {
    outcome: textField(told, "text") ?? "ended",
    date: textField(told, "asOf") ?? null,
    isTakenOver: false,
  };
}
