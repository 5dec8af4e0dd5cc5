import type { RelationshipRow } from "../../domain/dependency-table.ts";
import type { StoredRecord } from "../../domain/record.ts";

/** True when a relationship fulfils every condition of a row. */
export function matchesRow(row: RelationshipRow, relationship: StoredRecord): boolean {
  return row.when.every(({ field, in: values }) => {
    const value = relationship.fields[field];
    return (typeof value === "string" || typeof value === "boolean") && values.includes(value);
  });
}
