import { membershipAt, type Day } from "../../domain/date.ts";
import type { FieldValue } from "../../domain/field.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import { orderKey, upperBound } from "../../store/field-keys.ts";
import type { FieldFilter } from "../../store/graph-store.ts";

/** Whether a record meets every condition, as the store's lists would judge it. */
export function matchesFilters(record: GraphRecord, filters: readonly FieldFilter[]): boolean {
  return filters.every((filter) => matches(record, filter));
}

/** Whether a fact holds, or may hold, on a day. */
export function mayHoldOn(record: GraphRecord, day: Day): boolean {
  return membershipAt(day, textField(record, "validFrom"), textField(record, "validTo")) !== "NO";
}

function matches(record: GraphRecord, { field, in: values, min, max }: FieldFilter): boolean {
  const value = record.fields[field];
  if (value === undefined) return false;
  if (values !== undefined && !valuesOf(value).some((entry) => values.includes(entry))) return false;
  if (min === undefined && max === undefined) return true;
  const key = orderKey(record, field);
  if (key === null || (min !== undefined && key < min)) return false;
  return max === undefined || key <= upperBound(max);
}

function valuesOf(value: FieldValue): readonly (string | number | boolean)[] {
  return typeof value === "object" ? value : [value];
}
