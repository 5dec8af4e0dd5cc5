import type { RecordIndex } from "../../projection/record-index.ts";
import { BINDING_WORDS } from "../money/binding-words.ts";
import type { MoneyClass, MoneyDirection } from "../money/money-class.ts";
import { intervalWords } from "../sentence/quantities.ts";
import { companyInText, labelOf, listOf } from "../sentence/labels.ts";
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

/** How one of several is told of; other classes say what it does "together with others". */
const TAKING_PART: Readonly<Partial<Record<MoneyClass, string>>> = {
  EQUITY: "a round of investments in",
  ACQUISITION: "a purchase from",
};

/** "Master lease: to pay Core Scientific, USD 10.2 billion of backlog; delivering, signed or under way with nothing said of conditions." */
export function commitmentSentence(
  records: RecordIndex,
  direction: MoneyDirection,
  commitment: Omit<Commitment, "sentence">,
): string {
  const { contract, amount, binding, isShared, isInForce, mayOverlap } = commitment;
  const deed = isShared
    ? sharedDeed(records, direction, commitment)
    : ownDeed(records, direction, commitment);
  const money = isShared ? "" : amount === null ? ", without a stated value" : `, ${intervalWords(amount)}`;
  const overlap = mayOverlap ? ", and no source says whether it lies inside another contract" : "";
  const doubt = isInForce ? "" : "; the dates leave open whether it is in force";
  return `${labelOf(records, contract)}: ${deed}${money}${overlap}; ${BINDING_WORDS[binding]}${doubt}.`;
}

type Told = Pick<Commitment, "moneyClass" | "counterparties" | "sharedAmount">;

function ownDeed(
  records: RecordIndex,
  direction: MoneyDirection,
  { moneyClass, counterparties }: Told,
): string {
  const others = listOf(counterparties.map((id) => companyInText(records, id)));
  return others === "" ? UNNAMED[moneyClass][direction] : `${VERBS[moneyClass][direction]} ${others}`;
}

/** "takes part in a round of investments in Anthropic, USD 65 billion of principal in all; its own part is not stated". */
function sharedDeed(records: RecordIndex, direction: MoneyDirection, commitment: Told): string {
  const { moneyClass, counterparties, sharedAmount } = commitment;
  const round = direction === "PAYS" ? TAKING_PART[moneyClass] : undefined;
  const others = listOf(counterparties.map((id) => companyInText(records, id)));
  const deed =
    round === undefined
      ? `${ownDeed(records, direction, commitment)}, together with others`
      : `takes part in ${others === "" ? round.replace(/ (?:in|from)$/u, "") : `${round} ${others}`}`;
  if (sharedAmount === null) return `${deed}, without a stated value`;
  return `${deed}, ${intervalWords(sharedAmount)} in all; its own part is not stated`;
}
