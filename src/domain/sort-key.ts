import { dayRange } from "./date.ts";
import type { FieldValue } from "./field.ts";
import { foldName } from "./fold.ts";
import { fieldSpec } from "./kinds.ts";
import type { GraphRecord } from "./record.ts";

/** Longest sort key of a text, in code points: longer ones are told apart by id, as an index of either store can. */
const MAX_KEY_LENGTH = 500;

/**
 * The value under which a store orders and range-filters a field: names folded, dates as `first/last` days, the rest as it is.
 * Undefined sorts last in both directions.
 */
export function sortKey(record: GraphRecord, field: string): string | number | boolean | undefined {
  const value = record.fields[field];
  const spec = fieldSpec(record.kind, field);
  if (value === undefined || spec === undefined || Array.isArray(value)) return undefined;
  return scalarKey(value as Exclude<FieldValue, readonly string[]>, spec.type);
}

function scalarKey(value: string | number | boolean, type: string): string | number | boolean {
  if (typeof value !== "string") return value;
  if (type === "date") {
    const { first, last } = dayRange(value);
    return `${first}/${last}`;
  }
  return type === "string" || type === "text" ? cut(foldName(value)) : value;
}

function cut(key: string): string {
  return key.length <= MAX_KEY_LENGTH ? key : Array.from(key).slice(0, MAX_KEY_LENGTH).join("");
}
