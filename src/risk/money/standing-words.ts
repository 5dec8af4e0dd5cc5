import type { RecordId } from "../../domain/ids.ts";
import { listOf } from "../sentence/labels.ts";
import { BINDINGS, type Binding } from "./binding.ts";
import { SHORT_BINDING_WORDS } from "./binding-words.ts";
import type { Money } from "./contract-money.ts";
import type { MoneyClass } from "./money-class.ts";
import { moneyTotals, type MoneyItem } from "./money-total.ts";
import { rangeWords } from "./money-words.ts";

/** Money under one contract or stake, and how it binds; null for a stake, which is held. */
export interface StandingMoney {
  readonly fact: RecordId;
  readonly moneyClass: MoneyClass;
  readonly amount: Money | null;
  readonly binding: Binding | null;
}

/** "signed: USD 30 billion of principal; letter of intent: up to USD 100 billion": from the firmest down. */
export function standingWords(entries: readonly StandingMoney[]): string {
  const parts = [null, ...BINDINGS].flatMap((word) => {
    const those = entries.filter(({ binding }) => binding === word);
    const standing = word === null ? "held" : SHORT_BINDING_WORDS[word];
    return those.length === 0 ? [] : [`${standing}: ${moneyOf(those)}`];
  });
  return parts.join("; ");
}

/** The amounts as items to be added up; entries without a value are none. */
export function moneyItems(entries: readonly StandingMoney[]): readonly MoneyItem[] {
  return entries.flatMap(({ fact, moneyClass, amount }) =>
    amount === null ? [] : [{ contract: fact, moneyClass, money: amount }],
  );
}

function moneyOf(entries: readonly StandingMoney[]): string {
  const amounts = moneyTotals(moneyItems(entries)).map(({ amount }) => rangeWords(amount));
  const unvalued = entries.filter(({ amount }) => amount === null).length;
  const rest = amounts.length === 0 ? "no stated value" : `${unvalued} more without a stated value`;
  return listOf(unvalued === 0 ? amounts : [...amounts, rest], amounts.length + 1);
}
