import { fieldsWhere } from "../domain/fields-where.ts";
import { fieldSpec } from "../domain/kinds.ts";
import type { GraphRecord } from "../domain/record.ts";
import type { IdentifierPair } from "./graph-store.ts";

/** The form under which identifiers compare: without case. */
export function foldIdentifier(value: string): string {
  return value.toLowerCase();
}

const IDENTIFYING_FIELDS = fieldsWhere(({ identifier }) => identifier !== undefined);

/** Every identifier that a record carries, folded, each once. */
export function identifiersOf({ kind, fields }: GraphRecord): IdentifierPair[] {
  const pairs = new Map<string, IdentifierPair>();
  for (const field of IDENTIFYING_FIELDS[kind]) {
    const value = fields[field];
    const scheme = fieldSpec(kind, field)?.identifier;
    if (scheme === undefined || value === undefined) continue;
    for (const entry of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) {
      const folded = foldIdentifier(entry);
      pairs.set(`${scheme} ${folded}`, { scheme, value: folded });
    }
  }
  return [...pairs.values()];
}
