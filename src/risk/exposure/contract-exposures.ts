import { CHANNELS, type Channel } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { contractPower } from "../contract-amounts.ts";
import type { Interval } from "../answer.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import {
  BINDINGS,
  guarantorBinding,
  isSigned,
  ownBinding,
  wholeBinding,
  type Binding,
} from "../money/binding.ts";
import { contractMoney, fromNothing } from "../money/contract-money.ts";
import { countedContracts } from "../money/contract-nesting.ts";
import { contractState, isInForce } from "../money/contract-state.ts";
import { sharedPart } from "../money/shared-part.ts";
import { moneyTotals } from "../money/money-total.ts";
import { countsForOthers, partyLinks } from "../money/money-sides.ts";
import { partBindings } from "../money/part-bindings.ts";
import { moneyItems, type StandingMoney } from "../money/standing-words.ts";
import { contractTies, type ContractTie } from "./contract-channel.ts";
import type { ContractShare } from "./contract-share.ts";
import { contractLineSentence } from "./exposure-sentence.ts";
import type { ExposureLine } from "./exposure-line.ts";

/** One contract in force that exposes the company. */
interface Exposed extends StandingMoney {
  readonly tie: ContractTie;
  readonly binding: Binding;
  readonly megawatts: Interval | null;
  readonly links: readonly RecordId[];
}

export interface ContractExposures {
  readonly lines: readonly ExposureLine[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
}

/** A line for each counterparty and channel. Sums run over contracts that lie inside no other of the line; bases are never mixed. */
export function contractExposures(
  records: RecordIndex,
  company: RecordId,
  under: ComputedUnder,
  shareFor: ContractShare,
): ContractExposures {
  const ids = new Set(records.out(company, "PARTY_TO").map(({ to }) => to ?? ""));
  const contracts = [...ids].toSorted(compareStrings).flatMap((id) => records.record(id) ?? []);
  const read = contracts.map((contract) => readContract(records, company, contract, under));
  const exposed = read.flatMap((entry) => entry.exposed);
  return {
    filtered: read.flatMap(({ filtered }) => filtered),
    lines: CHANNELS.flatMap((channel) =>
      channelLines(
        records,
        company,
        channel,
        exposed.filter(({ tie }) => tie.channel === channel),
        shareFor,
        under,
      ),
    ),
  };
}

function readContract(
  records: RecordIndex,
  company: RecordId,
  contract: StoredRecord,
  under: ComputedUnder,
): { readonly exposed: readonly Exposed[]; readonly filtered: ContractExposures["filtered"] } {
  const ties = contractTies(records, contract, countsForOthers(new Set([company]), under)).filter(
    (tie) => tie.company === company,
  );
  if (ties.length === 0) return { exposed: [], filtered: [] };
  const links = partyLinks(records, new Set([company]), contract.id);
  const state = contractState(records, contract, links, under);
  if (!isInForce(state))
    return {
      exposed: [],
      filtered: state.filter === null ? [] : [{ id: contract.id, filter: state.filter }],
    };
  const own = ownBinding(contract, state.stage);
  const parts = partBindings(records, contract.id, under).map((part) => part.own);
  const isSure = state.verdict === "HOLDS";
  const exposed = ties.map((tie): Exposed => {
    const isFromNothing = tie.isShared || !isSure;
    const money = tie.isValued ? contractMoney(records, contract, under.asOf) : null;
    return {
      tie,
      sharedAmount: tie.isShared ? money : null,
      fact: contract.id,
      moneyClass: tie.moneyClass,
      binding: bindingOf(tie, own, parts),
      amount: money !== null && isFromNothing ? fromNothing(money) : money,
      megawatts:
        tie.isValued && tie.moneyClass === "PURCHASE"
          ? powerOf(records, contract, under.asOf, isFromNothing)
          : null,
      links,
    };
  });
  return { exposed, filtered: [] };
}

function bindingOf({ isValued, isShared }: ContractTie, own: Binding, parts: readonly Binding[]): Binding {
  if (!isValued) return guarantorBinding(own);
  return isShared ? own : wholeBinding(own, parts);
}

function powerOf(
  records: RecordIndex,
  contract: StoredRecord,
  day: Day,
  isFromNothing: boolean,
): Interval | null {
  const power = contractPower(records, contract, day);
  if (power === null) return null;
  const { low, high, unit, basis } = power;
  return { low: isFromNothing ? 0 : low, high: Number.isFinite(high) ? high : null, unit, basis };
}

function channelLines(
  records: RecordIndex,
  company: RecordId,
  channel: Channel,
  exposed: readonly Exposed[],
  shareFor: ContractShare,
  under: ComputedUnder,
): readonly ExposureLine[] {
  const counterparties = [...new Set(exposed.flatMap(({ tie }) => tie.counterparties))].toSorted(
    compareStrings,
  );
  return counterparties.map((counterparty) => {
    const those = countedAmong(
      records,
      exposed.filter(({ tie }) => tie.counterparties.includes(counterparty)),
    ).map((entry) => partWith(records, entry, counterparty, under));
    return lineOf(records, company, counterparty, channel, those, shareFor);
  });
}

/** Of what several share, no more than parts leave to the two. */
function partWith(
  records: RecordIndex,
  entry: Exposed,
  counterparty: RecordId,
  under: ComputedUnder,
): Exposed {
  const { tie, fact, sharedAmount } = entry;
  const contract = records.record(fact);
  if (sharedAmount === null || contract === undefined) return entry;
  const [payer, payee] = tie.isPayer ? [tie.company, counterparty] : [counterparty, tie.company];
  return { ...entry, amount: sharedPart(records, contract, { payer, payee }, under) };
}

function countedAmong(records: RecordIndex, exposed: readonly Exposed[]): readonly Exposed[] {
  const counted = countedContracts(
    records,
    exposed.map(({ fact, tie }) => ({ id: fact, isShared: tie.isShared })),
  );
  return exposed.filter(({ fact }) => counted.has(fact));
}

function lineOf(
  records: RecordIndex,
  company: RecordId,
  counterparty: RecordId,
  channel: Channel,
  those: readonly Exposed[],
  shareFor: ContractShare,
): ExposureLine {
  const signed = those.filter(({ binding }) => isSigned(binding));
  const megawatts = powerByBasis(those);
  const line = {
    company,
    counterparty,
    channel,
    source: "CONTRACTS",
    contracts: those.map(({ fact }) => fact),
    totals: moneyTotals(moneyItems(those)),
    signed: moneyTotals(moneyItems(signed)),
    megawatts,
    ...shareFor(channel, counterparty),
    period: null,
    timing: null,
    binding: BINDINGS.find((word) => those.some(({ binding }) => binding === word)) ?? null,
    facts: those.flatMap(({ fact, links }) => [fact, ...links]),
  } as const;
  return { ...line, sentence: contractLineSentence(records, line, those) };
}

function powerByBasis(exposed: readonly Exposed[]): readonly Interval[] {
  const byBasis = new Map<string, Interval>();
  for (const { fact, megawatts } of exposed) {
    if (megawatts === null) continue;
    const key = megawatts.basis === "UNKNOWN" ? fact : (megawatts.basis ?? "");
    const known = byBasis.get(key);
    byBasis.set(key, known === undefined ? megawatts : plus(known, megawatts));
  }
  return [...byBasis].toSorted(([a], [b]) => compareStrings(a, b)).map(([, power]) => power);
}

function plus(a: Interval, b: Interval): Interval {
  const high = a.high === null || b.high === null ? null : a.high + b.high;
  return { ...a, low: (a.low ?? 0) + (b.low ?? 0), high };
}
