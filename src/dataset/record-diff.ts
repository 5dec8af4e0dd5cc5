import { compareIds } from "../domain/compare.ts";
import type { FieldValue } from "../domain/field.ts";
import type { RecordId } from "../domain/ids.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { sameContent, type GraphRecord } from "../domain/record.ts";

/** How one field differs; absent: the record does not have it on that side. */
export interface FieldChange {
  /** A field of the kind, or `from`, `to`. */
  readonly field: string;
  readonly before?: FieldValue;
  readonly after?: FieldValue;
}

export interface RecordChange {
  readonly before: GraphRecord;
  readonly after: GraphRecord;
  /** In the order of the kind's fields, never empty. */
  readonly fields: readonly FieldChange[];
}

/** What turns one set of records into another; every list by id. */
export interface RecordDiff {
  readonly added: readonly GraphRecord[];
  readonly changed: readonly RecordChange[];
  readonly removed: readonly GraphRecord[];
  /** How many records are the same on both sides. */
  readonly unchanged: number;
}

/** Compares records by id. Ids must be different within each side. */
export function diffRecords(current: Iterable<GraphRecord>, wanted: Iterable<GraphRecord>): RecordDiff {
  const before = new Map<RecordId, GraphRecord>();
  for (const record of current) before.set(record.id, record);
  const added: GraphRecord[] = [];
  const changed: RecordChange[] = [];
  let unchanged = 0;
  for (const record of wanted) {
    const old = before.get(record.id);
    before.delete(record.id);
    if (old === undefined) added.push(record);
    else if (sameContent(old, record)) unchanged += 1;
    else changed.push({ before: old, after: record, fields: fieldChanges(old, record) });
  }
  return {
    added: added.toSorted(compareIds),
    changed: changed.toSorted((a, b) => compareIds(a.after, b.after)),
    removed: [...before.values()].toSorted(compareIds),
    unchanged,
  };
}

/** True when there is nothing to do. */
export function isEmptyDiff({ added, changed, removed }: RecordDiff): boolean {
  return added.length === 0 && changed.length === 0 && removed.length === 0;
}

function fieldChanges(before: GraphRecord, after: GraphRecord): FieldChange[] {
  const names = ["from", "to", ...Object.keys(kindSpecs[after.kind].fields)];
  return names.flatMap((field) => {
    const [old, now] = [valueOf(before, field), valueOf(after, field)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      { field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ];
  });
}

function valueOf(record: GraphRecord, field: string): FieldValue | undefined {
  return field === "from" || field === "to" ? record[field] : record.fields[field];
}
