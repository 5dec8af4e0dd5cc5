import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { countsUnder } from "../contract-parties.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { contractMoney, type Money } from "./contract-money.ts";
import { partsOf, wholesOf } from "./contract-nesting.ts";
import { contractState } from "./contract-state.ts";
import { moneySides, type MoneySides } from "./money-sides.ts";

/**
 * What of a contract of several may pass between one payer and one payee: from nothing to the whole, less what parts of it name as the
 * money of others. What parts name as the pair's own is theirs already, and speaks for the whole. Null without a value.
 */
export function sharedPart(
  records: RecordIndex,
  contract: StoredRecord,
  { payer, payee }: { readonly payer: RecordId; readonly payee: RecordId },
  under: ComputedUnder,
): Money | null {
  const whole = contractMoney(records, contract, under.asOf);
  if (whole === null || whole.high === null) return whole === null ? null : { ...whole, low: 0 };
  const counts = countsUnder(under);
  const moneyClass = moneySides(records, contract, counts)?.moneyClass;
  const isOfOthers = (sides: MoneySides | null): boolean =>
    sides?.moneyClass === moneyClass &&
    ((sides?.payers.length ?? 0) > 0 || (sides?.payees.length ?? 0) > 0) &&
    !(isOrMayBe(sides?.payers, payer) && isOrMayBe(sides?.payees, payee));
  const others = partsOf(records, contract.id).flatMap((id) => {
    const part = records.record(id);
    const isTheirs =
      part !== undefined &&
      contractState(records, part, [], under).verdict === "HOLDS" &&
      isOfOthers(moneySides(records, part, counts));
    return isTheirs ? [part] : [];
  });
  const ids = new Set(others.map(({ id }) => id));
  const taken = others
    .filter(({ id }) => wholesOf(records, id).every((other) => !ids.has(other)))
    .flatMap((part) => contractMoney(records, part, under.asOf) ?? [])
    .filter(({ unit }) => unit === whole.unit)
    .reduce((total, { low }) => total + low, 0);
  return { ...whole, low: 0, high: Math.max(0, whole.high - taken) };
}

/** Somebody whom a part does not name may be anybody. */
function isOrMayBe(side: readonly RecordId[] | undefined, company: RecordId): boolean {
  return side === undefined || side.length === 0 || side.includes(company);
}
