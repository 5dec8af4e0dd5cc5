import type { Channel } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import { dayRange, type Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { countsUnder, partiesIn } from "../contract-parties.ts";
import type { Interval } from "../answer.ts";
import { amountsOf, overlapsUnclearly } from "../contract-amounts.ts";
import { countedContracts } from "../money/contract-nesting.ts";
import { intervalWords, moneyWords } from "../sentence/quantities.ts";
import { labelOf } from "../sentence/labels.ts";
import { isTradeChannel, type CountedContract, type LinkRule } from "./group-contracts.ts";
import type { MergerSide, PartyGroups } from "./party-groups.ts";

/** What contracts between the two groups add up to, in one channel and direction, one unit and one basis. */
export interface InternalTotal {
  /** Whose company rents, buys, borrows or is invested in. */
  readonly customer: MergerSide;
  readonly channel: Channel;
  /** Of the roots: bounds by all that sources support; what may lie inside another contract counts from nothing. */
  readonly total: Interval;
  /** Others have a part in each of them, and no source splits it: from nothing, and never added to what is the parties' own. */
  readonly isShared: boolean;
  /** Length of the terms, least to greatest; null where one is not known. */
  readonly years: Interval | null;
  /** Spread evenly over the term; null where it is no payment over a term, or a term is not known. */
  readonly perYear: Interval | null;
  /** What of it lies after the date, spread evenly; from the signature at the earliest. Null like `perYear`. */
  readonly remaining: Interval | null;
  readonly contracts: readonly RecordId[];
  readonly sentence: string;
}

export interface InternalContracts {
  readonly totals: readonly InternalTotal[];
  /** Every contract between the two that counts, parts too, by id. */
  readonly contracts: readonly RecordId[];
  /** Those that no other one contains for sure; a round with others gives way to its parts between the two alone. */
  readonly roots: readonly RecordId[];
  /** Roots with neither an amount nor megawatts. */
  readonly unsized: readonly RecordId[];
  /** Debts of either side that are secured by contracts that become internal. */
  readonly secured: readonly RecordId[];
}

interface RootAmount {
  readonly rule: LinkRule;
  readonly customer: MergerSide;
  readonly amount: Amount;
  readonly contract: StoredRecord;
  readonly isShared: boolean;
  readonly leastStated: number;
}

/** `high` is null where a source says only "at least". */
interface Range {
  readonly low: number;
  readonly high: number | null;
}

interface Amount extends Range {
  readonly unit: string;
  readonly basis: string;
}

/** Bases of money that is paid bit by bit over a term. */
const PAID_OVER_TERM: readonly string[] = ["BASE_TERM", "WITH_EXTENSIONS", "BACKLOG", "RPO", "FIRM"];
const DAYS_PER_YEAR = 365.25;

/** What one group owes the other becomes internal; `shared` are the contracts that count. */
export function internalContracts(
  projection: Projection,
  groups: PartyGroups,
  shared: readonly CountedContract[],
  under: ComputedUnder,
): InternalContracts {
  const { records } = projection;
  const contracts = shared.filter(({ link }) => link !== null && link.rule.isEndUse !== true);
  const ids = new Set(contracts.map(({ contract }) => contract.id));
  const counted = countedContracts(
    records,
    contracts.map((entry) => ({
      id: entry.contract.id,
      isShared: isWithOthers(projection, groups, under, entry),
    })),
  );
  const roots = contracts.filter(({ contract }) => counted.has(contract.id));
  const amounts = roots.flatMap((root) => amountsOfRoot(projection, groups, under, root));
  const totals = new Map<string, RootAmount[]>();
  for (const entry of amounts) {
    const { customer, rule, amount, isShared } = entry;
    // Amounts whose basis nobody states are never added: each contract stands by itself.
    const own = amount.basis === "UNKNOWN" ? ` ${entry.contract.id}` : "";
    const key = `${customer} ${rule.channel} ${amount.unit} ${amount.basis}${own}${isShared ? " of several" : ""}`;
    totals.set(key, [...(totals.get(key) ?? []), entry]);
  }
  const sized = new Set(amounts.map(({ contract }) => contract.id));
  const secured = contracts.flatMap(({ contract }) =>
    records
      .out(contract.id, "SECURES")
      .map(({ to }) => to ?? "")
      .filter((id) => records.record(id)?.kind === "Contract"),
  );
  return {
    totals: [...totals]
      .toSorted(([a], [b]) => compareStrings(a, b))
      .map(([, entries]) => totalOf(projection, groups, entries, under.asOf)),
    contracts: [...ids],
    roots: roots.map(({ contract }) => contract.id),
    unsized: roots.map(({ contract }) => contract.id).filter((id) => !sized.has(id)),
    secured: [...new Set(secured)].toSorted(compareStrings),
  };
}

/** Others than the two groups have a part in it, of unknown size. */
function isWithOthers(
  projection: Projection,
  groups: PartyGroups,
  under: ComputedUnder,
  { contract, link }: CountedContract,
): boolean {
  if (link === null) return false;
  const roles = [...link.rule.customers, ...link.rule.providers];
  const principals = partiesIn(projection.records, contract.id, roles, countsUnder(under));
  return booleanField(contract, "othersPay") || principals.some((company) => groups.sideOf(company) === null);
}

function amountsOfRoot(
  projection: Projection,
  groups: PartyGroups,
  under: ComputedUnder,
  root: CountedContract,
): readonly RootAmount[] {
  const { contract, link, isPerhaps } = root;
  if (link === null) return [];
  const { rule } = link;
  const customer = groups.sideOf(link.customer);
  if (customer === null) return [];
  const isShared = isWithOthers(projection, groups, under, root);
  const amounts = amountsOf(projection.records, contract, under.asOf).filter(
    ({ unit }) => unit !== "MW" || isTradeChannel(rule.channel),
  );
  return amounts.map(({ low, high, leastStated, unit, basis }) => ({
    rule,
    customer,
    contract,
    isShared,
    leastStated,
    amount: {
      low: isShared || isPerhaps ? 0 : low,
      high: Number.isFinite(high) ? high : null,
      unit,
      basis,
    },
  }));
}

function totalOf(
  projection: Projection,
  groups: PartyGroups,
  entries: readonly RootAmount[],
  day: Day,
): InternalTotal {
  const [{ customer, rule, amount, isShared, leastStated }] = entries as readonly [RootAmount];
  const add = (parts: readonly Range[]): Interval => ({
    ...sum(parts),
    unit: amount.unit,
    basis: amount.basis,
  });
  const isPaid = amount.unit !== "MW" && PAID_OVER_TERM.includes(amount.basis);
  const paid = isPaid ? entries.flatMap((entry) => payments(entry, day) ?? []) : [];
  const isTimed = isPaid && paid.length === entries.length;
  const total = add(entries.map((entry) => entry.amount));
  const perYear = isTimed ? add(paid.map((entry) => entry.perYear)) : null;
  const remaining = isTimed ? add(paid.map((entry) => entry.remaining)) : null;
  const contracts = entries.map(({ contract }) => contract.id);
  const terms = entries.flatMap((entry) => termYears(entry.contract) ?? []);
  const years =
    terms.length < entries.length
      ? null
      : { low: Math.min(...terms), high: Math.max(...terms), unit: "years", basis: null };
  const totals = { customer, channel: rule.channel, total, isShared, years, perYear, remaining, contracts };
  // A single contract is told as stated, with its doubt in words; several are a sum, from nothing for each that is in doubt.
  const told = entries.length === 1 && !isShared ? { ...total, low: leastStated } : total;
  return { ...totals, sentence: totalWords(projection, groups, rule, { ...totals, total: told }) };
}

/** Null where the length of the term is not known. */
function payments(
  { contract, amount: { low, high } }: RootAmount,
  day: Day,
): { readonly perYear: Range; readonly remaining: Range } | null {
  const start = textField(contract, "start");
  const signed = textField(contract, "signed");
  const years = termYears(contract);
  if (years === null) return null;
  const earliest = start ?? signed;
  const elapsedSince = (from: Day): number =>
    Math.min(Math.max((dayNumber(day) - dayNumber(from)) / DAYS_PER_YEAR / years, 0), 1);
  const most = earliest === undefined ? 1 : elapsedSince(dayRange(earliest).first);
  const least = start === undefined ? 0 : elapsedSince(dayRange(start).last);
  return {
    perYear: { low: low / years, high: high === null ? null : high / years },
    remaining: { low: low * (1 - most), high: high === null ? null : high * (1 - least) },
  };
}

/** As stated, else from start to end; null where neither is known. */
function termYears(contract: StoredRecord): number | null {
  const [start, end] = [textField(contract, "start"), textField(contract, "end")];
  const stated = numberField(contract, "termYears");
  if (stated !== undefined) return stated > 0 ? stated : null;
  if (start === undefined || end === undefined) return null;
  const years = (dayNumber(dayRange(end).last) - dayNumber(dayRange(start).first)) / DAYS_PER_YEAR;
  return years > 0 ? Math.round(years * 100) / 100 : null;
}

function sum(parts: readonly Range[]): Range {
  const highs = parts.map(({ high }) => high);
  return {
    low: parts.reduce((total, { low }) => total + low, 0),
    high: highs.includes(null) ? null : highs.reduce<number>((total, high) => total + (high ?? 0), 0),
  };
}

function totalWords(
  { records }: Projection,
  groups: PartyGroups,
  rule: LinkRule,
  { customer, total, isShared, years, perYear, remaining, contracts }: Omit<InternalTotal, "sentence">,
): string {
  const [buyer, seller] =
    customer === "ACQUIRER" ? [groups.acquirer, groups.target] : [groups.target, groups.acquirer];
  const name = (id: RecordId): string => labelOf(records, id);
  const isUnclear = contracts.every((id) => {
    const contract = records.record(id);
    return contract !== undefined && overlapsUnclearly(records, contract);
  });
  const term = years === null || perYear === null ? "" : ` (${yearsWords(years)})`;
  const head = `${name(buyer.party)} ${rule.verb} ${name(seller.party)}: ${intervalWords(total)}${term}`;
  const several = isShared ? ", shared with others whose parts no source splits" : "";
  const maybe = isUnclear ? ", which may lie inside another contract between them" : "";
  const yearly = perYear === null ? "" : `, ${plainWords(perYear)} a year when spread evenly`;
  const left = remaining === null ? "" : `, of which ${plainWords(remaining)} falls after this date`;
  return `${head}${several}${maybe}${yearly}${left}.`;
}

function yearsWords({ low, high }: Interval): string {
  return low === high ? `${low} years` : `${low} to ${high} years`;
}

function plainWords({ low, high, unit }: Interval): string {
  if (high === null) return `at least ${moneyWords(low ?? 0, unit)}`;
  if (low === high) return moneyWords(high, unit);
  return low === 0
    ? `up to ${moneyWords(high, unit)}`
    : `${moneyWords(low ?? 0, unit)} to ${moneyWords(high, unit)}`;
}
