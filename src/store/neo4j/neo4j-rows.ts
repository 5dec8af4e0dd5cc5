import type { FieldValue } from "../../domain/field.ts";
import { idPrefix } from "../../domain/ids.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { kindOfPrefix, kindSpecs } from "../../domain/kinds.ts";
import { unreachable } from "../../domain/errors.ts";
import type { GraphRecord, StoredRecord } from "../../domain/record.ts";
import { KEYED_FIELDS, orderKey, type OrderKey } from "../field-keys.ts";
import { keyProperty } from "./neo4j-names.ts";
import { wholeNumber, type Row } from "./neo4j-statement.ts";

/** The properties of a record: its id, its fields, and the store's own. */
export function propertiesOf(record: GraphRecord, revision: number): Row {
  const { id, kind, fields } = record;
  const properties: Record<string, unknown> = { id, _revision: wholeNumber(revision) };
  for (const [field, { type }] of Object.entries(kindSpecs[kind].fields)) {
    const value = fields[field];
    if (value !== undefined) properties[field] = type === "int" ? wholeNumber(Number(value)) : value;
  }
  for (const field of KEYED_FIELDS[kind]) {
    const key = orderKey(record, field);
    if (key !== null) properties[keyProperty(field)] = encodeKey(key);
  }
  return properties;
}

/** The properties of a record without its id, and null for each that it does not have. */
export function changesTo(record: GraphRecord, revision: number): Row {
  const { kind } = record;
  const names = [...Object.keys(kindSpecs[kind].fields), ...KEYED_FIELDS[kind].map(keyProperty)];
  const none = Object.fromEntries(names.map((name) => [name, null]));
  const { id: _, ...properties } = propertiesOf(record, revision);
  return { ...none, ...properties };
}

/** The record of a row with `properties` and, for relationships, `from` and `to`. */
export function storedRecord(row: Row): StoredRecord {
  const properties = row["properties"] as Row;
  const id = String(properties["id"]);
  const kind = kindOf(id);
  const fields: Record<string, FieldValue> = {};
  for (const field of Object.keys(kindSpecs[kind].fields)) {
    const value = properties[field];
    if (value !== undefined && value !== null) fields[field] = value as FieldValue;
  }
  const { from, to } = row;
  const ends = typeof from === "string" && typeof to === "string" ? { from, to } : {};
  return { id, kind, ...ends, fields, revision: Number(properties["_revision"]) };
}

export function kindOf(id: string): Kind {
  return kindOfPrefix(idPrefix(id)) ?? unreachable(`a record with the id ${id}`);
}

/**
 * A sort key that Neo4j orders by code point. It compares texts by UTF-16 unit or by UTF-8 byte, as they happen to lie in its
 * memory, and the two differ above the surrogates: what lies there is written as three characters that lie below.
 */
export function encodeKey(key: OrderKey): OrderKey {
  return typeof key === "number" ? key : key.replaceAll(/[\u{e000}-\u{10ffff}]/gu, encodeHigh);
}

function encodeHigh(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return String.fromCharCode(0xe000, 0x1000 + Math.floor(point / 0x1000), 0x1000 + (point % 0x1000));
}
