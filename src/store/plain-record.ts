import { kindSpecs } from "../domain/kinds.ts";
import type { FieldValue } from "../domain/field.ts";
import type { GraphRecord } from "../domain/record.ts";

/**
 * A record as a store keeps it: nothing but id, kind, ends and fields, the fields in the order of their kind.
 * Both stores return this form, so equal records are equal texts.
 */
export function plainRecord(record: GraphRecord): GraphRecord {
  const { id, kind, from, to, fields } = record;
  const ordered: Record<string, FieldValue> = {};
  for (const field of Object.keys(kindSpecs[kind].fields)) {
    const value = fields[field];
    if (value !== undefined) ordered[field] = value;
  }
  return {
    id,
    kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    fields: ordered,
  };
}
