import type { DatasetProblem } from "../../domain/errors.ts";
import type { FieldSpec } from "../../domain/field.ts";
import { FACT_KINDS } from "../../domain/kind-names.ts";
import { fieldSpec, kindSpecs } from "../../domain/kinds.ts";
import { checkValue } from "../../domain/record-check.ts";
import { booleanField, listField, textField, type GraphRecord } from "../../domain/record.ts";
import { basesOf } from "../bases.ts";
import { CURRENCIES } from "../currencies.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf, type LocatedRecord } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expectation } from "../read-value.ts";
import { expected, problemAt } from "../problem.ts";
import { isUnit, UNIT_NAMES } from "../units.ts";

/** Every fact has a source, or is an inference that names its inputs. */
export function missingEvidence({ records, pointingTo }: LinkedDataset): DatasetProblem[] {
  return records.flatMap((located) => {
    const { record } = located;
    if (!FACT_KINDS.includes(record.kind) || isFoundedInference(record)) return [];
    if (pointingTo("Evidence", "fact", record.id).length > 0 || isWritten(located, "evidence")) return [];
    const message = `evidence of ${record.id} is missing; expected at least one source: evidence: [source:…]`;
    return [problemAt(located.at, "missing-evidence", message, record.id)];
  });
}

function isFoundedInference(record: GraphRecord): boolean {
  return booleanField(record, "inferred") && listField(record, "inferredFrom").length > 0;
}

/** Evidence speaks of a field that its fact can have, with a value that this field can have. */
export function evidenceFields({ ofKind, byId }: LinkedDataset): DatasetProblem[] {
  return ofKind("Evidence").flatMap((located) => {
    const fact = byId.get(textField(located.record, "fact") ?? "");
    if (fact === undefined) return [];
    const field = textField(located.record, "field");
    if (field === undefined) return valueWithoutField(located);
    const spec = fieldSpec(fact.record.kind, field);
    if (spec === undefined) return [unknownField(located, field, fact.record)];
    return [...wrongValue(located, field, spec), ...wrongBasis(located, spec), ...wrongUnit(located, spec)];
  });
}

function unknownField(located: LocatedRecord, field: string, fact: GraphRecord): DatasetProblem {
  const known = Object.keys(kindSpecs[fact.kind].fields);
  const what = `a field of ${fact.kind}: one of ${known.join(", ")}`;
  const message = expected("field", field, what, nearMiss(field, known));
  return problemAt(placeOf(located, "field"), "evidence-field", message, field);
}

function valueWithoutField(located: LocatedRecord): DatasetProblem[] {
  const { value } = located.record.fields;
  if (value === undefined) return [];
  const message = `value is ${String(value)} without a field; expected field: beside it, the field that has the value`;
  return [problemAt(placeOf(located, "value"), "evidence-field", message, value)];
}

function wrongValue(located: LocatedRecord, field: string, spec: FieldSpec): DatasetProblem[] {
  const { value } = located.record.fields;
  if (value === undefined) return [];
  const isNumber = spec.type === "float" || spec.type === "int" || spec.type === "fraction";
  const what = isNumber ? expectation(spec) : `text: instead of value:, because ${field} is no number`;
  if (isNumber && checkValue(field, value, spec).length === 0) return [];
  const message = `value is ${String(value)}; expected ${what}`;
  return [problemAt(placeOf(located, "value"), "evidence-value", message, value)];
}

function wrongBasis(located: LocatedRecord, spec: FieldSpec): DatasetProblem[] {
  const basis = textField(located.record, "basis");
  const known = basesOf(spec);
  if (basis === undefined || known.includes(basis)) return [];
  const message = expected("basis", basis, `one of ${known.join(", ")}`, nearMiss(basis, known));
  return [problemAt(placeOf(located, "basis"), "unknown-basis", message, basis)];
}

/** A value in another unit than its field's: a currency where the field is money, else any unit of observations. */
function wrongUnit(located: LocatedRecord, { unit: ofField }: FieldSpec): DatasetProblem[] {
  const unit = textField(located.record, "unit");
  const isMoney = ofField === "the currency";
  if (unit === undefined || (isMoney ? CURRENCIES.has(unit) : isUnit(unit))) return [];
  const what = isMoney
    ? "a currency of ISO 4217, such as USD"
    : `a currency, or one of ${UNIT_NAMES.join(", ")}`;
  const message = expected("unit", unit, what, nearMiss(unit, isMoney ? CURRENCIES : UNIT_NAMES));
  return [problemAt(placeOf(located, "unit"), "unknown-unit", message, unit)];
}
