import type { RecordId } from "../../domain/ids.ts";
import type { Firmness } from "../../domain/vocabularies/contracts.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import type { Binding } from "../money/binding.ts";
import type { Money } from "../money/contract-money.ts";
import type { MoneyClass } from "../money/money-class.ts";
import type { MoneyItem } from "../money/money-total.ts";

/** What one company pays or is paid under one contract: a root of PART_OF among its contracts in force. */
export interface Commitment {
  readonly contract: RecordId;
  readonly moneyClass: MoneyClass;
  /** Companies on the other side, by id; empty where no source names one. */
  readonly counterparties: readonly RecordId[];
  readonly stage: Stage;
  /** False when no milestone says so and the least stage is assumed. */
  readonly stageIsKnown: boolean;
  readonly firmness: Firmness | null;
  readonly binding: Binding;
  /** Null where no source states a value, where only that of several together is stated, or the value is not the company's to pay. */
  readonly amount: Money | null;
  /** What all on its side pay, or are paid, together, where no source says what of it is its own; never summed. Otherwise null. */
  readonly sharedAmount: Money | null;
  /** False where the dates leave open whether it is in force on the day; its amount is then from nothing. */
  readonly isInForce: boolean;
  /** Others stand on the same side and no source splits it: there is a shared amount at the most. */
  readonly isShared: boolean;
  /** No source says whether it lies inside another contract: the amount is from nothing. */
  readonly mayOverlap: boolean;
  /** What of it sources say binds without conditions: itself, or parts of it. */
  readonly firm: readonly MoneyItem[];
  /** Contracts inside it that are in force, by id; their money is in its own and never added. */
  readonly parts: readonly RecordId[];
  /** The links that make the company a party. */
  readonly links: readonly RecordId[];
  readonly isUndated: boolean;
  readonly sentence: string;
}

/** A contract that ended by the day: shown, never summed. */
export interface EndedCommitment {
  readonly contract: RecordId;
  readonly moneyClass: MoneyClass;
  readonly counterparties: readonly RecordId[];
  readonly links: readonly RecordId[];
}
