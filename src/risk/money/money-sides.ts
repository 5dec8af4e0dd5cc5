import { countsUnder, partiesIn, type LinkTest } from "../contract-parties.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { compareIds, compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { MoneyClass } from "./money-class.ts";
import { MONEY_RULES, type MoneyRule } from "./money-rules.ts";

/** Who pays whom under a contract. */
export interface MoneySides {
  readonly moneyClass: MoneyClass;
  /** Companies, by id; empty where no source names one. */
  readonly payers: readonly RecordId[];
  readonly payees: readonly RecordId[];
  /** Others, whom the graph does not name, pay too: who is named pays a part of unknown size. */
  readonly hasOtherPayers: boolean;
}

/**
 * The sides of the money of a contract, of the parties whose link counts; null where its type or these parties say nothing of money.
 * Who is only expected to join is on no side.
 */
export function moneySides(
  records: RecordIndex,
  contract: StoredRecord,
  counts: LinkTest,
): MoneySides | null {
  const parties = records
    .in(contract.id, "PARTY_TO")
    .filter((party) => !booleanField(party, "isProspective") && counts(party))
    .toSorted(compareIds);
  const type = textField(contract, "type") as ContractType | undefined;
  for (const rule of MONEY_RULES) {
    if (type === undefined || !rule.types.includes(type)) continue;
    const sides = sidesBy(rule, parties);
    if (sides !== null) return { ...sides, hasOtherPayers: hasOtherPayers(contract, parties) };
  }
  return null;
}

/** Of the holders of a bond only some are ever named. */
function hasOtherPayers(contract: StoredRecord, parties: readonly StoredRecord[]): boolean {
  return (
    booleanField(contract, "othersPay") || parties.some((party) => textField(party, "role") === "HOLDER")
  );
}

function sidesBy(
  rule: MoneyRule,
  parties: readonly StoredRecord[],
): Omit<MoneySides, "hasOtherPayers"> | null {
  const payers = firstWith(rule.payers, parties);
  const payees = firstWith(rule.payees, parties).filter((id) => !payers.includes(id));
  if (payees.length === 0 && (payers.length === 0 || rule.needsPayee === true)) return null;
  return { moneyClass: rule.moneyClass, payers, payees };
}

function firstWith(
  groups: readonly (readonly PartyRole[])[],
  parties: readonly StoredRecord[],
): readonly RecordId[] {
  for (const roles of groups) {
    const found = parties.filter((party) => roles.includes(textField(party, "role") as PartyRole));
    if (found.length > 0) return [...new Set(found.map(({ from }) => from ?? ""))].toSorted(compareStrings);
  }
  return [];
}

/**
 * Companies that stand behind a contract of others, such as a lease. They owe only if another does not pay, and no source says how much
 * of the contract's own value that is.
 */
export function guarantorsOf(
  records: RecordIndex,
  contract: StoredRecord,
  counts: LinkTest,
): readonly RecordId[] {
  const sides = moneySides(records, contract, counts);
  if (sides?.moneyClass === "GUARANTEE") return [];
  return partiesIn(records, contract.id, ["GUARANTOR"], counts);
}

/** Which parties count beside some companies; their own links are judged with the contract, so that what the filter takes away can be told. */
export function countsForOthers(companies: ReadonlySet<RecordId>, under: ComputedUnder): LinkTest {
  const counts = countsUnder(under);
  return (party) => companies.has(party.from ?? "") || counts(party);
}

/** Several stand on one of the two sides, and no source splits the money. */
export function isOfSeveral({ payers, payees, hasOtherPayers: hasMore }: MoneySides): boolean {
  return payers.length > 1 || payees.length > 1 || hasMore;
}

/** The links that make some companies parties to a contract. */
export function partyLinks(
  records: RecordIndex,
  companies: ReadonlySet<RecordId>,
  contract: RecordId,
): readonly RecordId[] {
  return records
    .in(contract, "PARTY_TO")
    .filter(({ from }) => companies.has(from ?? ""))
    .map(({ id }) => id);
}
