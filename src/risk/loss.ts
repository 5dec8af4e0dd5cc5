import type { Effect } from "../domain/channels.ts";
import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";
import type { Interval } from "./answer.ts";
import { amountsOf, isRootAmong, type Amount } from "./contract-amounts.ts";
import { partiesIn } from "./contract-parties.ts";
import { contractHit, isTenant, type ContractHit, type LossScope } from "./contract-hit.ts";
import { labelOf } from "./sentence/labels.ts";
import { intervalWords } from "./sentence/quantities.ts";
import type { StatedRange } from "./stated-range.ts";

/** A portfolio that loses a part: megawatts of one basis, or money of one currency and basis. */
export interface Loss {
  readonly node: RecordId;
  /** NOW for rented capacity, NEW for contracted supply. */
  readonly effect: Effect;
  readonly lost: Interval;
  readonly of: Interval;
  /** The contracts that fall or lose a site. */
  readonly contracts: readonly RecordId[];
  readonly sentence: string;
}

/**
 * What customers lose when contracts or sites fall. Sums run over the roots of PART_OF among the contracts in force, each basis and
 * currency by itself; a part of unknown size is bounded by nothing and the whole, and by the power of the sites that fell.
 */
export function contractLosses(projection: Projection, scope: LossScope): readonly Loss[] {
  const portfolios = new Map<RecordId, StoredRecord[]>();
  for (const id of [...scope.contracts].toSorted(compareStrings)) {
    const contract = projection.records.record(id);
    if (contract === undefined) continue;
    for (const customer of partiesIn(projection.records, id, scope.customerRoles, scope.counts)) {
      const list = portfolios.get(customer) ?? [];
      list.push(contract);
      portfolios.set(customer, list);
    }
  }
  return [...portfolios.keys()]
    .toSorted(compareStrings)
    .filter((customer) => !scope.hasFallen(customer))
    .flatMap((customer) => lossesOf(projection, scope, customer, portfolios.get(customer) ?? []));
}

function lossesOf(
  projection: Projection,
  scope: LossScope,
  customer: RecordId,
  contracts: readonly StoredRecord[],
): readonly Loss[] {
  const ids = new Set(contracts.map(({ id }) => id));
  const roots = contracts.filter((contract) => isRootAmong(projection, contract.id, ids));
  const hits = roots.flatMap((contract) => contractHit(projection, scope, customer, contract) ?? []);
  if (hits.length === 0) return [];
  const totals = groupAmounts(roots.flatMap((contract) => amountsFor(projection, scope, customer, contract)));
  return [...totals.values()].flatMap((of) => lossIn(projection, scope.effect, customer, of, hits));
}

/** What a customer has under a contract. An end user has a part of what the tenant rents, and no source says how large. */
function amountsFor(
  projection: Projection,
  scope: LossScope,
  customer: RecordId,
  contract: StoredRecord,
): readonly Amount[] {
  const amounts = amountsOf(projection.records, contract, scope.asOf);
  return isTenant(projection, scope, customer, contract.id)
    ? amounts
    : amounts.map((amount) => ({ ...amount, low: 0 }));
}

/** One group: everything of one unit and basis. */
interface AmountGroup {
  readonly unit: string;
  readonly basis: string;
  readonly amounts: readonly Amount[];
}

function groupAmounts(amounts: readonly Amount[]): ReadonlyMap<string, AmountGroup> {
  const groups = new Map<string, AmountGroup>();
  for (const amount of amounts) {
    // Amounts whose basis nobody states are never added: each contract stands by itself.
    const key = `${amount.unit} ${amount.basis}${amount.basis === "UNKNOWN" ? ` ${amount.contract}` : ""}`;
    const group = groups.get(key) ?? { unit: amount.unit, basis: amount.basis, amounts: [] };
    groups.set(key, { ...group, amounts: [...group.amounts, amount] });
  }
  return new Map([...groups].toSorted(([a], [b]) => compareStrings(a, b)));
}

function lossIn(
  projection: Projection,
  effect: Effect,
  customer: RecordId,
  group: AmountGroup,
  hits: readonly ContractHit[],
): Loss[] {
  const hit = group.amounts.flatMap((amount) => {
    const found = hits.find(({ contract }) => contract.id === amount.contract);
    return found === undefined ? [] : [{ amount, hit: found }];
  });
  if (hit.length === 0) return [];
  const of = sum(group.amounts);
  const summed = sum(hit.map(({ amount, hit: entry }) => lostAmount(amount, entry)));
  const cap =
    group.unit === "MW"
      ? sitesPower(
          projection,
          hit.map((entry) => entry.hit),
        )
      : Infinity;
  // An order tells what is to come in all, never what of it came before the day: what is lost of it may be nothing.
  const lost = { low: effect === "NEW" ? 0 : Math.min(summed.low, cap), high: Math.min(summed.high, cap) };
  // Anything from nothing to everything is no answer.
  if (
    group.unit !== "MW" &&
    lost.low === 0 &&
    lost.high === of.high &&
    !hit.some((entry) => entry.hit.isWhole)
  )
    return [];
  const interval = { unit: group.unit, basis: group.basis };
  const bounds = ({ low, high }: StatedRange): Interval => ({
    low,
    high: Number.isFinite(high) ? high : null,
    ...interval,
  });
  const loss = {
    node: customer,
    effect,
    lost: bounds(lost),
    of: bounds(of),
    contracts: hit.map(({ amount }) => amount.contract),
  };
  return [{ ...loss, sentence: lossSentence(projection, loss) }];
}

function lostAmount(amount: Amount, { isWhole, isUnclear, partMegawatts }: ContractHit): StatedRange {
  if (isWhole) return amount;
  const megawatts = amount.unit === "MW" ? partMegawatts(amount.basis) : null;
  if (megawatts === null) return { low: 0, high: amount.high };
  const most = Math.min(megawatts.high, amount.high);
  return { low: isUnclear ? 0 : Math.min(megawatts.low, amount.low), high: most };
}

/** No more can be lost than the power of the sites that fell, on whichever basis it is largest; infinite where one is not known. */
function sitesPower(projection: Projection, hits: readonly ContractHit[]): number {
  if (hits.some(({ isBySites, fallenSites }) => !isBySites || fallenSites.length === 0)) return Infinity;
  const sites = new Set(hits.flatMap(({ fallenSites }) => fallenSites));
  return [...sites].reduce((total, site) => total + greatestPower(projection, site), 0);
}

function greatestPower({ records }: Projection, site: RecordId): number {
  const facility = records.record(site);
  const headline = facility === undefined ? undefined : numberField(facility, "capacityMegawatts");
  const observed = records
    .referring(site, "OBSERVATION_OF")
    .filter((observation) => textField(observation, "unit") === "MW")
    .flatMap((observation) => numberField(observation, "value") ?? []);
  const known = headline === undefined ? observed : [headline, ...observed];
  return known.length === 0 ? Infinity : Math.max(...known);
}

function sum(ranges: readonly StatedRange[]): StatedRange {
  return ranges.reduce<StatedRange>(
    (total, { low, high }) => ({ low: total.low + low, high: total.high + high }),
    {
      low: 0,
      high: 0,
    },
  );
}

function lossSentence({ records }: Projection, { node, effect, lost, of }: Omit<Loss, "sentence">): string {
  const scope =
    effect === "NOW"
      ? "under contracts in the graph"
      : "that contracts in the graph are to deliver in all; how much of it came before is not known";
  return `${labelOf(records, node)} loses ${intervalWords(lost)} out of ${intervalWords(of)} ${scope}.`;
}
