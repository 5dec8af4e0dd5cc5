import { membershipAt, type Day } from "../../domain/date.ts";
import { hasRole, partiesIn, type LinkTest } from "../contract-parties.ts";
import { compareStrings } from "../../domain/compare.ts";
import { DEBT_TYPES } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { amountsOf, isRootAmong } from "../contract-amounts.ts";
import { contractSites, powerAt } from "./contract-sites.ts";
import { guaranteeFigures, guaranteeOf, isGuarantee, ownGuarantees } from "./guarantees.ts";
import type { MarketContext } from "./market-context.ts";
import type { FilteredRecord, MarketAmount, MarketEntry, MarketReading } from "./market-entry.ts";
import type { MarketKind } from "./market.ts";

const LESSORS: readonly PartyRole[] = ["LESSOR", "PROVIDER"];
const TENANTS: readonly PartyRole[] = ["LESSEE", "CUSTOMER"];
const RENT: readonly ContractType[] = ["LEASE", "HOSTING", "MASTER_AGREEMENT"];
const TRADE: readonly ContractType[] = [...RENT, "COMPUTE", "SUPPLY", "CAPACITY_RESERVATION"];
const SELLERS: readonly PartyRole[] = ["PROVIDER", "LESSOR", "SUPPLIER"];
const BUYERS: readonly PartyRole[] = ["CUSTOMER", "LESSEE", "BUYER"];

/** Whose side of which contracts makes a market. */
export interface ContractMarketRule {
  /** Absent: contracts of every type. */
  readonly types?: readonly ContractType[];
  /** Its amounts are what is guaranteed, not what the contracts are worth. */
  readonly countsGuarantees?: true;
  readonly subjectRoles: readonly PartyRole[];
  readonly memberRoles: readonly PartyRole[];
  /** Roles of which a contract names some and never all. */
  readonly openRoles?: readonly PartyRole[];
  /** What names no member is in the market too: somebody has it. */
  readonly countsUnnamed?: true;
  /** What the companies that the subject controls owe is in it too. */
  readonly isOfGroup?: true;
}

export const CONTRACT_MARKETS: Readonly<Partial<Record<MarketKind, ContractMarketRule>>> = {
  TENANTS_OF: { types: RENT, subjectRoles: LESSORS, memberRoles: TENANTS },
  LANDLORDS_OF: { types: RENT, subjectRoles: TENANTS, memberRoles: LESSORS },
  CUSTOMERS_OF: { types: TRADE, subjectRoles: SELLERS, memberRoles: BUYERS },
  SUPPLIERS_TO: { types: TRADE, subjectRoles: BUYERS, memberRoles: SELLERS },
  LENDERS_TO: {
    types: DEBT_TYPES,
    subjectRoles: ["BORROWER", "ISSUER"],
    memberRoles: ["LENDER", "HOLDER"],
    openRoles: ["HOLDER"],
    countsUnnamed: true,
    isOfGroup: true,
  },
  GUARANTORS_OF: {
    countsGuarantees: true,
    subjectRoles: ["BORROWER", "ISSUER", "LESSEE", "CUSTOMER"],
    memberRoles: ["GUARANTOR"],
    isOfGroup: true,
  },
};

/**
 * The contracts of a market at a date: roots of PART_OF only. A lease and its parts are the same megawatts, so parts never count beside
 * their whole.
 */
export function readContractMarket(
  context: MarketContext,
  rule: ContractMarketRule,
  subject: RecordId,
): MarketReading {
  const { projection } = context;
  const { inForce, filtered } = judgeContracts(context, contractsOf(context, rule, subject));
  const own = ownGuarantees(projection.records, inForce, subject);
  const roots = rootsAt(projection, own, subject, context.under.asOf);
  return {
    entries: roots.map((root) => entryOf(context, rule, root)),
    filtered,
    undated: inForce.filter(
      (contract) => textField(contract, "signed") === undefined && textField(contract, "end") === undefined,
    ).length,
  };
}

/** Which contracts count at the date, and which the filter leaves out. */
export function judgeContracts(
  context: MarketContext,
  contracts: readonly StoredRecord[],
): { readonly inForce: readonly StoredRecord[]; readonly filtered: readonly FilteredRecord[] } {
  const judged = contracts.map((contract) => ({ contract, filter: context.contractFilter(contract) }));
  return {
    inForce: judged.filter(({ filter }) => filter === null).map(({ contract }) => contract),
    filtered: judged.flatMap(({ contract, filter }) =>
      filter === null ? [] : [{ id: contract.id, filter }],
    ),
  };
}

function entryOf(context: MarketContext, rule: ContractMarketRule, root: ContractRoot): MarketEntry {
  const { records } = context.projection;
  const { contract } = root;
  const counts = countsIn(context);
  const caps =
    rule.countsGuarantees === true && !isGuarantee(contract) ? guaranteeFigures(context, contract.id) : null;
  const amounts =
    root.power ?? amountsOf(records, contract, context.under.asOf).map((amount) => promised(rule, amount));
  const holders = partiesIn(records, contract.id, rule.memberRoles, counts);
  return {
    id: contract.id,
    amounts: caps?.flatMap(guaranteeOf) ?? amounts,
    holders,
    hasOthers: holders.length > 0 && isOpen(records, rule, contract, counts),
    sites: contractSites(context, contract.id),
    contracts: [contract.id],
    facts: [contract.id, ...(caps ?? []).map(({ id }) => id)],
  };
}

function isOpen(
  records: RecordIndex,
  { openRoles }: ContractMarketRule,
  contract: StoredRecord,
  counts: LinkTest,
): boolean {
  if (openRoles === undefined) return false;
  return booleanField(contract, "othersPay") || partiesIn(records, contract.id, openRoles, counts).length > 0;
}

/** What is guaranteed is the whole of the cap, however little may ever be owed. */
function promised({ countsGuarantees }: ContractMarketRule, amount: MarketAmount): MarketAmount {
  const isCap = countsGuarantees === true && amount.basis === "GUARANTEE_CAP";
  return isCap ? { ...amount, low: amount.high } : amount;
}

export interface ContractRoot {
  readonly contract: StoredRecord;
  /** The power at the one site that is asked about, where the contract covers several. */
  readonly power?: readonly MarketAmount[];
}

/**
 * The contracts that count: roots of PART_OF. At one site, a contract over several sites counts by its power there; where that is not
 * stated but a part of it lies wholly at the site, the part speaks for it.
 */
export function rootsAt(
  projection: Projection,
  inForce: readonly StoredRecord[],
  subject: RecordId,
  day: Day,
): readonly ContractRoot[] {
  const { records } = projection;
  const isRoot = (contract: StoredRecord, among: readonly ContractRoot[]): boolean =>
    isRootAmong(projection, contract.id, new Set(among.map((root) => root.contract.id)));
  const plain = inForce.map((contract) => ({ contract }));
  if (records.record(subject)?.kind !== "Facility")
    return plain.filter(({ contract }) => isRoot(contract, plain));
  const atSite = inForce.flatMap((contract) => rootAtSite(records, contract, subject, day) ?? []);
  const stated = atSite.filter(({ contract }) => isRoot(contract, atSite));
  const wholes = new Set(
    atSite.flatMap(({ contract }) => records.out(contract.id, "PART_OF").map(({ to }) => to)),
  );
  const silent = plain.filter(
    ({ contract }) => !wholes.has(contract.id) && !atSite.some((root) => root.contract.id === contract.id),
  );
  return [...stated, ...silent.map(({ contract }) => ({ contract, power: [] }))];
}

/** A site that it covers by a record of little confidence still counts as another one: less is said of how much lies where. */
function rootAtSite(
  records: RecordIndex,
  contract: StoredRecord,
  site: RecordId,
  day: Day,
): ContractRoot | null {
  const covers = records
    .out(contract.id, "COVERS")
    .filter(
      (cover) => membershipAt(day, textField(cover, "validFrom"), textField(cover, "validTo")) !== "NO",
    );
  if (covers.length === 1) return { contract };
  const cover = covers.find(({ to }) => to === site);
  const power = cover === undefined ? null : powerAt(records, cover, day);
  return power === null ? null : { contract, power: [power] };
}

/** The links that count in a market; what the filter takes away is noted. */
export function countsIn({ linkFilter }: Pick<MarketContext, "linkFilter">): LinkTest {
  return (link) => linkFilter(link) === null;
}

function contractsOf(
  context: MarketContext,
  rule: ContractMarketRule,
  subject: RecordId,
): readonly StoredRecord[] {
  const { records } = context.projection;
  return [...new Set(linkedContracts(context, rule, subject))]
    .toSorted(compareStrings)
    .flatMap((id) => records.record(id) ?? [])
    .filter((contract) => rule.types?.includes(textField(contract, "type") as ContractType) ?? true)
    .filter(
      ({ id }) =>
        rule.countsUnnamed === true || partiesIn(records, id, rule.memberRoles, countsIn(context)).length > 0,
    );
}

/** By the kind of subject: what covers the facility, the contract with its guarantees, what the company is a party to. */
function linkedContracts(
  context: MarketContext,
  rule: ContractMarketRule,
  subject: RecordId,
): readonly RecordId[] {
  const { projection, groupOf } = context;
  const { records } = projection;
  const counts = countsIn(context);
  switch (records.record(subject)?.kind) {
    case "Facility":
      return records
        .in(subject, "COVERS")
        .filter(counts)
        .flatMap(({ from }) => from ?? []);
    case "Contract":
      return [
        subject,
        ...records
          .in(subject, "SECURES")
          .flatMap(({ from }) => records.record(from ?? "") ?? [])
          .filter(isGuarantee)
          .map(({ id }) => id),
      ];
    default:
      return (rule.isOfGroup === true ? groupOf(subject) : [subject])
        .flatMap((company) => records.out(company, "PARTY_TO"))
        .filter((party) => hasRole(party, rule.subjectRoles) && counts(party))
        .flatMap(({ to }) => to ?? []);
  }
}
