import { compareStrings } from "../../domain/compare.ts";
import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { partiesIn } from "../contract-parties.ts";
import type { Interval } from "../answer.ts";
import { plainBasis } from "../contract-amounts.ts";
import { countsIn } from "../concentration/contract-market.ts";
import { statedRange } from "../stated-range.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import { LINK_RULES } from "./group-contracts.ts";
import type { MergerContext } from "./merger-context.ts";
import type { MergerSide } from "./party-groups.ts";

export const siteTie = vocabulary("SiteTie", "What a site is to a side.", {
  OWNS: "A company of it owns the site.",
  OPERATES: "A company of it operates the site.",
  DEVELOPS: "A company of it develops the site.",
  RENTS: "A company of it rents power, space or computing there.",
});
export type SiteTie = WordOf<typeof siteTie>;

/** One site of either side. */
export interface MergerSite {
  readonly facility: RecordId;
  readonly acquirer: readonly SiteTie[];
  readonly target: readonly SiteTie[];
  /** One side rents it, the other owns, operates or develops it: what was rented becomes the group's own. */
  readonly becomesOwn: boolean;
  /** Its power on the basis of its headline, by all that sources support; null where none gives it. */
  readonly capacity: Interval | null;
  readonly facts: readonly RecordId[];
}

/** Megawatts of the sites that the sides own, operate or develop, on one basis. A site counts once. */
export interface CombinedCapacity {
  readonly basis: string;
  readonly acquirer: Interval;
  readonly target: Interval;
  readonly combined: Interval;
  /** Of the combined: sites that one side rents from the other. */
  readonly becomesOwn: Interval;
  readonly sites: number;
}

export interface CombinedSites {
  /** By id. */
  readonly sites: readonly MergerSite[];
  /** By basis; nothing is added across bases. */
  readonly capacities: readonly CombinedCapacity[];
  /** Sites that a side owns, operates or develops and of which no source gives the power. */
  readonly unsized: number;
}

const HOLDINGS: readonly { readonly kind: RelationshipKind; readonly tie: SiteTie }[] = [
  { kind: "OWNS", tie: "OWNS" },
  { kind: "OPERATES", tie: "OPERATES" },
  { kind: "DEVELOPS", tie: "DEVELOPS" },
];

interface Ties {
  readonly ACQUIRER: Set<SiteTie>;
  readonly TARGET: Set<SiteTie>;
  readonly facts: Set<RecordId>;
}

/** The sites of both sides at the date; given-up ones are none. */
export function combinedSites({ before, groups }: MergerContext): CombinedSites {
  const { records } = before.projection;
  const found = new Map<RecordId, Ties>();
  const add = (side: MergerSide, site: RecordId, tie: SiteTie, fact: RecordId): void => {
    const record = records.record(site);
    if (record?.kind !== "Facility" || textField(record, "outcome") !== undefined) return;
    const ties = found.get(site) ?? { ACQUIRER: new Set(), TARGET: new Set(), facts: new Set() };
    ties[side].add(tie);
    ties.facts.add(fact);
    found.set(site, ties);
  };
  for (const [side, { members }] of [
    ["ACQUIRER", groups.acquirer],
    ["TARGET", groups.target],
  ] as const) {
    for (const company of members) {
      for (const { id, to, tie } of holdingsOf(before, company)) add(side, to, tie, id);
      for (const { contract, site } of rentals(before, company)) add(side, site, "RENTS", contract);
    }
  }
  const sites = [...found.keys()].toSorted(compareStrings).flatMap((id) => {
    const ties = found.get(id);
    return ties === undefined ? [] : [siteOf(records, id, ties, before.under.asOf)];
  });
  return { sites, ...totals(records, sites) };
}

interface Holding {
  readonly id: RecordId;
  readonly to: RecordId;
  readonly tie: SiteTie;
}

function holdingsOf({ projection, linkFilter }: MarketContext, company: RecordId): readonly Holding[] {
  const { records } = projection;
  const isHeld = (tie: StoredRecord): boolean => linkFilter(tie) === null;
  const held = HOLDINGS.flatMap(({ kind, tie }) =>
    records
      .out(company, kind)
      .filter(isHeld)
      .map(({ id, to = "" }) => ({ id, to, tie })),
  );
  const used = records
    .out(company, "USES")
    .filter((use) => isHeld(use) && textField(use, "usage") === "TENANT")
    .map(({ id, to = "" }) => ({ id, to, tie: "RENTS" as const }));
  return [...held, ...used];
}

/** Sites that contracts in force cover for the company as a tenant. */
function rentals(
  context: MarketContext,
  company: RecordId,
): readonly { readonly contract: RecordId; readonly site: RecordId }[] {
  const { records } = context.projection;
  const counts = countsIn(context);
  const rule = LINK_RULES.find(({ channel }) => channel === "CAPACITY");
  return records.out(company, "PARTY_TO").flatMap(({ to = "" }) => {
    const contract = records.record(to);
    if (contract === undefined || rule === undefined) return [];
    const type = textField(contract, "type") ?? "";
    const isTenancy = rule.types.includes(type) && type !== "GROUND_LEASE";
    const isTenant =
      isTenancy &&
      partiesIn(records, to, rule.customers, counts).includes(company) &&
      context.contractFilter(contract) === null;
    if (!isTenant) return [];
    return records
      .out(to, "COVERS")
      .filter(counts)
      .map((cover) => ({ contract: to, site: cover.to ?? "" }));
  });
}

function siteOf(records: RecordIndex, id: RecordId, ties: Ties, day: Day): MergerSite {
  const listed = (side: MergerSide): readonly SiteTie[] =>
    (["OWNS", "OPERATES", "DEVELOPS", "RENTS"] as const).filter((tie) => ties[side].has(tie));
  const [acquirer, target] = [listed("ACQUIRER"), listed("TARGET")];
  return {
    facility: id,
    acquirer,
    target,
    becomesOwn:
      (acquirer.includes("RENTS") && holds(target) && !holds(acquirer)) ||
      (target.includes("RENTS") && holds(acquirer) && !holds(target)),
    capacity: capacityOf(records, id, day),
    facts: [id, ...[...ties.facts].toSorted(compareStrings)],
  };
}

function holds(ties: readonly SiteTie[]): boolean {
  return ties.some((tie) => tie !== "RENTS");
}

function capacityOf(records: RecordIndex, id: RecordId, day: Day): Interval | null {
  const site = records.record(id);
  if (site === undefined || numberField(site, "capacityMegawatts") === undefined) return null;
  const range = statedRange(records, site, "capacityMegawatts", day);
  if (range === null) return null;
  const basis = plainBasis(textField(site, "capacityBasis"));
  return { low: range.low, high: Number.isFinite(range.high) ? range.high : null, unit: "MW", basis };
}

/** A site inside a campus that counts too is in the campus's figure already. */
function totals(
  records: RecordIndex,
  sites: readonly MergerSite[],
): Pick<CombinedSites, "capacities" | "unsized"> {
  const held = sites.filter(({ acquirer, target }) => holds(acquirer) || holds(target));
  const ids = new Set(held.map(({ facility }) => facility));
  const roots = held.filter(
    ({ facility }) => !records.out(facility, "PART_OF").some(({ to }) => ids.has(to ?? "")),
  );
  const bases = [...new Set(roots.flatMap(({ capacity }) => capacity?.basis ?? []))].toSorted(compareStrings);
  const capacities = bases
    .filter((basis) => basis !== "UNKNOWN")
    .map((basis) => {
      const list = roots.filter(({ capacity }) => capacity?.basis === basis);
      const sum = (chosen: readonly MergerSite[]): Interval => ({
        low: chosen.reduce((total, { capacity }) => total + (capacity?.low ?? 0), 0),
        high: chosen.some(({ capacity }) => capacity?.high === null)
          ? null
          : chosen.reduce((total, { capacity }) => total + (capacity?.high ?? 0), 0),
        unit: "MW",
        basis,
      });
      return {
        basis,
        acquirer: sum(list.filter((site) => holds(site.acquirer))),
        target: sum(list.filter((site) => holds(site.target))),
        combined: sum(list),
        becomesOwn: sum(list.filter(({ becomesOwn }) => becomesOwn)),
        sites: list.length,
      };
    });
  const unsized = roots.filter(({ capacity }) => capacity === null || capacity.basis === "UNKNOWN").length;
  return { capacities, unsized };
}
