import type { FieldValue } from "./field.ts";
import type { RecordId } from "./ids.ts";
import type { Kind } from "./kind-names.ts";

/** Any record of the graph: an entity, a statement about one, or a relationship between two. */
export interface GraphRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  /** The start of a relationship. */
  readonly from?: RecordId;
  /** The end of a relationship. */
  readonly to?: RecordId;
  /** Fields of the kind; what is not known is absent. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** A record as a store returns it. */
export interface StoredRecord extends GraphRecord {
  /** The number of the graph version that wrote it last. */
  readonly revision: number;
}

export function textField(record: Pick<GraphRecord, "fields">, field: string): string | undefined {
  const value = record.fields[field];
  return typeof value === "string" ? value : undefined;
}

export function numberField(record: GraphRecord, field: string): number | undefined {
  const value = record.fields[field];
  return typeof value === "number" ? value : undefined;
}

export function booleanField(record: GraphRecord, field: string): boolean {
  return record.fields[field] === true;
}

export function listField(record: Pick<GraphRecord, "fields">, field: string): readonly string[] {
  const value = record.fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** True when both say the same: kind, ends and every field. Revisions do not count. */
export function sameContent(a: GraphRecord, b: GraphRecord): boolean {
  const { kind, from, to, fields } = a;
  if (a.id !== b.id || kind !== b.kind || from !== b.from || to !== b.to) return false;
  const names = Object.keys(fields);
  return (
    names.length === Object.keys(b.fields).length &&
    names.every((name) => sameValue(fields[name], b.fields[name]))
  );
}

function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const [listA, listB] = [a as readonly string[], b as readonly string[]];
  return listA.length === listB.length && listA.every((entry, index) => entry === listB[index]);
}

/** One text for one content: fields in code-point order, revision left out. */
export function canonicalJson(record: GraphRecord): string {
  const { kind, from, to, fields } = record;
  const sorted: Record<string, FieldValue | undefined> = {};
  for (const field of Object.keys(fields).toSorted()) sorted[field] = fields[field];
  return JSON.stringify({ kind, from, to, fields: sorted });
}
