import { compareStrings } from "../../domain/compare.ts";
import { DEBT_TYPES } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { amountsOf, contractPower, isRootAmong, plainBasis } from "../contract-amounts.ts";
import type { MarketContext } from "./market-context.ts";
import type { EntrySite, FilteredRecord, MarketAmount, MarketEntry, MarketReading } from "./market-entry.ts";
import type { MarketKind } from "./market.ts";

const LESSORS: readonly PartyRole[] = ["LESSOR", "PROVIDER"];
const TENANTS: readonly PartyRole[] = ["LESSEE", "CUSTOMER"];
const RENT: readonly ContractType[] = ["LEASE", "HOSTING", "MASTER_AGREEMENT"];
const TRADE: readonly ContractType[] = [...RENT, "COMPUTE", "SUPPLY", "CAPACITY_RESERVATION"];
const SELLERS: readonly PartyRole[] = ["PROVIDER", "LESSOR", "SUPPLIER"];
const BUYERS: readonly PartyRole[] = ["CUSTOMER", "LESSEE", "BUYER"];
const GUARANTEES: readonly ContractType[] = ["GUARANTEE", "RESIDUAL_VALUE_GUARANTEE"];

/** Whose side of which contracts makes a market. */
export interface ContractMarketRule {
  /** Absent: contracts of every type. */
  readonly types?: readonly ContractType[];
  /** Only the amounts of these count; absent: of all. */
  readonly amountTypes?: readonly ContractType[];
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
  // A lease or bond with a guarantor says that it is guaranteed, and not how far.
  GUARANTORS_OF: {
    amountTypes: GUARANTEES,
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
  const roots = rootsAt(projection, ownGuarantees(projection.records, inForce, subject), subject);
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
  const { projection } = context;
  const { records } = projection;
  const { contract } = root;
  const isCounted = rule.amountTypes?.includes(textField(contract, "type") as ContractType) ?? true;
  const holders = partiesOf(records, contract.id, rule.memberRoles);
  return {
    id: contract.id,
    amounts: isCounted ? (root.power ?? amountsOf(projection, contract)) : [],
    holders,
    hasOthers: partiesOf(records, contract.id, rule.openRoles ?? []).length > 0,
    sites: sitesOf(context, contract.id),
    contracts: [contract.id],
    facts: [contract.id],
  };
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
): readonly ContractRoot[] {
  const { records } = projection;
  const isRoot = (contract: StoredRecord, among: readonly ContractRoot[]): boolean =>
    isRootAmong(projection, contract.id, new Set(among.map((root) => root.contract.id)));
  const plain = inForce.map((contract) => ({ contract }));
  if (records.record(subject)?.kind !== "Facility")
    return plain.filter(({ contract }) => isRoot(contract, plain));
  const atSite = inForce.flatMap((contract) => rootAtSite(records, contract, subject) ?? []);
  const stated = atSite.filter(({ contract }) => isRoot(contract, atSite));
  const wholes = new Set(
    atSite.flatMap(({ contract }) => records.out(contract.id, "PART_OF").map(({ to }) => to)),
  );
  const silent = plain.filter(
    ({ contract }) => !wholes.has(contract.id) && !atSite.some((root) => root.contract.id === contract.id),
  );
  return [...stated, ...silent.map(({ contract }) => ({ contract, power: [] }))];
}

function rootAtSite(records: RecordIndex, contract: StoredRecord, site: RecordId): ContractRoot | null {
  const covers = records.out(contract.id, "COVERS");
  if (covers.length === 1) return { contract };
  const cover = covers.find(({ to }) => to === site);
  const megawatts = cover === undefined ? undefined : numberField(cover, "megawatts");
  if (cover === undefined || megawatts === undefined) return null;
  return { contract, power: [exactly(megawatts, plainBasis(textField(cover, "capacityBasis")))] };
}

/** True for a contract that guarantees others and does nothing else. */
export function isGuarantee(contract: StoredRecord): boolean {
  return GUARANTEES.includes(textField(contract, "type") as ContractType);
}

/**
 * A guarantee and the lease that it secures are one promise: the guarantee speaks for it. Of the guarantees on one contract, that which
 * secures it alone speaks for a larger one that secures others too.
 */
function ownGuarantees(
  records: RecordIndex,
  inForce: readonly StoredRecord[],
  subject: RecordId,
): readonly StoredRecord[] {
  const guarantees = inForce.filter(isGuarantee);
  const ids = new Set(guarantees.map(({ id }) => id));
  const isSpokenFor = (id: RecordId): boolean =>
    records.in(id, "SECURES").some(({ from }) => ids.has(from ?? ""));
  const isWider = (id: RecordId): boolean =>
    records
      .in(id, "PART_OF")
      .some(({ from }) => ids.has(from ?? "") && records.out(from ?? "", "SECURES").length === 1);
  const isOfContract = records.record(subject)?.kind === "Contract";
  return inForce.filter(({ id }) => !isSpokenFor(id) && !(isOfContract && id !== subject && isWider(id)));
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
    .filter(({ id }) => rule.countsUnnamed === true || partiesOf(records, id, rule.memberRoles).length > 0);
}

/** By the kind of subject: what covers the facility, the contract with its guarantees, what the company is a party to. */
function linkedContracts(
  { projection: { records }, groupOf }: MarketContext,
  rule: ContractMarketRule,
  subject: RecordId,
): readonly RecordId[] {
  switch (records.record(subject)?.kind) {
    case "Facility":
      return records.in(subject, "COVERS").flatMap(({ from }) => from ?? []);
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
        .filter((party) => hasRole(party, rule.subjectRoles))
        .flatMap(({ to }) => to ?? []);
  }
}

/** The companies that have one of the roles in a contract, by id. */
export function partiesOf(
  records: RecordIndex,
  contract: RecordId,
  roles: readonly PartyRole[],
): readonly RecordId[] {
  const parties = records.in(contract, "PARTY_TO").filter((party) => hasRole(party, roles));
  return [...new Set(parties.map(({ from }) => from ?? ""))].toSorted(compareStrings);
}

/** Who is only expected to join has no part in a market yet. */
function hasRole(party: StoredRecord, roles: readonly PartyRole[]): boolean {
  return roles.includes(textField(party, "role") as PartyRole) && !booleanField(party, "isProspective");
}

/** The facilities that a contract covers, with its power at each where it states that, or where its parts there do. */
function sitesOf(context: MarketContext, contract: RecordId): readonly EntrySite[] {
  const { records } = context.projection;
  const sites = new Map<RecordId, EntrySite>();
  for (const cover of facilitiesCovered(records, contract)) {
    const [site, amount] = [cover.to ?? "", powerAt(cover)];
    sites.set(site, { site, amount, isAll: amount !== null });
  }
  for (const part of partsOf(context, contract)) {
    const [cover, ...others] = facilitiesCovered(records, part.id);
    const power = contractPower(records, part);
    if (cover?.to === undefined || others.length > 0 || power === null) continue;
    const known = sites.get(cover.to);
    const amount = exactly(power.megawatts, power.basis);
    // Parts at one site may lie in each other: the largest is there at the least.
    if (known?.isAll === true || isAsLarge(known?.amount, amount)) continue;
    sites.set(cover.to, { site: cover.to, amount, isAll: false });
  }
  return [...sites.values()];
}

function isAsLarge(known: MarketAmount | null | undefined, amount: MarketAmount): boolean {
  return known?.basis === amount.basis && known.high >= amount.high;
}

function facilitiesCovered(records: RecordIndex, contract: RecordId): readonly StoredRecord[] {
  return records
    .out(contract, "COVERS")
    .filter(({ to }) => to !== undefined && records.record(to)?.kind === "Facility");
}

/** The contracts in force that lie inside another for sure. */
function partsOf(context: MarketContext, contract: RecordId): readonly StoredRecord[] {
  const { records } = context.projection;
  return records
    .in(contract, "PART_OF")
    .filter((partOf) => !booleanField(partOf, "overlapUnclear"))
    .flatMap(({ from }) => records.record(from ?? "") ?? [])
    .filter((part) => context.contractFilter(part) === null);
}

function powerAt(cover: StoredRecord): MarketAmount | null {
  const megawatts = numberField(cover, "megawatts");
  return megawatts === undefined ? null : exactly(megawatts, plainBasis(textField(cover, "capacityBasis")));
}

function exactly(megawatts: number, basis: string): MarketAmount {
  return { low: megawatts, high: megawatts, unit: "MW", basis };
}
