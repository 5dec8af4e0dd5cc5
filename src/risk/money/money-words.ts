import { intervalWords } from "../sentence/quantities.ts";
import { MONEY_CLASSES, type MoneyClass } from "./money-class.ts";
import type { MoneyTotal } from "./money-total.ts";

const CLASS_WORDS: Readonly<Record<MoneyClass, string>> = {
  PURCHASE: "to buy or rent",
  DEBT: "in loans",
  EQUITY: "in equity",
  ACQUISITION: "in acquisitions",
  PROJECT: "in joint projects",
  GUARANTEE: "in guarantees",
};

/** "to buy or rent USD 250 billion over the base term, and up to USD 6.5 billion; in loans USD 1 billion of principal". */
export function totalsWords(totals: readonly MoneyTotal[]): string {
  return MONEY_CLASSES.flatMap((moneyClass) => {
    const amounts = totals.filter((total) => total.moneyClass === moneyClass);
    if (amounts.length === 0) return [];
    return [
      `${CLASS_WORDS[moneyClass]} ${amounts.map(({ amount }) => intervalWords(amount)).join(", and ")}`,
    ];
  }).join("; ");
}
