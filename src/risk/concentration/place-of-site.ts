import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { placesAround } from "../../projection/places-around.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketGroup } from "./market.ts";
import { placesWithin } from "./site-market.ts";

/** Where a facility is, as a group of a market sees it. */
export interface SiteLocation {
  /** The facility, its countries, or its states and provinces, by id; none where it is not known. */
  readonly nodes: readonly RecordId[];
  /** The relationships that say so. */
  readonly facts: readonly RecordId[];
}

/**
 * Where a facility is at the date: itself, its country, or its state or province. A country stands for its regions where the graph has none
 * of them; where it has some, a site of which only the country is known may be in any.
 */
export function locationOf(context: MarketContext, site: RecordId, group: MarketGroup): SiteLocation {
  if (group === "FACILITY") return { nodes: [site], facts: [] };
  const { records } = context.projection;
  const found = { COUNTRY: new Set<RecordId>(), REGION: new Set<RecordId>() };
  const facts = new Set<RecordId>();
  for (const link of records.out(site, "LOCATED_IN")) {
    if (link.to === undefined || context.linkFilter(link) !== null) continue;
    const around = [{ id: link.to, path: [] }, ...placesAround(records, link.to)];
    for (const { id, path } of around) {
      const kind = kindOfPlace(context, id);
      if (kind !== "COUNTRY" && kind !== "REGION") continue;
      found[kind].add(id);
      for (const fact of [link, ...path]) facts.add(fact.id);
    }
  }
  const nodes = group === "COUNTRY" ? [...found.COUNTRY] : regions(context, found.REGION, found.COUNTRY);
  return { nodes: nodes.toSorted(compareStrings), facts: nodes.length === 0 ? [] : [...facts] };
}

function regions(
  context: MarketContext,
  own: ReadonlySet<RecordId>,
  countries: ReadonlySet<RecordId>,
): readonly RecordId[] {
  if (own.size > 0) return [...own];
  return [...countries].some((country) => hasRegions(context, country)) ? [] : [...countries];
}

function hasRegions(context: MarketContext, country: RecordId): boolean {
  return [...placesWithin(context.projection.records, country)].some(
    (id) => kindOfPlace(context, id) === "REGION",
  );
}

function kindOfPlace({ projection: { records } }: MarketContext, id: RecordId): string | undefined {
  const record = records.record(id);
  return record === undefined ? undefined : textField(record, "placeKind");
}
