import type { RecordId } from "../domain/ids.ts";
import { kindSpecs } from "../domain/kinds.ts";
import type { GraphRecord } from "../domain/record.ts";

/** One reference of a record to another: an end of a relationship, or an entry of a field of ids. */
export interface Reference {
  /** `from`, `to`, or the field. */
  readonly field: string;
  readonly target: RecordId;
  /** The name under which `adjacent` follows it backwards, when it does. */
  readonly link?: string;
}

/** Every reference of a record; one for each different target of a field. */
export function referencesOf(record: GraphRecord): Reference[] {
  const { from, to, kind, fields } = record;
  const references: Reference[] = [];
  if (from !== undefined) references.push({ field: "from", target: from });
  if (to !== undefined) references.push({ field: "to", target: to, link: kind });
  for (const [field, spec] of Object.entries(kindSpecs[kind].fields)) {
    const value = fields[field];
    if (spec.type !== "ref" || value === undefined) continue;
    const targets = (Array.isArray(value) ? value : [value]) as readonly RecordId[];
    for (const target of new Set(targets)) {
      references.push({ field, target, ...(spec.link === undefined ? {} : { link: spec.link }) });
    }
  }
  return references;
}
