import { InvalidArgumentError } from "./errors.ts";
import type { FieldSpec } from "./field.ts";
import { kindSpecs } from "./kinds.ts";
import { numberField, textField, type GraphRecord } from "./record.ts";

/** One end of a range. `evidence` is absent for the headline value when no evidence repeats it as a number. */
export interface RangeEnd {
  readonly value: number;
  readonly evidence?: GraphRecord;
}

/** The values of one field that sources support, in one unit and on one basis. */
export interface SupportedRange {
  readonly field: string;
  readonly unit?: string;
  readonly basis?: string;
  /** The curator's choice. */
  readonly headline?: number;
  readonly least: RangeEnd;
  readonly greatest: RangeEnd;
  /** Values left out because they count something else: another unit or basis. */
  readonly incomparable: number;
}

const NUMBERS: readonly string[] = ["int", "float", "fraction"];
/** The field beside a value that says what it counts. */
const BASIS_FIELDS: Readonly<Record<string, string>> = {
  value: "valueBasis",
  capacityMegawatts: "capacityBasis",
  megawatts: "capacityBasis",
};

/**
 * The least and the greatest supported value of a numeric field, its headline included; null when there is none.
 * Throws InvalidArgumentError for a field that is no number of the kind.
 */
export function supportedRange(
  record: GraphRecord,
  field: string,
  evidence: readonly GraphRecord[],
): SupportedRange | null {
  const unit = unitOfField(record, numericSpec(record, field));
  const basis = basisOfField(record, field);
  const { alike, incomparable } = supportedValues(record, field, evidence);
  const headline = numberField(record, field);
  const ends: RangeEnd[] = alike.map((entry) => ({
    value: numberField(entry, "value") ?? 0,
    evidence: entry,
  }));
  if (headline !== undefined) ends.push({ value: headline });
  const [first] = ends;
  if (first === undefined) return null;
  return {
    field,
    ...(unit === undefined ? {} : { unit }),
    ...(basis === undefined ? {} : { basis }),
    ...(headline === undefined ? {} : { headline }),
    least: ends.reduce((best, end) => (end.value < best.value ? end : best), first),
    greatest: ends.reduce((best, end) => (end.value > best.value ? end : best), first),
    incomparable,
  };
}

/**
 * The evidence that gives a number for a field, in its unit and on its basis, and how much of it counts something else.
 * Throws InvalidArgumentError for a field that is no number of the kind.
 */
export function supportedValues(
  record: GraphRecord,
  field: string,
  evidence: readonly GraphRecord[],
): { readonly alike: readonly GraphRecord[]; readonly incomparable: number } {
  const unit = unitOfField(record, numericSpec(record, field));
  const basis = basisOfField(record, field);
  const given = evidence.filter(
    (entry) =>
      textField(entry, "field") === field &&
      textField(entry, "stance") !== "DISPUTES" &&
      numberField(entry, "value") !== undefined,
  );
  const alike = given.filter((entry) => isAlike(entry, "unit", unit) && isAlike(entry, "basis", basis));
  return { alike, incomparable: given.length - alike.length };
}

function numericSpec({ kind }: GraphRecord, field: string): FieldSpec {
  const { fields } = kindSpecs[kind];
  const spec = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (spec !== undefined && NUMBERS.includes(spec.type)) return spec;
  const names = Object.keys(fields).filter((name) => NUMBERS.includes(fields[name]?.type ?? ""));
  const expected =
    names.length === 0 ? "no field: a record of this kind has no numbers" : `one of ${names.join(", ")}`;
  throw new InvalidArgumentError("field", `"${field}"`, expected);
}

/** The basis of a numeric field, where it has one. Observations have one basis for whatever they measure. */
export function basisOfField(record: GraphRecord, field: string): string | undefined {
  return textField(record, BASIS_FIELDS[field] ?? "basis") ?? textField(record, "basis");
}

/** The unit or currency of a numeric field, where it is known. */
export function unitOfField(record: GraphRecord, { unit }: FieldSpec): string | undefined {
  if (unit === "the currency") return textField(record, "currency");
  if (unit === "the unit beside it") return textField(record, "unit") ?? textField(record, "quantityUnit");
  return unit;
}

/** Evidence that names no unit or basis speaks in those of the field. */
function isAlike(entry: GraphRecord, field: "unit" | "basis", expected: string | undefined): boolean {
  const given = textField(entry, field);
  return given === undefined || given === expected;
}
