import type { FieldSpec } from "../domain/field.ts";
import { capacityBasis, valueBasis } from "../domain/vocabularies/units.ts";

const CAPACITY_BASES: readonly string[] = Object.keys(capacityBasis.values);
const VALUE_BASES: readonly string[] = Object.keys(valueBasis.values);
const EVERY_BASIS: readonly string[] = [...new Set([...CAPACITY_BASES, ...VALUE_BASES])];

/** The words that can say what a number counts: those of power for megawatts, those of money for amounts, else either. */
export function basesOf({ unit }: Pick<FieldSpec, "unit">): readonly string[] {
  if (unit === "MW") return CAPACITY_BASES;
  return unit === "the currency" ? VALUE_BASES : EVERY_BASIS;
}
