import { STAGES } from "../../domain/commitment.ts";
import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { contractType, firmness } from "../../domain/vocabularies/contracts.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { AFTER_ALL_DAYS, BEFORE_ALL_DAYS } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { isSigned, type Binding } from "../money/binding.ts";
import { moneyTotals, type MoneyItem, type MoneyTotal } from "../money/money-total.ts";
import { totalsWords } from "../money/money-words.ts";
import { labelOf, listOf, sentenceCase } from "../sentence/labels.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import type { Commitment } from "./commitment.ts";

export const commitmentGroup = vocabulary("CommitmentGroup", "What commitments are grouped by.", {
  STAGE: "The stage that each has reached, the highest first.",
  KIND: "The type of the contract.",
  COUNTERPARTY: "Who stands on the other side, the most contracts first.",
  ULTIMATE_PARENT: "The ultimate parent of who stands on the other side, the most contracts first.",
  FIRMNESS: "The stated firmness; a group of its own where no source states it.",
  YEAR: "The year in which it was signed or first known.",
});
export type CommitmentGroupBy = WordOf<typeof commitmentGroup>;

/** Commitments with one thing in common, and what they add up to. */
export interface CommitmentSum {
  /** The word, the year, or the companies by id; null where it is not known. */
  readonly key: string | null;
  readonly label: string;
  /** The companies of a group by counterparty; empty otherwise. */
  readonly companies: readonly RecordId[];
  readonly count: number;
  /** Those of which no source states a value. */
  readonly withoutValue: number;
  /** Those of which only the value of several together is stated: it is in no sum. */
  readonly withoutShare: number;
  /** What those add up to that are signed or under way and not known to be conditional or optional as a whole. */
  readonly signed: readonly MoneyTotal[];
  /** What the others add up to. A letter and the contract that came of it may speak of one money, so it is never added to `signed`. */
  readonly rest: readonly MoneyTotal[];
  /** What of it sources say binds without conditions. */
  readonly firm: readonly MoneyTotal[];
  /** What has been paid, drawn or closed already: it is in none of the others. */
  readonly carriedOut: readonly MoneyTotal[];
  readonly commitments: readonly Commitment[];
  readonly sentence: string;
}

/** Puts every commitment into one group. */
export function groupCommitments(
  records: RecordIndex,
  commitments: readonly Commitment[],
  by: CommitmentGroupBy,
  under: ComputedUnder,
): readonly CommitmentSum[] {
  const groups = new Map<string, Commitment[]>();
  for (const commitment of commitments) {
    const key = KEYS[by](records, commitment, under);
    groups.set(key, [...(groups.get(key) ?? []), commitment]);
  }
  return [...groups]
    .map(([key, members]) => {
      const companies = by === "COUNTERPARTY" || by === "ULTIMATE_PARENT" ? ids(key) : [];
      return groupOf(key === "" ? null : key, labelOfKey(records, key, companies, by), members, companies);
    })
    .toSorted((a, b) => compareGroups(a, b, by));
}

/** One group with its sums. */
export function groupOf(
  key: string | null,
  label: string,
  commitments: readonly Commitment[],
  companies: readonly RecordId[] = [],
): CommitmentSum {
  const sum = (isWanted: (binding: Binding) => boolean): readonly MoneyTotal[] =>
    moneyTotals(commitments.filter(({ binding }) => isWanted(binding)).flatMap(itemsOf));
  const isPaid = (binding: Binding): boolean => binding === "CARRIED_OUT";
  const signed = sum(isSigned);
  const rest = sum((binding) => !isSigned(binding) && !isPaid(binding));
  const carriedOut = sum(isPaid);
  const firm = moneyTotals(commitments.flatMap((commitment) => commitment.firm));
  const unsummed = commitments.filter(({ amount }) => amount === null);
  const withoutShare = unsummed.filter(({ sharedAmount }) => sharedAmount !== null).length;
  const withoutValue = unsummed.length - withoutShare;
  const group = {
    key,
    label,
    companies,
    count: commitments.length,
    withoutValue,
    withoutShare,
    signed,
    rest,
    firm,
    carriedOut,
    commitments,
  };
  return { ...group, sentence: groupSentence(group) };
}

function itemsOf({ contract, moneyClass, amount }: Commitment): readonly MoneyItem[] {
  return amount === null ? [] : [{ contract, moneyClass, money: amount }];
}

function groupSentence(group: Omit<CommitmentSum, "sentence">): string {
  const { label, count, withoutValue, withoutShare, signed, rest, firm, carriedOut, commitments } = group;
  const contracts = count === 1 ? "1 contract" : `${count} contracts`;
  const isOfOneKind = new Set(commitments.map(({ binding }) => binding)).size === 1;
  const words = [
    sumWords(isOfOneKind ? "" : "Signed or under way: ", signed),
    sumWords(isOfOneKind ? "" : "Conditional, optional or not signed: ", rest),
    totalsWords(firm) === totalsWords(signed) ? "" : sumWords("Said to bind without conditions: ", firm),
    sumWords(isOfOneKind ? "" : "Already paid or closed, and in none of these sums: ", carriedOut),
  ];
  return `${label}: ${contracts}${unvaluedWords(count, withoutValue, withoutShare)}.${words.join("")}`;
}

function sumWords(start: string, totals: readonly MoneyTotal[]): string {
  return totals.length === 0 ? "" : ` ${sentenceCase(`${start}${totalsWords(totals)}`)}.`;
}

function unvaluedWords(count: number, withoutValue: number, withoutShare: number): string {
  const parts = [
    ...ofThem(count, withoutValue, "without a stated value"),
    ...ofThem(count, withoutShare, "shared by several, its own part not stated"),
  ];
  if (parts.length === 0) return "";
  return `${count === 1 ? "" : ","} ${parts.join(" and ")}`;
}

function ofThem(count: number, some: number, words: string): readonly string[] {
  if (some === 0) return [];
  if (some < count) return [`${some} of them ${words}`];
  return [count === 1 ? words : `${count === 2 ? "both" : "all"} ${words}`];
}

type KeyReader = (records: RecordIndex, commitment: Commitment, under: ComputedUnder) => string;

const KEYS: Readonly<Record<CommitmentGroupBy, KeyReader>> = {
  STAGE: (_, { stage }) => stage,
  KIND: (records, { contract }) => records.record(contract)?.fields["type"]?.toString() ?? "",
  FIRMNESS: (_, commitment) => commitment.firmness ?? "",
  COUNTERPARTY: (_, { counterparties }) => counterparties.join(" "),
  ULTIMATE_PARENT: (records, { counterparties }, { asOf }) =>
    [...new Set(counterparties.map((id) => ultimateParent(records, id, asOf).parent))]
      .toSorted(compareStrings)
      .join(" "),
  YEAR: (records, { contract }) => yearOf(records, contract),
};

/** The year of the first known step; empty where the dates leave it open. */
function yearOf(records: RecordIndex, id: RecordId): string {
  const contract = records.record(id);
  if (contract === undefined) return "";
  const { first, last } = contractTerm(records, contract).start;
  if (first === BEFORE_ALL_DAYS || last === AFTER_ALL_DAYS) return "";
  const [from, to] = [first, last].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  return from === to ? String(from) : "";
}

function ids(key: string): readonly RecordId[] {
  return key === "" ? [] : key.split(" ");
}

function labelOfKey(
  records: RecordIndex,
  key: string,
  companies: readonly RecordId[],
  by: CommitmentGroupBy,
): string {
  if (companies.length > 0) return listOf(companies.map((id) => labelOf(records, id)));
  if (key !== "") return sentenceCase(key.toLowerCase().replaceAll("_", " "));
  if (by === "YEAR") return "Year not known";
  return by === "FIRMNESS" ? "Firmness not stated" : "Nobody named on the other side";
}

const ORDERS: Readonly<Partial<Record<CommitmentGroupBy, readonly string[]>>> = {
  STAGE: STAGES.toReversed(),
  KIND: Object.keys(contractType.values),
  FIRMNESS: Object.keys(firmness.values),
};

/** By the order of the words, by year, or the most contracts first; what is not known stands last. */
function compareGroups(a: CommitmentSum, b: CommitmentSum, by: CommitmentGroupBy): number {
  if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
  const order = ORDERS[by];
  if (order !== undefined) return order.indexOf(a.key) - order.indexOf(b.key);
  return (by === "YEAR" ? 0 : b.count - a.count) || compareStrings(a.key, b.key);
}
