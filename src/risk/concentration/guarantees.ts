import { compareStrings } from "../../domain/compare.ts";
import { dayRange } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType } from "../../domain/vocabularies/contracts.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketAmount } from "./market-entry.ts";

const GUARANTEES: readonly ContractType[] = ["GUARANTEE", "RESIDUAL_VALUE_GUARANTEE"];

/** True for a contract that guarantees others and does nothing else. */
export function isGuarantee(contract: StoredRecord): boolean {
  return GUARANTEES.includes(textField(contract, "type") as ContractType);
}

/**
 * A guarantee and the lease that it secures are one promise: the guarantee speaks for it. Of the guarantees on one contract, that which
 * secures it alone speaks for a larger one that secures others too.
 */
export function ownGuarantees(
  records: RecordIndex,
  inForce: readonly StoredRecord[],
  subject: RecordId,
): readonly StoredRecord[] {
  const guarantees = inForce.filter(isGuarantee);
  const ids = new Set(guarantees.map(({ id }) => id));
  const isSpokenFor = (id: RecordId): boolean =>
    records.in(id, "SECURES").some(({ from }) => ids.has(from ?? ""));
  const isWider = (id: RecordId): boolean =>
    records
      .in(id, "PART_OF")
      .some(({ from }) => ids.has(from ?? "") && records.out(from ?? "", "SECURES").length === 1);
  const isOfContract = records.record(subject)?.kind === "Contract";
  return inForce.filter(({ id }) => !isSpokenFor(id) && !(isOfContract && id !== subject && isWider(id)));
}

/** How far a lease or bond with a guarantor is guaranteed: its latest such figure by the day, where there is one. */
export function guaranteeFigures(
  { projection: { records }, under }: MarketContext,
  contract: RecordId,
): readonly StoredRecord[] {
  const dayOf = (figure: StoredRecord): string => dayRange(textField(figure, "asOf") ?? LONG_AGO).first;
  return records
    .referring(contract, "OBSERVATION_OF")
    .filter(
      (figure) => textField(figure, "basis") === "GUARANTEE_CAP" && textField(figure, "timing") === "ACTUAL",
    )
    .filter((figure) => dayOf(figure) <= under.asOf)
    .toSorted((a, b) => compareStrings(dayOf(b), dayOf(a)) || compareStrings(a.id, b.id))
    .slice(0, 1);
}

const LONG_AGO = "0001";

export function guaranteeOf(figure: StoredRecord): readonly MarketAmount[] {
  const [value, unit] = [numberField(figure, "value"), textField(figure, "unit")];
  return value === undefined || unit === undefined
    ? []
    : [{ low: value, high: value, unit, basis: "GUARANTEE_CAP" }];
}
