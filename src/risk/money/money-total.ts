import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Money } from "./contract-money.ts";
import { MONEY_CLASSES, type MoneyClass } from "./money-class.ts";

/** Money of one contract, or of a part of it. */
export interface MoneyItem {
  readonly contract: RecordId;
  readonly moneyClass: MoneyClass;
  readonly money: Money;
}

/** What contracts add up to: one class, one currency, one basis. */
export interface MoneyTotal {
  readonly moneyClass: MoneyClass;
  readonly amount: Money;
  /** How many contracts are in it. */
  readonly contracts: number;
}

/**
 * Adds up money by class, currency and basis, and never across. Amounts whose basis nobody states may count different things:
 * each stands by itself. Totals come in the order of the classes, then the largest first, then by currency and basis.
 */
export function moneyTotals(items: readonly MoneyItem[]): readonly MoneyTotal[] {
  const groups = new Map<string, MoneyItem[]>();
  for (const item of items.toSorted((a, b) => compareStrings(a.contract, b.contract))) {
    const { unit, basis } = item.money;
    const key = `${item.moneyClass} ${unit} ${basis}${basis === "UNKNOWN" ? ` ${item.contract}` : ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].flatMap(totalOf).toSorted(compareTotals);
}

function totalOf(items: readonly MoneyItem[]): readonly MoneyTotal[] {
  const [first] = items;
  if (first === undefined) return [];
  const highs = items.map(({ money }) => money.high);
  return [
    {
      moneyClass: first.moneyClass,
      amount: {
        ...first.money,
        low: items.reduce((sum, { money }) => sum + money.low, 0),
        high: highs.includes(null) ? null : highs.reduce<number>((sum, high) => sum + (high ?? 0), 0),
      },
      contracts: new Set(items.map(({ contract }) => contract)).size,
    },
  ];
}

function compareTotals(a: MoneyTotal, b: MoneyTotal): number {
  return (
    MONEY_CLASSES.indexOf(a.moneyClass) - MONEY_CLASSES.indexOf(b.moneyClass) ||
    (b.amount.high ?? Infinity) - (a.amount.high ?? Infinity) ||
    compareStrings(a.amount.unit, b.amount.unit) ||
    compareStrings(a.amount.basis, b.amount.basis)
  );
}
