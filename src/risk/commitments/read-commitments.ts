import { compareStrings } from "../../domain/compare.ts";
import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Firmness } from "../../domain/vocabularies/contracts.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { overlapsUnclearly } from "../contract-amounts.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { guarantorBinding, ownBinding, wholeBinding, type Binding } from "../money/binding.ts";
import { contractMoney, fromNothing, type Money } from "../money/contract-money.ts";
import { countedContracts, wholesOf } from "../money/contract-nesting.ts";
import { contractState, isInForce, type ContractState } from "../money/contract-state.ts";
import type { MoneyClass, MoneyDirection } from "../money/money-class.ts";
import type { MoneyItem } from "../money/money-total.ts";
import { partBindings } from "../money/part-bindings.ts";
import {
  countsForOthers,
  guarantorsOf,
  moneySides,
  partyLinks,
  type MoneySides,
} from "../money/money-sides.ts";
import type { LinkTest } from "../contract-parties.ts";
import { isCarriedOut } from "./carried-out.ts";
import { commitmentSentence } from "./commitment-sentence.ts";
import type { Commitment, EndedCommitment } from "./commitment.ts";

export interface CommitmentsRead {
  /** By contract. */
  readonly commitments: readonly Commitment[];
  readonly ended: readonly EndedCommitment[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
  /** Contracts in force between the companies themselves: their money stays among them, and counts nowhere. */
  readonly internal: readonly RecordId[];
}

/** One contract with the companies on the side that is asked about. */
interface Side {
  readonly contract: StoredRecord;
  readonly moneyClass: MoneyClass;
  /** Others stand on the same side, named or not, and no source splits it. */
  readonly isShared: boolean;
  readonly counterparties: readonly RecordId[];
  /** Everybody on the other side is one of the companies too. */
  readonly isInternal: boolean;
  readonly links: readonly RecordId[];
  readonly state: ContractState;
  /** It guarantees a contract of others, whose value is not its own to pay. */
  readonly isBehind: boolean;
}

/**
 * The contracts under which companies pay, or are paid, on a day. Roots of PART_OF only. Where others pay beside them and parts name what
 * they pay alone, the parts speak for it: they count, and the whole does not.
 */
export function readCommitments(
  { records }: Projection,
  companies: readonly RecordId[],
  direction: MoneyDirection,
  under: ComputedUnder,
): CommitmentsRead {
  const all = sidesOf(records, new Set(companies), direction, under);
  const sides = all.filter(({ isInternal }) => !isInternal);
  const inForce = sides.filter(({ state }) => isInForce(state));
  const counted = countedContracts(
    records,
    inForce.map(({ contract, isShared }) => ({ id: contract.id, isShared })),
  );
  const roots = inForce.filter(({ contract }) => counted.has(contract.id));
  return {
    commitments: roots.map((side) => commitmentOf(records, side, inForce, direction, under)),
    ended: sides
      .filter(({ state }) => state.verdict === "ENDED")
      .map(({ contract, moneyClass, counterparties, links }) => ({
        contract: contract.id,
        moneyClass,
        counterparties,
        links,
      })),
    filtered: sides.flatMap(({ contract, state }) =>
      state.filter === null ? [] : [{ id: contract.id, filter: state.filter }],
    ),
    internal: all.flatMap(({ contract, isInternal, state }) =>
      isInternal && isInForce(state) ? [contract.id] : [],
    ),
  };
}

function sidesOf(
  records: RecordIndex,
  companies: ReadonlySet<RecordId>,
  direction: MoneyDirection,
  under: ComputedUnder,
): readonly Side[] {
  const counts = countsForOthers(companies, under);
  const ids = new Set([...companies].flatMap((id) => records.out(id, "PARTY_TO").map(({ to }) => to ?? "")));
  return [...ids].toSorted(compareStrings).flatMap((id) => {
    const contract = records.record(id);
    const side = contract === undefined ? null : sideOf(records, contract, companies, direction, counts);
    if (contract === undefined || side === null) return [];
    const links = partyLinks(records, companies, id);
    return [{ ...side, contract, links, state: contractState(records, contract, links, under) }];
  });
}

function facing(
  sides: MoneySides | null,
  direction: MoneyDirection,
): { readonly own: readonly RecordId[]; readonly others: readonly RecordId[] } {
  const { payers, payees } = sides ?? { payers: [], payees: [] };
  return direction === "PAYS" ? { own: payers, others: payees } : { own: payees, others: payers };
}

type Standing = Omit<Side, "contract" | "links" | "state">;

function sideOf(
  records: RecordIndex,
  contract: StoredRecord,
  companies: ReadonlySet<RecordId>,
  direction: MoneyDirection,
  counts: LinkTest,
): Standing | null {
  const sides = moneySides(records, contract, counts);
  const { own, others } = facing(sides, direction);
  const isOutside = (id: RecordId): boolean => !companies.has(id);
  const counterparties = others.filter(isOutside);
  const beside = own.filter(isOutside);
  if (sides !== null && beside.length < own.length) {
    const isInternal = counterparties.length === 0 && others.length > 0;
    const isShared = beside.length > 0 || (direction === "PAYS" && sides.hasOtherPayers);
    return { moneyClass: sides.moneyClass, isShared, counterparties, isInternal, isBehind: false };
  }
  if (direction === "RECEIVES" || guarantorsOf(records, contract, counts).every(isOutside)) return null;
  return { moneyClass: "GUARANTEE", isShared: false, counterparties, isInternal: false, isBehind: true };
}

function commitmentOf(
  records: RecordIndex,
  side: Side,
  inForce: readonly Side[],
  direction: MoneyDirection,
  under: ComputedUnder,
): Commitment {
  const { contract, moneyClass, state, links, counterparties, isShared } = side;
  // What others do beside it under parts of their own says nothing of how it is bound itself.
  const own = new Set(inForce.map((entry) => entry.contract.id));
  const parts = partBindings(records, contract.id, under).filter(({ id }) => !isShared || own.has(id));
  const plain = ownBinding(contract, state.stage);
  const bound: Binding = side.isBehind
    ? guarantorBinding(plain)
    : wholeBinding(
        plain,
        parts.map((part) => part.own),
      );
  const whole: Binding = isPaid(records, side, under) ? "CARRIED_OUT" : bound;
  const firmIds = new Set(parts.flatMap((part) => (part.own === "BINDS" ? [part.id] : [])));
  const firmParts = inForce.filter(
    (part) =>
      firmIds.has(part.contract.id) &&
      !isPaid(records, part, under) &&
      !wholesOf(records, part.contract.id).some((id) => firmIds.has(id)),
  );
  const firmSides = whole === "BINDS" ? [side] : whole === "PARTLY" ? firmParts : [];
  const commitment = {
    contract: contract.id,
    moneyClass,
    counterparties,
    stage: state.stage,
    stageIsKnown: state.stageIsKnown,
    firmness: (textField(contract, "firmness") as Firmness | undefined) ?? null,
    binding: whole,
    amount: moneyOf(records, side, under.asOf),
    sharedAmount: isShared ? contractMoney(records, contract, under.asOf) : null,
    isInForce: state.verdict === "HOLDS",
    isShared,
    mayOverlap: overlapsUnclearly(records, contract),
    firm: firmSides.flatMap((part) => itemOf(records, part, under.asOf)),
    parts: parts.map(({ id }) => id),
    links,
    isUndated: state.isUndated,
  };
  return { ...commitment, sentence: commitmentSentence(records, direction, commitment) };
}

function isPaid(
  records: RecordIndex,
  { contract, moneyClass, isBehind }: Side,
  under: ComputedUnder,
): boolean {
  return !isBehind && isCarriedOut(records, contract, moneyClass, under);
}

function itemOf(records: RecordIndex, side: Side, day: Day): readonly MoneyItem[] {
  const money = moneyOf(records, side, day);
  return money === null ? [] : [{ contract: side.contract.id, moneyClass: side.moneyClass, money }];
}

function moneyOf(
  records: RecordIndex,
  { contract, isBehind, isShared, state }: Side,
  day: Day,
): Money | null {
  // The whole of a round or takeover is not what one of several pays.
  const money = isBehind || isShared ? null : contractMoney(records, contract, day);
  return money !== null && state.verdict === "MAYBE" ? fromNothing(money) : money;
}
