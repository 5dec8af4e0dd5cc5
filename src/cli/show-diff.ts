import type { FieldValue } from "../domain/field.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { textField, type GraphRecord } from "../domain/record.ts";
import type { RecordChange, RecordDiff } from "../dataset/record-diff.ts";
import { count } from "./show-problems.ts";

/** How many records of each group are listed unless all are asked for. */
export const LISTED_RECORDS = 50;
/** Longest text of a value in the list, in characters. */
const SHOWN_LENGTH = 60;

/** A difference as lines: `+` added, `~` changed with its fields, `-` removed, and a last line that counts. */
export function showDiff(diff: RecordDiff, limit: number): string[] {
  return [
    ...listed(diff.added, limit, (record) => [`+ ${title(record)}`]),
    ...listed(diff.changed, limit, showChange),
    ...listed(diff.removed, limit, (record) => [`- ${title(record)}`]),
    "",
    diffTotals(diff),
  ];
}

/** `2 added, 1 changed, 0 removed, 40 unchanged` */
export function diffTotals({ added, changed, removed, unchanged }: RecordDiff): string {
  const numbers = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
  return Object.entries(numbers)
    .map(([word, number]) => `${number.toLocaleString("en-US")} ${word}`)
    .join(", ");
}

function listed<T>(items: readonly T[], limit: number, show: (item: T) => string[]): string[] {
  const lines = items.slice(0, limit).flatMap(show);
  const rest = items.length - limit;
  return rest > 0 ? [...lines, `  … and ${count(rest, "more", "more")}; --all lists them`] : lines;
}

function title(record: GraphRecord): string {
  const { nameField } = kindSpecs[record.kind];
  const name = nameField === undefined ? undefined : textField(record, nameField);
  const ends = record.from === undefined ? "" : `  ${record.from} → ${record.to ?? ""}`;
  return `${record.id}${name === undefined ? "" : `  ${showValue(name)}`}${ends}`;
}

function showChange({ after, fields }: RecordChange): string[] {
  const width = Math.max(...fields.map(({ field }) => field.length));
  return [
    `~ ${title(after)}`,
    ...fields.map(
      ({ field, before, after: now }) =>
        `    ${field.padEnd(width)}  ${showValue(before)} → ${showValue(now)}`,
    ),
  ];
}

function showValue(value: FieldValue | undefined): string {
  if (value === undefined) return "(none)";
  const text = typeof value === "object" ? `[${value.join(", ")}]` : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
