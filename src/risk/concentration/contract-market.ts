import { stageRank } from "../../domain/commitment.ts";
import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { stageHistory, stageRankAt } from "../../projection/stage-history.ts";
import { CONFIDENCES } from "../../domain/channels.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import { amountsOf, IT_BASIS, isRootAmong, type Amount } from "../contract-amounts.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { MarketKind } from "./market.ts";

const LESSORS: readonly string[] = ["LESSOR", "PROVIDER"];
const TENANTS: readonly string[] = ["LESSEE", "CUSTOMER"];
const CAPACITY: readonly string[] = ["LEASE", "HOSTING", "COMPUTE", "MASTER_AGREEMENT"];
const RENT: readonly string[] = ["LEASE", "HOSTING", "MASTER_AGREEMENT"];

/** Whose side of which contracts makes a market. */
export interface ContractMarketRule {
  readonly types: readonly string[];
  readonly subjectRoles: readonly string[];
  readonly memberRoles: readonly string[];
  readonly measure: "MW" | "VALUE";
}

export const CONTRACT_MARKETS: Readonly<Partial<Record<MarketKind, ContractMarketRule>>> = {
  TENANTS_OF: { types: RENT, subjectRoles: LESSORS, memberRoles: TENANTS, measure: "MW" },
  LANDLORDS_OF: { types: RENT, subjectRoles: TENANTS, memberRoles: LESSORS, measure: "MW" },
  CUSTOMERS_OF: {
    types: [...CAPACITY, "SUPPLY"],
    subjectRoles: ["PROVIDER", "LESSOR", "SUPPLIER"],
    memberRoles: ["CUSTOMER", "LESSEE", "BUYER"],
    measure: "VALUE",
  },
};

export interface CountedContract {
  readonly contract: StoredRecord;
  readonly amount: Amount;
  readonly members: readonly RecordId[];
}

export interface ContractMarket {
  readonly counted: readonly CountedContract[];
  /** Unit and basis of the amounts; null when no contract has one. */
  readonly unit: string;
  readonly basis: string | null;
  /** Roots in force without an amount on the basis. */
  readonly uncounted: readonly RecordId[];
  readonly filtered: readonly { readonly contract: RecordId; readonly filter: string }[];
  readonly undated: number;
}

/**
 * The contracts of a market at a date: roots of PART_OF only, on the one basis that most of them state (power for computers first).
 * A lease and its parts are the same megawatts, so parts never count beside their whole.
 */
export function readContractMarket(
  projection: Projection,
  rule: ContractMarketRule,
  subject: RecordId,
  under: ComputedUnder,
): ContractMarket {
  const all = contractsOf(projection, rule, subject);
  const judged = all.map((contract) => ({ contract, filter: filteredBy(projection, contract, under) }));
  const filtered = judged.flatMap(({ contract, filter }) =>
    filter === null ? [] : [{ contract: contract.id, filter }],
  );
  const inForce = judged.filter(({ filter }) => filter === null).map(({ contract }) => contract);
  const roots = rootsAt(projection, inForce, subject);
  const amounts = new Map(
    roots.map(({ contract, power }) => [
      contract.id,
      (power ?? amountsOf(projection, contract)).filter((amount) => fits(amount, rule)),
    ]),
  );
  const basis = commonBasis([...amounts.values()].flat());
  const counted = roots.flatMap(({ contract }) => {
    const amount = amounts.get(contract.id)?.find((candidate) => basisKey(candidate) === basis);
    return amount === undefined
      ? []
      : [{ contract, amount, members: membersOf(projection, contract.id, rule.memberRoles) }];
  });
  const countedIds = new Set(counted.map(({ contract }) => contract.id));
  return {
    counted,
    unit: counted[0]?.amount.unit ?? (rule.measure === "MW" ? "MW" : "money"),
    basis: counted[0]?.amount.basis ?? null,
    uncounted: roots.map(({ contract }) => contract.id).filter((id) => !countedIds.has(id)),
    filtered,
    undated: inForce.filter(
      (contract) => textField(contract, "signed") === undefined && textField(contract, "end") === undefined,
    ).length,
  };
}

interface Root {
  readonly contract: StoredRecord;
  /** The power at the one site that is asked about, where the contract covers several. */
  readonly power?: readonly Amount[];
}

/**
 * The contracts that count: roots of PART_OF. At one site, a contract over several sites counts by its power there; where that is not
 * stated but a part of it lies wholly at the site, the part speaks for it.
 */
function rootsAt(
  projection: Projection,
  inForce: readonly StoredRecord[],
  subject: RecordId,
): readonly Root[] {
  const { records } = projection;
  const isRoot = (contract: StoredRecord, among: readonly Root[]): boolean =>
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

function rootAtSite(records: RecordIndex, contract: StoredRecord, site: RecordId): Root | null {
  const covers = records.out(contract.id, "COVERS");
  if (covers.length === 1) return { contract };
  const cover = covers.find(({ to }) => to === site);
  const megawatts = cover === undefined ? undefined : numberField(cover, "megawatts");
  if (cover === undefined || megawatts === undefined) return null;
  const basis = textField(cover, "capacityBasis") ?? "UNKNOWN";
  return { contract, power: [{ contract: contract.id, low: megawatts, high: megawatts, unit: "MW", basis }] };
}

function contractsOf(
  { records }: Projection,
  rule: ContractMarketRule,
  subject: RecordId,
): readonly StoredRecord[] {
  const isFacility = records.record(subject)?.kind === "Facility";
  const links = isFacility
    ? records.in(subject, "COVERS").map(({ from }) => from)
    : records
        .out(subject, "PARTY_TO")
        .filter((party) => hasRole(party, rule.subjectRoles))
        .map(({ to }) => to);
  return [...new Set(links)]
    .toSorted((a, b) => compareStrings(a ?? "", b ?? ""))
    .flatMap((id) => records.record(id ?? "") ?? [])
    .filter((contract) => rule.types.includes(textField(contract, "type") ?? ""))
    .filter((contract) => membersOf({ records }, contract.id, rule.memberRoles).length > 0);
}

function membersOf(
  { records }: Pick<Projection, "records">,
  contract: RecordId,
  roles: readonly string[],
): readonly RecordId[] {
  const parties = records.in(contract, "PARTY_TO").filter((party) => hasRole(party, roles));
  return [...new Set(parties.map(({ from }) => from ?? ""))].toSorted(compareStrings);
}

/** Who is only expected to join has no part in a market yet. */
function hasRole(party: StoredRecord, roles: readonly string[]): boolean {
  return roles.includes(textField(party, "role") ?? "") && !booleanField(party, "isProspective");
}

function filteredBy({ records }: Projection, contract: StoredRecord, under: ComputedUnder): string | null {
  const day = dayNumber(under.asOf);
  const term = contractTerm(records, contract);
  if (day < term.start.first || day >= term.end.last) return "asOf";
  const confidence = CONFIDENCES.indexOf((textField(contract, "confidence") ?? "LOW") as Confidence);
  if (confidence < CONFIDENCES.indexOf(under.minConfidence)) return "minConfidence";
  if (under.minStage === null) return null;
  const rank = Math.max(0, stageRankAt(stageHistory(records, contract.id), day));
  return rank < stageRank(under.minStage) ? "minStage" : null;
}

function fits(amount: Amount, rule: ContractMarketRule): boolean {
  return (amount.unit === "MW") === (rule.measure === "MW");
}

function basisKey({ unit, basis }: Amount): string {
  return `${unit} ${basis}`;
}

function commonBasis(amounts: readonly Amount[]): string | null {
  const counts = new Map<string, number>();
  // Amounts whose basis nobody states can't be added up; one alone needs no adding.
  for (const amount of amounts.filter(({ basis }) => basis !== "UNKNOWN" || amounts.length === 1))
    counts.set(basisKey(amount), (counts.get(basisKey(amount)) ?? 0) + 1);
  if (counts.has(`MW ${IT_BASIS}`)) return `MW ${IT_BASIS}`;
  const ranked = [...counts].toSorted(([a, x], [b, y]) => y - x || compareStrings(a, b));
  return ranked[0]?.[0] ?? null;
}
