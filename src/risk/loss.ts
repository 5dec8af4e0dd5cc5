import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";
import type { Interval } from "./answer.ts";
import { amountsOf, isRootAmong, type Amount } from "./contract-amounts.ts";
import { labelOf } from "./sentence/labels.ts";
import { megawattWords, moneyWords, trimmed } from "./sentence/quantities.ts";

/** A portfolio that loses a part: megawatts of one basis, or money of one currency and basis. */
export interface Loss {
  readonly node: RecordId;
  readonly lost: Interval;
  readonly of: Interval;
  /** The contracts that fall or lose a site. */
  readonly contracts: readonly RecordId[];
  readonly sentence: string;
}

const CUSTOMER_ROLES: readonly string[] = ["LESSEE", "CUSTOMER", "END_USER"];

/** How far a contract is hit: whole, in a part that is or is not known, or not. */
interface Hit {
  readonly contract: StoredRecord;
  readonly isWhole: boolean;
  /** Megawatts lost at the sites that fell, where every one is known. */
  readonly partMegawatts: number | null;
}

/**
 * What the customers of capacity contracts lose when contracts or sites fall. Sums run over the roots of PART_OF among the contracts
 * in force, each basis and currency by itself; a part of unknown size is bounded by nothing and the whole.
 */
export function capacityLosses(
  projection: Projection,
  contractsInForce: ReadonlySet<RecordId>,
  hasFallen: (id: RecordId) => boolean,
): readonly Loss[] {
  const portfolios = new Map<RecordId, StoredRecord[]>();
  for (const id of [...contractsInForce].sort(compareStrings)) {
    const contract = projection.records.record(id);
    if (contract === undefined) continue;
    for (const customer of customersOf(projection, id)) {
      const list = portfolios.get(customer) ?? [];
      list.push(contract);
      portfolios.set(customer, list);
    }
  }
  return [...portfolios.keys()]
    .sort(compareStrings)
    .filter((customer) => !hasFallen(customer))
    .flatMap((customer) => lossesOf(projection, customer, portfolios.get(customer) ?? [], hasFallen));
}

function customersOf({ records }: Projection, contract: RecordId): readonly RecordId[] {
  const parties = records
    .in(contract, "PARTY_TO")
    .filter((party) => CUSTOMER_ROLES.includes(textField(party, "role") ?? ""));
  return [...new Set(parties.map((party) => party.from ?? ""))];
}

function lossesOf(
  projection: Projection,
  customer: RecordId,
  contracts: readonly StoredRecord[],
  hasFallen: (id: RecordId) => boolean,
): readonly Loss[] {
  const ids = new Set(contracts.map(({ id }) => id));
  const roots = contracts.filter((contract) => isRootAmong(projection, contract.id, ids));
  const hits = roots.flatMap((contract) => hitOf(projection, contract, ids, hasFallen) ?? []);
  if (hits.length === 0) return [];
  const totals = groupAmounts(roots.flatMap((contract) => amountsOf(projection, contract)));
  return [...totals.values()].flatMap((of) => lossIn(projection, customer, of, hits));
}

function hitOf(
  projection: Projection,
  contract: StoredRecord,
  inForce: ReadonlySet<RecordId>,
  hasFallen: (id: RecordId) => boolean,
): Hit | null {
  if (hasFallen(contract.id)) return { contract, isWhole: true, partMegawatts: null };
  const sites = projection.records
    .out(contract.id, "COVERS")
    .filter(({ to }) => to !== undefined && hasFallen(to));
  const parts = projection.records
    .in(contract.id, "PART_OF")
    .flatMap(({ from }) => projection.records.record(from ?? "") ?? [])
    .filter(({ id }) => inForce.has(id) && hasFallen(id));
  if (sites.length === 0 && parts.length === 0) return null;
  const known = [
    ...sites.map((site) => numberField(site, "megawatts")),
    ...parts.map((part) => numberField(part, "capacityMegawatts")),
  ];
  const sum = known.reduce<number | null>(
    (total, value) => (total === null || value === undefined ? null : total + value),
    0,
  );
  return { contract, isWhole: false, partMegawatts: sites.length > 0 && parts.length > 0 ? null : sum };
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
    const key = `${amount.unit} ${amount.basis}`;
    const group = groups.get(key) ?? { unit: amount.unit, basis: amount.basis, amounts: [] };
    groups.set(key, { ...group, amounts: [...group.amounts, amount] });
  }
  return new Map([...groups].sort(([a], [b]) => compareStrings(a, b)));
}

function lossIn(
  projection: Projection,
  customer: RecordId,
  group: AmountGroup,
  hits: readonly Hit[],
): Loss[] {
  const hit = group.amounts.flatMap((amount) => {
    const found = hits.find(({ contract }) => contract.id === amount.contract);
    return found === undefined ? [] : [{ amount, hit: found }];
  });
  if (hit.length === 0) return [];
  const of = sum(group.amounts.map(({ low, high }) => ({ low, high })));
  const lost = sum(
    hit.map(({ amount, hit: { isWhole, partMegawatts } }) => lostAmount(amount, isWhole, partMegawatts)),
  );
  const interval = { unit: group.unit, basis: group.basis };
  const loss = {
    node: customer,
    lost: { ...lost, ...interval },
    of: { ...of, ...interval },
    contracts: hit.map(({ amount }) => amount.contract),
  };
  return [{ ...loss, sentence: lossSentence(projection, loss) }];
}

function lostAmount(
  amount: Amount,
  isWhole: boolean,
  partMegawatts: number | null,
): { low: number; high: number } {
  if (isWhole) return { low: amount.low, high: amount.high };
  if (amount.unit === "MW" && partMegawatts !== null) {
    const part = Math.min(partMegawatts, amount.high);
    return { low: part, high: part };
  }
  return { low: 0, high: amount.high };
}

function sum(intervals: readonly { readonly low: number; readonly high: number }[]): {
  low: number;
  high: number;
} {
  return intervals.reduce((total, { low, high }) => ({ low: total.low + low, high: total.high + high }), {
    low: 0,
    high: 0,
  });
}

function lossSentence({ records }: Projection, { node, lost, of }: Omit<Loss, "sentence">): string {
  return `${labelOf(records, node)} loses ${intervalWords(lost)} out of ${intervalWords(of)} under contracts in the graph.`;
}

function intervalWords({ low, high, unit, basis }: Interval): string {
  const words = (value: number): string =>
    unit === "MW" ? megawattWords(value, basis ?? undefined) : moneyWords(value, unit);
  if (low === high) return words(high ?? 0);
  const least = unit === "MW" ? trimmed(low ?? 0) : moneyWords(low ?? 0, unit);
  return (low ?? 0) === 0 ? `up to ${words(high ?? 0)}` : `${least} to ${words(high ?? 0)}`;
}
