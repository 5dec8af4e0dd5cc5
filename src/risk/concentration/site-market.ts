import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { placesAround } from "../../projection/places-around.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { capacityAt } from "../capacity-at.ts";
import { isRootAmong, overlapsUnclearly } from "../contract-amounts.ts";
import type { MarketContext } from "./market-context.ts";
import type { FilteredRecord, MarketAmount, MarketEntry, MarketReading } from "./market-entry.ts";

/** Purposes of sites whose size is the power of their computers. */
const COMPUTING: readonly string[] = ["DATA_CENTER", "MINING"];

/** A site with the relationships by which it is in a market. */
export interface LinkedSite {
  readonly site: StoredRecord;
  readonly links: readonly RecordId[];
  /** Part of it lies elsewhere, or may be counted with a campus. */
  readonly isPartial: boolean;
}

export interface LinkedSites {
  readonly sites: readonly LinkedSite[];
  readonly filtered: readonly FilteredRecord[];
}

/** The data centres in a place, each held by those who operate it; what nobody is said to operate is in no known hand. */
export function readOperators(context: MarketContext, place: RecordId): MarketReading {
  const { sites, filtered } = sitesIn(context, place);
  return readingOf(
    filtered,
    sites.map((linked) => {
      const operators = counted(context, linked.site.id, ["OPERATES"]);
      return siteEntry(context, linked, operators);
    }),
  );
}

/** The data centres of a company, each its own participant. */
export function readSites(context: MarketContext, company: RecordId): MarketReading {
  const { sites, filtered } = sitesOf(context, company);
  return readingOf(
    filtered,
    sites.map((linked) => ({ ...siteEntry(context, linked, []), holders: [linked.site.id] })),
  );
}

function readingOf(filtered: readonly FilteredRecord[], entries: readonly MarketEntry[]): MarketReading {
  return { entries, filtered, undated: 0 };
}

function siteEntry(
  { projection: { records }, under }: MarketContext,
  { site, links, isPartial }: LinkedSite,
  operators: readonly StoredRecord[],
): MarketEntry {
  const capacities = capacityAt(site, records.referring(site.id, "OBSERVATION_OF"), under.asOf);
  const amounts = capacities.map(({ basis, megawatts: { low, high, unit }, observation }): MarketAmount => ({
    low: isPartial ? 0 : (low ?? 0),
    high: high ?? Infinity,
    unit,
    basis,
    facts: [observation ?? site.id],
  }));
  return {
    id: site.id,
    amounts,
    holders: [...new Set(operators.map(({ from }) => from ?? ""))].toSorted(compareStrings),
    hasOthers: false,
    sites: [{ site: site.id, amount: null, isAll: false }],
    contracts: [],
    facts: [...links, ...operators.map(({ id }) => id)],
  };
}

/** The data centres that a company operates or owns at the date. */
export function sitesOf(context: MarketContext, company: RecordId): LinkedSites {
  const links = (["OPERATES", "OWNS"] as const).flatMap((kind) =>
    context.projection.records.out(company, kind).map((link) => ({ site: link.to ?? "", link })),
  );
  return linkedSites(context, links, () => false);
}

/** The data centres in a place or in the places within it. */
function sitesIn(context: MarketContext, place: RecordId): LinkedSites {
  const { records } = context.projection;
  const within = placesWithin(records, place);
  const links = [...within].flatMap((inner) =>
    records.in(inner, "LOCATED_IN").map((link) => ({ site: link.from ?? "", link })),
  );
  return linkedSites(context, links, (site) => liesElsewhereToo(records, site, place, within));
}

interface SiteLink {
  readonly site: RecordId;
  readonly link: StoredRecord;
}

function linkedSites(
  context: MarketContext,
  links: readonly SiteLink[],
  isElsewhereToo: (site: RecordId) => boolean,
): LinkedSites {
  const { records } = context.projection;
  const found = bySite(links).map(([id, own]) => ({ site: records.record(id), own }));
  const sites: LinkedSite[] = [];
  const filtered: FilteredRecord[] = [];
  for (const { site, own } of found) {
    if (site === undefined || !COMPUTING.includes(textField(site, "purpose") ?? "")) continue;
    const filter = filterOf(context, site, own);
    if (filter !== null) filtered.push({ id: site.id, filter });
    else
      sites.push({
        site,
        links: own.filter((link) => context.linkFilter(link) === null).map((link) => link.id),
        isPartial: overlapsUnclearly(records, site) || isElsewhereToo(site.id),
      });
  }
  const ids = new Set(sites.map(({ site }) => site.id));
  return { sites: sites.filter(({ site }) => isRootAmong(context.projection, site.id, ids)), filtered };
}

/** By id of the site. */
function bySite(links: readonly SiteLink[]): readonly (readonly [RecordId, readonly StoredRecord[]])[] {
  const found = new Map<RecordId, StoredRecord[]>();
  for (const { site, link } of links) found.set(site, [...(found.get(site) ?? []), link]);
  return [...found].toSorted(([a], [b]) => compareStrings(a, b));
}

/** What leaves a site out: the site's own filter, or that of every relationship by which it would be in. */
function filterOf(context: MarketContext, site: StoredRecord, links: readonly StoredRecord[]): string | null {
  const filters = links.map((link) => context.linkFilter(link));
  return context.siteFilter(site) ?? (filters.includes(null) ? null : (filters[0] ?? null));
}

/** The relationships of some kinds into a site that count. */
function counted(
  context: MarketContext,
  site: RecordId,
  kinds: readonly RelationshipKind[],
): readonly StoredRecord[] {
  return kinds
    .flatMap((kind) => context.projection.records.in(site, kind))
    .filter((link) => context.linkFilter(link) === null);
}

/** The place itself and all places within it; a cycle ends by itself. */
export function placesWithin(records: RecordIndex, place: RecordId): ReadonlySet<RecordId> {
  const found = new Set([place]);
  for (const id of found) {
    for (const { from } of records.in(id, "PART_OF")) if (from !== undefined) found.add(from);
  }
  return found;
}

/** A site that is also located in another place of the same kind, as one record for two campuses is, lies there only in part. */
function liesElsewhereToo(
  records: RecordIndex,
  site: RecordId,
  place: RecordId,
  within: ReadonlySet<RecordId>,
): boolean {
  const kind = placeKind(records, place);
  return records
    .out(site, "LOCATED_IN")
    .flatMap(({ to }) => (to === undefined || within.has(to) ? [] : [to]))
    .some((other) =>
      [other, ...placesAround(records, other).map(({ id }) => id)].some(
        (id) => id !== place && placeKind(records, id) === kind,
      ),
    );
}

function placeKind(records: RecordIndex, id: RecordId): string | undefined {
  const record = records.record(id);
  return record === undefined ? undefined : textField(record, "placeKind");
}
