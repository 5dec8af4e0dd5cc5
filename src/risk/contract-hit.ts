import type { Effect } from "../domain/channels.ts";
import type { Day } from "../domain/date.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField, type StoredRecord } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";
import type { RecordIndex } from "../projection/record-index.ts";
import { hasRole, type LinkTest } from "./contract-parties.ts";
import { contractPower, isRootAmong, overlapsUnclearly, plainBasis } from "./contract-amounts.ts";
import { statedRange, type StatedRange } from "./stated-range.ts";

/** Contracts of one kind, and who loses when they fall. */
export interface LossScope {
  readonly effect: Effect;
  readonly asOf: Day;
  /** Contracts in force at the date. */
  readonly contracts: ReadonlySet<RecordId>;
  readonly customerRoles: readonly string[];
  /** Which links of contracts count under the filter. */
  readonly counts: LinkTest;
  hasFallen(id: RecordId): boolean;
}

/** How far a contract is hit: whole, or at some of its sites. */
export interface ContractHit {
  readonly contract: StoredRecord;
  /** True when its provider fell, or everything that it covers: all under it is lost. */
  readonly isWhole: boolean;
  /** True when it fell with its sites: what is lost is no more than their power. */
  readonly isBySites: boolean;
  readonly fallenSites: readonly RecordId[];
  /** True when nobody says whether a part that fell lies inside it at all. */
  readonly isUnclear: boolean;
  /** Megawatts lost on a basis at the sites that fell, where every one is known. */
  readonly partMegawatts: (basis: string) => StatedRange | null;
}

/** True where the company rents or buys under the contract itself, and is not only an end user. */
export function isTenant(
  { records }: Projection,
  { counts }: Pick<LossScope, "counts">,
  customer: RecordId,
  contract: RecordId,
): boolean {
  return records
    .in(contract, "PARTY_TO")
    .some((party) => counts(party) && party.from === customer && textField(party, "role") !== "END_USER");
}

/** How a contract is hit by what has fallen; null when it is not. */
export function contractHit(
  projection: Projection,
  scope: LossScope,
  customer: RecordId,
  contract: StoredRecord,
): ContractHit | null {
  const { records } = projection;
  const coversOf = (id: RecordId): readonly StoredRecord[] => records.out(id, "COVERS").filter(scope.counts);
  const fallenCovers = (id: RecordId): readonly StoredRecord[] =>
    coversOf(id).filter(({ to }) => to !== undefined && scope.hasFallen(to));
  const lostProvider = partiesHaveFallen(
    projection,
    scope,
    contract.id,
    providerRoles(projection, scope, customer, contract.id),
  );
  const covers = fallenCovers(contract.id);
  const hitParts = records
    .in(contract.id, "PART_OF")
    .flatMap(({ from }) => records.record(from ?? "") ?? [])
    .filter(({ id }) => scope.contracts.has(id) && (scope.hasFallen(id) || fallenCovers(id).length > 0));
  const partIds = new Set(hitParts.map(({ id }) => id));
  const parts = hitParts
    .filter(({ id }) => isRootAmong(projection, id, partIds))
    .map((part) => ({ part, isWhole: scope.hasFallen(part.id), covers: fallenCovers(part.id) }));
  const isUnclear = parts.some(({ part }) => overlapsUnclearly(records, part));
  if (!lostProvider && covers.length === 0 && parts.length === 0) return null;
  const partCovers = parts.flatMap((hit) => (hit.isWhole ? coversOf(hit.part.id) : hit.covers));
  return {
    contract,
    isWhole: lostProvider || scope.hasFallen(contract.id),
    isBySites: !lostProvider,
    fallenSites: [...new Set([...covers, ...partCovers].map(({ to }) => to ?? ""))],
    isUnclear,
    partMegawatts: (basis) =>
      powerAt(records, covers, basis, scope.asOf) ?? powerOfParts(records, covers, parts, basis, scope.asOf),
  };
}

/** A part that fell, or that lost some of its sites. */
interface HitPart {
  readonly part: StoredRecord;
  readonly isWhole: boolean;
  readonly covers: readonly StoredRecord[];
}

/** The power of the parts that were hit, where they speak for all sites that fell and each is known on the basis. */
function powerOfParts(
  records: RecordIndex,
  covers: readonly StoredRecord[],
  parts: readonly HitPart[],
  basis: string,
  day: Day,
): StatedRange | null {
  const spokenFor = new Set(parts.flatMap((hit) => hit.covers.map(({ to }) => to)));
  if (parts.length === 0 || covers.some(({ to }) => !spokenFor.has(to))) return null;
  return sumOfKnown(
    parts.map((hit) => {
      if (!hit.isWhole) return powerAt(records, hit.covers, basis, day);
      const power = contractPower(records, hit.part, day);
      return power?.basis === basis ? power : null;
    }),
  );
}

/** What contracts say of their power at sites, where each says it on the basis. */
function powerAt(
  records: RecordIndex,
  covers: readonly StoredRecord[],
  basis: string,
  day: Day,
): StatedRange | null {
  if (covers.length === 0) return null;
  return sumOfKnown(
    covers.map((cover) =>
      plainBasis(textField(cover, "capacityBasis")) === basis
        ? statedRange(records, cover, "megawatts", day)
        : null,
    ),
  );
}

function sumOfKnown(values: readonly (StatedRange | null)[]): StatedRange | null {
  return values.reduce<StatedRange | null>(
    (total, value) =>
      total === null || value === null ? null : { low: total.low + value.low, high: total.high + value.high },
    { low: 0, high: 0 },
  );
}

const PROVIDERS: readonly string[] = ["LESSOR", "PROVIDER", "SUPPLIER"];
const TENANTS: readonly string[] = ["LESSEE", "CUSTOMER"];

/** Whose fall takes everything under the contract from the customer: the provider; for an end user, the tenant too. */
function providerRoles(
  projection: Projection,
  scope: LossScope,
  customer: RecordId,
  contract: RecordId,
): readonly (readonly string[])[] {
  return isTenant(projection, scope, customer, contract) ? [PROVIDERS] : [PROVIDERS, TENANTS];
}

function partiesHaveFallen(
  { records }: Projection,
  scope: LossScope,
  contract: RecordId,
  alternatives: readonly (readonly string[])[],
): boolean {
  const parties = records.in(contract, "PARTY_TO").filter(scope.counts);
  return alternatives.some((roles) => {
    const holders = parties.filter((party) => hasRole(party, roles));
    return holders.length > 0 && holders.every(({ from }) => scope.hasFallen(from ?? ""));
  });
}
