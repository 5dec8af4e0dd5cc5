import { idPrefix, idSlug } from "../../src/domain/ids.ts";
import { kindOfPrefix, kindSpecs } from "../../src/domain/kinds.ts";
import type { FieldSpec, FieldValue } from "../../src/domain/field.ts";
import type { GraphRecord } from "../../src/domain/record.ts";

/** A record in short: id, ends and the fields that matter; the kind follows from the id. */
export interface Sketch {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly [field: string]: FieldValue | undefined;
}

/** The whole record of a sketch: required fields that are missing get a plain value. References are never invented. */
export function sampleRecord({ id, from, to, ...given }: Sketch): GraphRecord {
  const kind = kindOfPrefix(idPrefix(id));
  if (kind === undefined) throw new TypeError(`no kind has ids like ${id}`);
  const fields: Record<string, FieldValue> = {};
  for (const [field, spec] of Object.entries(kindSpecs[kind].fields)) {
    const value = given[field] ?? (spec.required === true ? plainValue(spec, id) : undefined);
    if (value !== undefined) fields[field] = value;
  }
  for (const [field, value] of Object.entries(given)) if (value !== undefined) fields[field] = value;
  return { id, kind, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), fields };
}

function plainValue(spec: FieldSpec, id: string): FieldValue | undefined {
  if (spec.type === "word") return Object.keys(spec.vocabulary?.values ?? {})[0];
  return spec.type === "string" || spec.type === "text" ? idSlug(id) : PLAIN_VALUES[spec.type];
}

const PLAIN_VALUES: Readonly<Partial<Record<FieldSpec["type"], FieldValue>>> = {
  boolean: false,
  date: "2026",
  int: 0,
  float: 0,
  fraction: 0,
  currency: "USD",
  url: "https://example.org/",
};
