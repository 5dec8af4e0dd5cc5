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

export function textField(record: GraphRecord, field: string): string | undefined {
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

export function listField(record: GraphRecord, field: string): readonly string[] {
  const value = record.fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** True when both say the same: kind, ends and every field. Revisions do not count. */
export function sameContent(a: GraphRecord, b: GraphRecord): boolean {
  return a.id === b.id && canonicalJson(a) === canonicalJson(b);
}

/** One text for one content: fields in code-point order, revision left out. */
export function canonicalJson(record: GraphRecord): string {
  const { kind, from, to, fields } = record;
  const sorted = Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ kind, from, to, fields: sorted });
}
