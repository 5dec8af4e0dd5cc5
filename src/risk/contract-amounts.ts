import type { Day } from "../domain/date.ts";
import type { RecordId } from "../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";
import type { RecordIndex } from "../projection/record-index.ts";
import { statedRange } from "./stated-range.ts";

/** One amount of one contract; low < high where sources differ or an overlap is unclear, high is Infinity where one says "at least". */
export interface Amount {
  readonly contract: RecordId;
  readonly low: number;
  readonly high: number;
  /** The least that sources state, whether it lies inside another contract or not. */
  readonly leastStated: number;
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

/** Bases that name the most, not the amount: at the least it is nothing. */
const LIMITS: readonly string[] = ["UP_TO", "GUARANTEE_CAP"];

/** The basis that a stated one counts as. */
export function plainBasis(stated: string | undefined): string {
  return stated !== undefined && IT_BASES.includes(stated) ? IT_BASIS : (stated ?? "UNKNOWN");
}

/** Power and value of a contract on a day, each on its basis. */
export function amountsOf(records: RecordIndex, contract: StoredRecord, day: Day): readonly Amount[] {
  return [contractPower(records, contract, day), contractValue(records, contract, day)].flatMap(
    (amount) => amount ?? [],
  );
}

/** Its value; null without a value and a currency. What may lie inside another contract, and what is only a limit, counts from nothing. */
export function contractValue(records: RecordIndex, contract: StoredRecord, day: Day): Amount | null {
  const range = statedRange(records, contract, "value", day);
  const unit = textField(contract, "currency");
  if (range === null || unit === undefined) return null;
  const basis = textField(contract, "valueBasis") ?? "UNKNOWN";
  const leastStated = LIMITS.includes(basis) ? 0 : range.low;
  const low = overlapsUnclearly(records, contract) ? 0 : leastStated;
  return { contract: contract.id, ...range, low, leastStated, unit, basis };
}

/** Megawatts for computers where the contract or an observation on it gives them, else its headline; from nothing where it may lie inside another. */
export function contractPower(records: RecordIndex, contract: StoredRecord, day: Day): Amount | null {
  const stated = plainBasis(textField(contract, "capacityBasis"));
  const headline = statedRange(records, contract, "capacityMegawatts", day);
  const observed = stated === IT_BASIS && headline !== null ? null : observedPower(records, contract);
  const range = observed ?? headline;
  if (range === null) return null;
  const low = overlapsUnclearly(records, contract) ? 0 : range.low;
  return {
    contract: contract.id,
    ...range,
    low,
    leastStated: range.low,
    unit: "MW",
    basis: observed === null ? stated : IT_BASIS,
  };
}

/** What an observation says that it has in power for computers. */
function observedPower(records: RecordIndex, contract: StoredRecord): Pick<Amount, "low" | "high"> | null {
  const observed = records
    .referring(contract.id, "OBSERVATION_OF")
    .find((observation) => isItPower(observation) && textField(observation, "timing") === "ACTUAL");
  if (observed === undefined) return null;
  const [value, bound] = [numberField(observed, "value"), textField(observed, "bound")];
  const low = numberField(observed, "low") ?? (bound === "MAX" ? 0 : value);
  const high = numberField(observed, "high") ?? (bound === "MIN" ? Infinity : value);
  return low === undefined || high === undefined ? null : { low, high };
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
