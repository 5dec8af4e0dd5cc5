import { moneyWords, valueWords } from "../sentence/quantities.ts";
import type { Interval } from "../answer.ts";
import { MONEY_CLASSES, type MoneyClass } from "./money-class.ts";
import type { MoneyTotal } from "./money-total.ts";

/** The basis says only that it is a limit: "up to" says so already. */
const LIMITS: readonly string[] = ["UP_TO", "GUARANTEE_CAP"];

/** "USD 250 billion over the base term", "up to USD 6.5 billion", "USD 100 billion to USD 138 billion over the base term". */
export function rangeWords({ low, high, unit, basis }: Interval): string {
  const most = (value: number): string =>
    LIMITS.includes(basis ?? "") ? moneyWords(value, unit) : valueWords(value, unit, basis ?? undefined);
  if (high === null) return `at least ${most(low ?? 0)}`;
  if ((low ?? 0) === 0 && high > 0) return `up to ${most(high)}`;
  return low === high ? most(high) : `${moneyWords(low ?? 0, unit)} to ${most(high)}`;
}

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
    return [`${CLASS_WORDS[moneyClass]} ${amounts.map(({ amount }) => rangeWords(amount)).join(", and ")}`];
  }).join("; ");
}
