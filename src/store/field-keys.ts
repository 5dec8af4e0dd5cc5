import type { FieldSpec } from "../domain/field.ts";
import { fieldsWhere } from "../domain/fields-where.ts";
import type { GraphRecord } from "../domain/record.ts";
import { sortKey } from "../domain/sort-key.ts";

/** What a store orders by. */
export type OrderKey = string | number;

export function isNumeric(spec: FieldSpec): boolean {
  return spec.type === "int" || spec.type === "float" || spec.type === "fraction";
}

/** Ranges are over numbers and dates. */
export function hasRange(spec: FieldSpec): boolean {
  return spec.filter === true && spec.list !== true && (isNumeric(spec) || spec.type === "date");
}

/** Fields of a kind of which a store keeps the sort key: lists are ordered by them, or ranges ask for them. */
export const KEYED_FIELDS = fieldsWhere((spec) => spec.sort === true || hasRange(spec));

/** Fields of a kind that lists can be ordered by. */
export const SORT_FIELDS = fieldsWhere((spec) => spec.sort === true);

/** Fields of a kind that lists can be filtered by. */
export const FILTER_FIELDS = fieldsWhere((spec) => spec.filter === true);

/** The key that a keyed field of a record is ordered by; null when it has none. */
export function orderKey(record: GraphRecord, field: string): OrderKey | null {
  if (!KEYED_FIELDS[record.kind].includes(field)) return null;
  const key = sortKey(record, field);
  return typeof key === "string" || typeof key === "number" ? key : null;
}

/** The greatest key within an upper bound. The key of a date is `first/last`: what starts on the day itself is still within. */
export function upperBound(max: OrderKey): OrderKey {
  return typeof max === "number" ? max : `${max}/9999-12-31`;
}
