import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import { supportedRange } from "../../domain/supported-range.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { overlapsUnclearly } from "../contract-amounts.ts";

/** Bases that name the most, not the amount: at the least it is nothing. */
const LIMITS: readonly string[] = ["UP_TO", "GUARANTEE_CAP"];

/** Money of one currency and basis; `high` is null where a source says only "at least". */
export interface Money extends Interval {
  readonly low: number;
  readonly basis: string;
}

/**
 * The value of a contract between the least and the greatest that sources support; null without a value and a currency. What may lie
 * inside another contract, and what is only a limit, counts from nothing.
 */
export function contractMoney(records: RecordIndex, contract: StoredRecord): Money | null {
  const range = supportedRange(contract, "value", records.evidenceOf(contract.id));
  const unit = textField(contract, "currency");
  if (range === null || unit === undefined) return null;
  const basis = textField(contract, "valueBasis") ?? "UNKNOWN";
  const isFromNothing = LIMITS.includes(basis) || overlapsUnclearly(records, contract);
  return {
    low: isFromNothing ? 0 : range.least.value,
    high: booleanField(contract, "valueIsMinimum") ? null : range.greatest.value,
    unit,
    basis,
  };
}

/** The same, at the least nothing: a part of unknown size of it, or what perhaps is not in force. */
export function fromNothing(money: Money): Money {
  return { ...money, low: 0 };
}
