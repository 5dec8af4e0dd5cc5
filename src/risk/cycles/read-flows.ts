import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType } from "../../domain/vocabularies/contracts.ts";
import { contractTerm, termBetween } from "../../projection/contract-term.ts";
import { boundDays } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { EVERY_LINK } from "../contract-parties.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { ownBinding, wholeBinding } from "../money/binding.ts";
import { contractMoney, fromNothing } from "../money/contract-money.ts";
import { contractState, isInForce } from "../money/contract-state.ts";
import { stakeFilter, stakeHolds, stakeMoney, stakeTerm } from "../money/held-stake.ts";
import type { MoneyClass } from "../money/money-class.ts";
import { sharedPart } from "../money/shared-part.ts";
import { partBindings } from "../money/part-bindings.ts";
import { isOfSeveral, moneySides, partyLinks } from "../money/money-sides.ts";
import { CAPACITY_TYPES, type FlowType, type MoneyFlow } from "./money-flow.ts";

/** A flow with the filter that takes it away; null where it counts. */
export interface ReadFlow {
  readonly flow: MoneyFlow;
  readonly filter: string | null;
}

/** Money that goes round nobody: what is paid once for a company, and what is owed only if others fail. */
const LEFT_OUT: readonly MoneyClass[] = ["ACQUISITION", "GUARANTEE"];
/** A warrant is a right to buy and no payment; what funds and states hold is others' money. */
const STAKES_LEFT_OUT: readonly string[] = ["WARRANT", "FUND_MANAGED", "STATE"];

/** Every flow of money between companies on a day, by contract and then by stake. Ended contracts flow no more. */
export function readFlows(records: RecordIndex, under: ComputedUnder): readonly ReadFlow[] {
  const byContract = records
    .ofKind("Contract")
    .flatMap((contract) => flowsOfContract(records, contract, under));
  const pairs = new Set(byContract.map(({ flow }) => `${flow.from} ${flow.to} ${flow.fact}`));
  const byStake = records
    .ofKind("OWNS_STAKE")
    .filter(({ from, to, fields }) => !pairs.has(`${from} ${to} ${String(fields["contract"])}`))
    .flatMap((stake) => flowOfStake(stake, under));
  return [...byContract, ...byStake];
}

function flowsOfContract(
  records: RecordIndex,
  contract: StoredRecord,
  under: ComputedUnder,
): readonly ReadFlow[] {
  // Each flow is judged with the links of its own two companies.
  const sides = moneySides(records, contract, EVERY_LINK);
  if (sides === null || LEFT_OUT.includes(sides.moneyClass)) return [];
  const { payers, payees, moneyClass } = sides;
  const isShared = isOfSeveral(sides);
  return payers.flatMap((from) =>
    payees.flatMap((to): readonly ReadFlow[] => {
      const links = partyLinks(records, new Set([from, to]), contract.id);
      const state = contractState(records, contract, links, under);
      const money = contractMoney(records, contract, under.asOf);
      const isSure = state.verdict === "HOLDS";
      const flow: MoneyFlow = {
        from,
        to,
        flowType: flowTypeOf(contract, moneyClass),
        fact: contract.id,
        moneyClass,
        amount: isShared
          ? sharedPart(records, contract, { payer: from, payee: to }, under)
          : money !== null && !isSure
            ? fromNothing(money)
            : money,
        sharedAmount: isShared ? money : null,
        isShared,
        isInForce: isSure,
        stage: state.stage,
        binding: isShared
          ? ownBinding(contract, state.stage)
          : wholeBinding(
              ownBinding(contract, state.stage),
              partBindings(records, contract.id, under).map(({ own }) => own),
            ),
        term: paymentTerm(records, contract),
        isUndated: state.isUndated,
        links,
      };
      return [{ flow, filter: isInForce(state) ? null : state.filter }];
    }),
  );
}

function flowTypeOf(contract: StoredRecord, moneyClass: MoneyClass): FlowType {
  const type = textField(contract, "type") as ContractType;
  if (moneyClass === "DEBT") return "LOAN";
  if (moneyClass === "EQUITY" || moneyClass === "PROJECT") return "INVESTMENT";
  if (type === "BACKSTOP") return "BACKSTOP";
  return CAPACITY_TYPES.includes(type) ? "CAPACITY" : "SUPPLY";
}

/** From the start of its term, or of the contract where the term has no start of its own. */
function paymentTerm(records: RecordIndex, contract: StoredRecord): MoneyFlow["term"] {
  const term = contractTerm(records, contract);
  const start = textField(contract, "start");
  return start === undefined ? term : { ...term, start: boundDays(start) };
}

/** A stake that is held. Stakes that are planned or agreed flow by their contract, where there is one. */
function flowOfStake(stake: StoredRecord, under: ComputedUnder): readonly ReadFlow[] {
  const { from, to } = stake;
  if (from === undefined || to === undefined || textField(stake, "state") !== "ACTIVE") return [];
  if (STAKES_LEFT_OUT.includes(textField(stake, "type") ?? "")) return [];
  const { since, until } = stakeTerm(stake);
  const money = stakeMoney(stake);
  const flow: MoneyFlow = {
    from,
    to,
    flowType: "STAKE",
    fact: stake.id,
    moneyClass: "EQUITY",
    // What it is worth is no flow.
    amount: money?.basis === "VALUATION" ? null : money,
    sharedAmount: null,
    isShared: false,
    isInForce: stakeHolds(stake, under) === "YES",
    stage: null,
    binding: null,
    term: termBetween(since, until),
    isUndated: since === undefined && until === undefined,
    links: [],
  };
  return [{ flow, filter: stakeFilter(stake, under) }];
}

/** The facts behind a flow, itself first. */
export function factsOfFlow({ fact, links }: MoneyFlow): readonly RecordId[] {
  return [fact, ...links];
}
