import type { RecordId } from "../domain/ids.ts";
import { fieldsWhere } from "../domain/fields-where.ts";
import { fieldSpec } from "../domain/kinds.ts";
import type { GraphRecord } from "../domain/record.ts";

/** One reference of a record to another: an end of a relationship, or an entry of a field of ids. */
export interface Reference {
  /** `from`, `to`, or the field. */
  readonly field: string;
  readonly target: RecordId;
  /** The name under which `adjacent` follows it backwards, when it does. */
  readonly link?: string;
}

const REF_FIELDS = fieldsWhere(({ type }) => type === "ref");

/** Every reference of a record; one for each different target of a field. */
export function referencesOf(record: GraphRecord): Reference[] {
  const { from, to, kind, fields } = record;
  const references: Reference[] = [];
  if (from !== undefined) references.push({ field: "from", target: from });
  if (to !== undefined) references.push({ field: "to", target: to, link: kind });
  for (const field of REF_FIELDS[kind]) {
    const value = fields[field];
    if (value === undefined) continue;
    const link = fieldSpec(kind, field)?.link;
    const targets = Array.isArray(value) ? new Set(value as readonly RecordId[]) : [String(value)];
    for (const target of targets) {
      references.push({ field, target, ...(link === undefined ? {} : { link }) });
    }
  }
  return references;
}
