import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { ContractType } from "../../domain/vocabularies/contracts.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import type { Term } from "../../projection/contract-term.ts";
import type { Binding } from "../money/binding.ts";
import type { Money } from "../money/contract-money.ts";
import type { MoneyClass } from "../money/money-class.ts";

export const flowType = vocabulary("MoneyFlowType", "What money goes from one company to another for.", {
  INVESTMENT: "An investment in equity, or the money of a joint venture.",
  STAKE: "A holding without a known contract; whether it paid the company itself, no source says.",
  LOAN: "A loan or a bond: from the lender to the borrower.",
  CAPACITY: "Rent, hosting or computing.",
  SUPPLY: "Parts, systems, power or building.",
  BACKSTOP: "A promise to buy what is not sold.",
});
export type FlowType = WordOf<typeof flowType>;

/** The types of contracts by the flow that they make; what is bought under others is SUPPLY. */
export const CAPACITY_TYPES: readonly ContractType[] = [
  "LEASE",
  "GROUND_LEASE",
  "HOSTING",
  "COMPUTE",
  "EQUIPMENT_FINANCING",
];

/** Money that one company pays another, or is to pay, under one contract or for one stake. Direction is that of the money. */
export interface MoneyFlow {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly flowType: FlowType;
  /** The contract or the stake. */
  readonly fact: RecordId;
  readonly moneyClass: MoneyClass;
  /** Null where no source states a value. */
  readonly amount: Money | null;
  /** All that several pay or are paid together, where no source says what of it goes this way; otherwise null. */
  readonly sharedAmount: Money | null;
  /** Several pay or are paid, and no source splits it: the amount is from nothing. */
  readonly isShared: boolean;
  /** False where its dates leave open whether it is in force on the day. */
  readonly isInForce: boolean;
  /** Null for a stake: it is held. */
  readonly stage: Stage | null;
  readonly binding: Binding | null;
  readonly term: Term;
  /** No date says when it began or ends. */
  readonly isUndated: boolean;
  /** The relationships that make the two parties; empty for a stake, which is one itself. */
  readonly links: readonly RecordId[];
}
