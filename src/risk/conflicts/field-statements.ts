import { dayRange, parsePartialDate } from "../../domain/date.ts";
import type { FieldSpec } from "../../domain/field.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { basisOfField, unitOfField } from "../../domain/supported-range.ts";
import { dayNumber } from "../../projection/day-number.ts";
import { dateWords } from "../sentence/date-words.ts";
import { quantityWords } from "./quantity-words.ts";
import type { Quantity } from "./stated-precision.ts";
import type { Statement } from "./statement.ts";
import { withoutNoise } from "../without-noise.ts";

type Value = Pick<Statement, "quantity" | "isExact" | "text">;

/**
 * What sources say of one field of a fact: each piece of evidence that gives it, in the unit and on the basis that it names or else
 * those of the field; and the headline, on the sources of the whole record where no piece repeats it. Lists, names and coordinates
 * are left out.
 */
export function fieldStatements(
  fact: StoredRecord,
  field: string,
  evidence: readonly StoredRecord[],
): readonly Statement[] {
  const spec = fieldSpec(fact, field);
  if (spec === undefined) return [];
  const supporting = evidence.filter((entry) => textField(entry, "stance") !== "DISPUTES");
  const given = supporting
    .filter((entry) => textField(entry, "field") === field)
    .flatMap((entry) => statementOf(fact, field, spec, entry) ?? []);
  const headline = headlineValue(fact, field, spec);
  if (headline === undefined || given.length === 0) return given;
  const own = { unit: unitOf(fact, spec), basis: basisOfField(fact, field) ?? null };
  const isRepeated = (statement: Statement): boolean =>
    hasSameValue(statement, headline) && statement.unit === own.unit && statement.basis === own.basis;
  if (given.some(isRepeated)) return given.map((entry) => ({ ...entry, isHeadline: isRepeated(entry) }));
  const whole = supporting.filter((entry) => textField(entry, "field") === undefined);
  return [
    ...given,
    {
      ...headline,
      ...own,
      asOf: null,
      isHeadline: true,
      fact: fact.id,
      evidence: whole.map(({ id }) => id),
    },
  ];
}

/** The same number, be it the value or a limit; the same words. */
function hasSameValue({ quantity, text, isExact }: Statement, headline: Value): boolean {
  if (isExact || quantity === null || headline.quantity === null) return text === headline.text;
  const { low, high } = headline.quantity;
  return (quantity.low === low && low !== null) || (quantity.high === high && high !== null);
}

const NUMBERS: readonly string[] = ["int", "float", "fraction"];
const COORDINATES: readonly string[] = ["latitude", "longitude"];

function fieldSpec({ kind }: StoredRecord, field: string): FieldSpec | undefined {
  const { fields } = kindSpecs[kind];
  const spec = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const isLeftOut = spec?.list === true || COORDINATES.includes(field);
  const isTold = spec !== undefined && [...NUMBERS, "date", "word"].includes(spec.type);
  return isTold && !isLeftOut ? spec : undefined;
}

function statementOf(
  fact: StoredRecord,
  field: string,
  spec: FieldSpec,
  entry: StoredRecord,
): Statement | undefined {
  const unit = textField(entry, "unit") ?? unitOf(fact, spec);
  const value = NUMBERS.includes(spec.type)
    ? numberValue(numberField(entry, "value"), textField(entry, "bound"), unit)
    : wordValue(textField(entry, "text"), spec);
  if (value === undefined) return undefined;
  return {
    ...value,
    unit,
    basis: textField(entry, "basis") ?? basisOfField(fact, field) ?? null,
    asOf: textField(entry, "asOf") ?? null,
    isHeadline: false,
    fact: fact.id,
    evidence: [entry.id],
  };
}

function headlineValue(fact: StoredRecord, field: string, spec: FieldSpec): Value | undefined {
  if (!NUMBERS.includes(spec.type)) return wordValue(textField(fact, field), spec);
  const bound =
    fact.kind === "Observation"
      ? textField(fact, "bound")
      : fact.fields["valueIsMinimum"] === true && field === "value"
        ? "MIN"
        : undefined;
  return numberValue(numberField(fact, field), bound, unitOf(fact, spec));
}

function numberValue(
  value: number | undefined,
  bound: string | undefined,
  unit: string | null,
): Value | undefined {
  if (value === undefined) return undefined;
  const quantity = boundedQuantity(inPercent(value, unit), bound);
  return { quantity, isExact: false, text: quantityWords(quantity, unit) };
}

/** Shares in percent, without the noise of the multiplication, so that digits count as they are written. */
export function inPercent(value: number, unit: string | null): number {
  return unit === "%" ? withoutNoise(value * 100) : value;
}

export function boundedQuantity(value: number, bound: string | undefined): Quantity {
  return { low: bound === "MAX" ? null : value, high: bound === "MIN" ? null : value };
}

function wordValue(text: string | undefined, { type }: FieldSpec): Value | undefined {
  if (text === undefined) return undefined;
  if (type === "word")
    return { quantity: null, isExact: true, text: text.toLowerCase().replaceAll("_", " ") };
  const date = parsePartialDate(text);
  if (date === null) return undefined;
  const { first, last } = dayRange(date);
  const quantity = { low: dayNumber(first), high: dayNumber(last) };
  return { quantity, isExact: true, text: dateWords(date) };
}

/** Dates and words have none. */
function unitOf(fact: StoredRecord, spec: FieldSpec): string | null {
  if (spec.type === "fraction") return "%";
  return NUMBERS.includes(spec.type) ? (unitOfField(fact, spec) ?? null) : null;
}
