import type { FieldValue } from "../../domain/field.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind, kindSpecs } from "../../domain/kinds.ts";
import { textField, type GraphRecord, type StoredRecord } from "../../domain/record.ts";
import { FILTER_FIELDS, KEYED_FIELDS, orderKey, type OrderKey } from "../field-keys.ts";
import { identifiersOf } from "../identifiers.ts";
import { referencesOf } from "../references.ts";
import type { Row } from "./embedded-database.ts";

/** The rows that are derived from one record, by table; each row holds the table's columns in order. */
export type DerivedRows = Readonly<Record<DerivedTable, readonly (readonly (string | number)[])[]>>;
export const DERIVED_TABLES = ["link", "citation", "identifier", "order_key", "filter_value"] as const;
export type DerivedTable = (typeof DERIVED_TABLES)[number];

export function derivedRows(record: GraphRecord): DerivedRows {
  const { id, kind } = record;
  return {
    link: referencesOf(record).map(({ field, target, link }) => [target, linkType(kind, field, link), id]),
    citation: citationOf(record),
    identifier: identifiersOf(record).map(({ scheme, value }) => [scheme, value, id]),
    order_key: KEYED_FIELDS[kind].map((field) => {
      const key = orderKey(record, field);
      return [kind, field, key === null ? 1 : 0, key === null ? "" : encodeScalar(key), id];
    }),
    filter_value: FILTER_FIELDS[kind].flatMap((field) =>
      scalars(record.fields[field]).map((value) => [kind, field, encodeScalar(value), id]),
    ),
  };
}

/**
 * The type of a row of `link`. What `adjacent` follows has the name of its relationship or reference link; the start of a
 * relationship, and other references, have names that no such link has.
 */
function linkType(kind: Kind, field: string, link: string | undefined): string {
  if (field === "from") return outType(kind);
  return link ?? `${kind}.${field}`;
}

/** The type under which a relationship hangs on its start. */
export function outType(kind: string): string {
  return `${kind}.from`;
}

/** The type under which evidence hangs on its fact. */
export const EVIDENCE_TYPE = "Evidence.fact";

function citationOf(record: GraphRecord): string[][] {
  const [source, fact] = [textField(record, "source"), textField(record, "fact")];
  const isEvidence = record.kind === "Evidence" && source !== undefined && fact !== undefined;
  return isEvidence ? [[source, fact, record.id]] : [];
}

function scalars(value: FieldValue | undefined): readonly (string | number | boolean)[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? [...new Set(value as readonly string[])]
    : [value as string | number | boolean];
}

const view = new DataView(new ArrayBuffer(8));

/** A text that compares as the scalar does among scalars of its type. Numbers keep every bit, so equal texts are equal numbers. */
export function encodeScalar(value: OrderKey | boolean): string {
  if (typeof value !== "number") return String(value);
  view.setFloat64(0, value);
  const [high, low] = [view.getUint32(0), view.getUint32(4)];
  const isNegative = high >= 0x80000000;
  const flipped = isNegative ? [~high >>> 0, ~low >>> 0] : [(high | 0x80000000) >>> 0, low];
  return flipped.map((part) => part.toString(16).padStart(8, "0")).join("");
}

/** The sort keys of a record as JSON, for lists that no index orders. */
export function keysText(record: GraphRecord): string {
  const keys: Record<string, string> = {};
  for (const field of KEYED_FIELDS[record.kind]) {
    const key = orderKey(record, field);
    if (key !== null) keys[field] = encodeScalar(key);
  }
  return JSON.stringify(keys);
}

/** The columns that {@link storedRecord} reads, of a table named `r`. */
export const RECORD_COLUMNS = "r.id, r.kind, r.from_id, r.to_id, r.revision, r.fields";

export function storedRecord(row: Row): StoredRecord {
  const kind = row["kind"] as Kind;
  const ends = isRelationshipKind(kind) ? { from: String(row["from_id"]), to: String(row["to_id"]) } : {};
  return {
    id: String(row["id"]),
    kind,
    ...ends,
    fields: JSON.parse(String(row["fields"])) as GraphRecord["fields"],
    revision: Number(row["revision"]),
  };
}

/** The first and the last text between which the ids of a kind lie, both excluded. */
export function idRange(kind: Kind): { readonly low: string; readonly high: string } {
  const { prefix } = kindSpecs[kind];
  return { low: `${prefix}:`, high: `${prefix};` };
}
