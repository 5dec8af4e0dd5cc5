import type { RecordId } from "../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";
import type { RecordIndex } from "../projection/record-index.ts";

/** One amount of one contract; low < high where sources differ or an overlap is unclear. */
export interface Amount {
  readonly contract: RecordId;
  readonly low: number;
  readonly high: number;
  /** `MW`, or a currency. */
  readonly unit: string;
  readonly basis: string;
}

/**
 * Power for computers under contract. A contract that covers critical IT and one whose megawatts are called contracted IT count the
 * same thing, so both are one basis here; no other bases are.
 */
export const IT_BASIS = "CONTRACTED_IT";
const IT_BASES: readonly string[] = ["CRITICAL_IT", "CONTRACTED_IT"];

/** The basis that a stated one counts as. */
export function plainBasis(stated: string | undefined): string {
  return stated !== undefined && IT_BASES.includes(stated) ? IT_BASIS : (stated ?? "UNKNOWN");
}

/** Power and value of a contract, each on its basis. A contract whose overlap with another is unclear counts from nothing. */
export function amountsOf({ records }: Projection, contract: StoredRecord): readonly Amount[] {
  const isUnclear = overlapsUnclearly(records, contract);
  const amount = (value: number, unit: string, basis: string): Amount => ({
    contract: contract.id,
    low: isUnclear ? 0 : value,
    high: value,
    unit,
    basis,
  });
  const power = contractPower(records, contract);
  const value = numberField(contract, "value");
  const currency = textField(contract, "currency");
  return [
    ...(power === null ? [] : [amount(power.megawatts, "MW", power.basis)]),
    ...(value === undefined || currency === undefined
      ? []
      : [amount(value, currency, textField(contract, "valueBasis") ?? "UNKNOWN")]),
  ];
}

export interface ContractPower {
  readonly megawatts: number;
  readonly basis: string;
}

/** Megawatts for computers where the contract or an observation on it gives them, else its headline. */
export function contractPower(records: RecordIndex, contract: StoredRecord): ContractPower | null {
  const headline = numberField(contract, "capacityMegawatts");
  const basis = textField(contract, "capacityBasis") ?? "UNKNOWN";
  if (headline !== undefined && IT_BASES.includes(basis)) return { megawatts: headline, basis: IT_BASIS };
  const observed = records
    .referring(contract.id, "OBSERVATION_OF")
    .find((observation) => isItPower(observation) && textField(observation, "timing") === "ACTUAL");
  const megawatts = observed === undefined ? undefined : numberField(observed, "value");
  if (megawatts !== undefined) return { megawatts, basis: IT_BASIS };
  return headline === undefined ? null : { megawatts: headline, basis };
}

function isItPower(observation: StoredRecord): boolean {
  return (
    textField(observation, "unit") === "MW" &&
    IT_BASES.includes(textField(observation, "basis") ?? "") &&
    textField(observation, "metric") === "FACILITY_MW"
  );
}

/** True when no other contract of the set contains it for sure. */
export function isRootAmong(
  { records }: Projection,
  contract: RecordId,
  others: ReadonlySet<RecordId>,
): boolean {
  const isInside = records
    .out(contract, "PART_OF")
    .some((partOf) => others.has(partOf.to ?? "") && !booleanField(partOf, "overlapUnclear"));
  const isSuperseded = records.in(contract, "SUPERSEDES").some(({ from }) => others.has(from ?? ""));
  return !isInside && !isSuperseded;
}

/** True when nobody says whether it lies inside another contract. */
export function overlapsUnclearly(records: RecordIndex, contract: StoredRecord): boolean {
  return (
    booleanField(contract, "overlapUnclear") ||
    records.out(contract.id, "PART_OF").some((partOf) => booleanField(partOf, "overlapUnclear"))
  );
}
