import type { Day } from "../../domain/date.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { contractValue } from "../contract-amounts.ts";

/** Money of one currency and basis; `high` is null where a source says only "at least". */
export interface Money extends Interval {
  readonly low: number;
  readonly basis: string;
}

/** The value of a contract on a day as an interval; null without a value and a currency. */
export function contractMoney(records: RecordIndex, contract: StoredRecord, day: Day): Money | null {
  const value = contractValue(records, contract, day);
  if (value === null) return null;
  const { low, high, unit, basis } = value;
  return { low, high: Number.isFinite(high) ? high : null, unit, basis };
}

/** The same, at the least nothing: a part of unknown size of it, or what perhaps is not in force. */
export function fromNothing(money: Money): Money {
  return { ...money, low: 0 };
}
