import type { RecordId } from "../../domain/ids.ts";
import { listOf } from "../sentence/labels.ts";
import { BINDINGS, type Binding } from "./binding.ts";
import { SHORT_BINDING_WORDS } from "./binding-words.ts";
import type { Money } from "./contract-money.ts";
import type { MoneyClass } from "./money-class.ts";
import { moneyTotals, type MoneyItem } from "./money-total.ts";
import { intervalWords, moneyWords } from "../sentence/quantities.ts";

/** Money under one contract or stake, and how it binds; null for a stake, which is held. */
export interface StandingMoney {
  readonly fact: RecordId;
  readonly moneyClass: MoneyClass;
  readonly amount: Money | null;
  readonly binding: Binding | null;
  /** All that several pay or are paid together, where no source says what of it is theirs; otherwise null. */
  readonly sharedAmount: Money | null;
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

/** "an unstated part of USD 20 billion of principal, at most USD 5 billion": the bound is told where parts of others make it. */
function sharedWords({ amount, sharedAmount }: StandingMoney): readonly string[] {
  if (sharedAmount === null) return [];
  const part = `an unstated part of ${intervalWords(sharedAmount)}`;
  const most = amount?.high ?? null;
  const isLess = most !== null && (sharedAmount.high === null || most < sharedAmount.high);
  return [isLess ? `${part} (at most ${moneyWords(most, sharedAmount.unit)})` : part];
}

/** The amounts as items to be added up; entries without a value are none. */
export function moneyItems(entries: readonly StandingMoney[]): readonly MoneyItem[] {
  return entries.flatMap(({ fact, moneyClass, amount }) =>
    amount === null ? [] : [{ contract: fact, moneyClass, money: amount }],
  );
}

function moneyOf(entries: readonly StandingMoney[]): string {
  const own = entries.filter(({ sharedAmount }) => sharedAmount === null);
  const amounts = [
    ...moneyTotals(moneyItems(own)).map(({ amount }) => intervalWords(amount)),
    ...entries.flatMap(sharedWords),
  ];
  const unvalued = entries.filter(({ amount }) => amount === null).length;
  const rest = amounts.length === 0 ? "no stated value" : `${unvalued} more without a stated value`;
  return listOf(unvalued === 0 ? amounts : [...amounts, rest], amounts.length + 1);
}
