import type { FieldSpec } from "./field.ts";
import { KINDS, type Kind } from "./kind-names.ts";
import { kindSpecs } from "./kinds.ts";

/** The fields of each kind that something holds of, in the kind's order: found once, where asking each record would take long. */
export function fieldsWhere(
  holds: (spec: FieldSpec, field: string) => boolean,
): Readonly<Record<Kind, readonly string[]>> {
  const entries = KINDS.map((kind) => {
    const fields = Object.entries(kindSpecs[kind].fields).filter(([field, spec]) => holds(spec, field));
    return [kind, fields.map(([field]) => field)] as const;
  });
  return Object.fromEntries(entries) as unknown as Record<Kind, readonly string[]>;
}
