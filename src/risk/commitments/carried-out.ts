import { textField, type StoredRecord } from "../../domain/record.ts";
import { boundDays, dayNumber } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { MoneyClass } from "../money/money-class.ts";

/** What a facility or a limit leaves open: drawn or closed, it may still be paid in part only. */
const OPEN_BASES: readonly string[] = ["COMMITTED_FACILITY", "UP_TO"];
const PAID_AT_CLOSING: readonly string[] = ["BOND", "CONVERTIBLE"];

/**
 * Whether the money of a contract had surely passed by the day: drawn, or closed where closing pays (equity, bonds). A loan that
 * closed may still be undrawn.
 */
export function isCarriedOut(
  records: RecordIndex,
  contract: StoredRecord,
  moneyClass: MoneyClass,
  { asOf }: ComputedUnder,
): boolean {
  if (moneyClass !== "DEBT" && moneyClass !== "EQUITY") return false;
  if (OPEN_BASES.includes(textField(contract, "valueBasis") ?? "")) return false;
  const isPaidAtClosing =
    moneyClass === "EQUITY" || PAID_AT_CLOSING.includes(textField(contract, "type") ?? "");
  const day = dayNumber(asOf);
  return records.referring(contract.id, "MILESTONE_OF").some((milestone) => {
    const [rung, date] = [textField(milestone, "rung"), textField(milestone, "date")];
    const isReached =
      textField(milestone, "timing") === "ACTUAL" && date !== undefined && boundDays(date).last <= day;
    return isReached && (rung === "DRAWN" || (rung === "CLOSED" && isPaidAtClosing));
  });
}
