import type { RecordId } from "../../domain/ids.ts";
import { givesControl } from "../../domain/parent.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { Money } from "../money/contract-money.ts";
import { stakeFilter, stakeMoney } from "../money/held-stake.ts";
import { moneyTotals } from "../money/money-total.ts";
import { intervalWords } from "../sentence/quantities.ts";
import { labelOf } from "../sentence/labels.ts";
import { NO_CONTRACTS, type ExposureLine } from "./exposure-line.ts";
import { shareWords } from "./exposure-sentence.ts";

export interface StakeExposures {
  readonly lines: readonly ExposureLine[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
}

/** A line for each stake that is held and gives no control: what a company controls is a part of it. The share is one of the other company's capital, and its value as stated: what was paid, or what it is worth. */
export function stakeExposures(
  records: RecordIndex,
  company: RecordId,
  under: ComputedUnder,
): StakeExposures {
  const held = records
    .out(company, "OWNS_STAKE")
    .filter((stake) => textField(stake, "state") === "ACTIVE" && !givesControl(stake))
    .map((stake) => ({ stake, filter: stakeFilter(stake, under) }));
  return {
    lines: held.flatMap(({ stake, filter }) => (filter === null ? [lineOf(records, company, stake)] : [])),
    filtered: held.flatMap(({ stake, filter }) => (filter === null ? [] : [{ id: stake.id, filter }])),
  };
}

function lineOf(records: RecordIndex, company: RecordId, stake: StoredRecord): ExposureLine {
  const counterparty = stake.to ?? "";
  const part = numberField(stake, "share");
  const money = stakeMoney(stake);
  const share = part === undefined ? null : { low: part, high: part, unit: "fraction", basis: "capital" };
  const totals = moneyTotals(money === null ? [] : [{ contract: stake.id, moneyClass: "EQUITY", money }]);
  const name = labelOf(records, counterparty);
  return {
    ...NO_CONTRACTS,
    company,
    counterparty,
    channel: "EXPOSURE",
    source: "STAKE",
    totals,
    signed: totals,
    share,
    shareOf: share === null ? null : `the capital of ${name}`,
    shareReason: share === null ? "no source states it" : null,
    period: null,
    timing: null,
    facts: [stake.id],
    sentence: stakeSentence(labelOf(records, company), name, stake, share, money),
  };
}

function stakeSentence(
  holder: string,
  held: string,
  stake: StoredRecord,
  share: Interval | null,
  money: Money | null,
): string {
  const kind = textField(stake, "type") === "WARRANT" ? "a right to buy a part of" : "a stake in";
  const part = share === null ? "" : ` (${shareWords(share)} of its capital)`;
  const value = money === null ? "" : `, ${intervalWords(money)}`;
  return `${holder} holds ${kind} ${held}${part}${value}.`;
}
