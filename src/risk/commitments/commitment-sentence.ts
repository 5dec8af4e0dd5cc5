import type { RecordIndex } from "../../projection/record-index.ts";
import { BINDING_WORDS } from "../money/binding-words.ts";
import type { MoneyClass, MoneyDirection } from "../money/money-class.ts";
import { rangeWords } from "../money/money-words.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { Commitment } from "./commitment.ts";

const VERBS: Readonly<Record<MoneyClass, Readonly<Record<MoneyDirection, string>>>> = {
  PURCHASE: { PAYS: "to pay", RECEIVES: "to be paid by" },
  DEBT: { PAYS: "to lend to", RECEIVES: "to borrow from" },
  EQUITY: { PAYS: "to invest in", RECEIVES: "to take an investment from" },
  ACQUISITION: { PAYS: "to buy from", RECEIVES: "to sell to" },
  PROJECT: { PAYS: "to take part in the project of", RECEIVES: "to be funded by" },
  GUARANTEE: { PAYS: "to guarantee to", RECEIVES: "to be guaranteed by" },
};

/** The same where no source names the other side. */
const UNNAMED: Readonly<Record<MoneyClass, Readonly<Record<MoneyDirection, string>>>> = {
  PURCHASE: { PAYS: "to pay, nobody says whom", RECEIVES: "to be paid, nobody says by whom" },
  DEBT: { PAYS: "to lend, nobody says to whom", RECEIVES: "to borrow, nobody says from whom" },
  EQUITY: { PAYS: "to invest, nobody says in whom", RECEIVES: "to take investments, nobody says from whom" },
  ACQUISITION: { PAYS: "to buy, nobody says from whom", RECEIVES: "to sell, nobody says to whom" },
  PROJECT: { PAYS: "to take part in a joint project", RECEIVES: "to be funded, nobody says by whom" },
  GUARANTEE: { PAYS: "to guarantee, nobody says to whom", RECEIVES: "to be guaranteed, nobody says by whom" },
};

/** "Master lease: to pay Core Scientific, USD 10.2 billion of backlog; delivering, signed or under way with nothing said of conditions." */
export function commitmentSentence(
  records: RecordIndex,
  direction: MoneyDirection,
  commitment: Omit<Commitment, "sentence">,
): string {
  const { contract, moneyClass, counterparties, amount, binding, isShared, isInForce, mayOverlap } =
    commitment;
  const others = listOf(counterparties.map((id) => labelOf(records, id)));
  const deed = others === "" ? UNNAMED[moneyClass][direction] : `${VERBS[moneyClass][direction]} ${others}`;
  const shared = isShared ? ", beside others on the same side whose parts no source splits" : "";
  const money = amount === null ? ", without a stated value" : `, ${rangeWords(amount)}`;
  const overlap = mayOverlap ? ", and no source says whether it lies inside another contract" : "";
  const doubt = isInForce ? "" : "; the dates leave open whether it is in force";
  return `${labelOf(records, contract)}: ${deed}${money}${shared}${overlap}; ${BINDING_WORDS[binding]}${doubt}.`;
}
