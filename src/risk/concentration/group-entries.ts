import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { CountedEntry, EntrySite, MarketAmount, MarketEntry } from "./market-entry.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketGroup } from "./market.ts";
import { locationOf } from "./place-of-site.ts";

/** What counts, by who has it in the terms of a group: firms, their parents, or where it lies. */
export function groupCounted(
  context: MarketContext,
  counted: readonly CountedEntry[],
  group: MarketGroup,
): readonly CountedEntry[] {
  if (isByPlace(group)) return counted.flatMap((one) => locate(context, one, group));
  return counted.map(({ entry, amount }) => ({ entry: byFirm(context, entry, group), amount }));
}

/** The same of what states no amount: who or where it may be. */
export function groupUncounted(
  context: MarketContext,
  uncounted: readonly MarketEntry[],
  group: MarketGroup,
): readonly MarketEntry[] {
  if (!isByPlace(group)) return uncounted.map((entry) => byFirm(context, entry, group));
  return uncounted.map((entry) =>
    located(
      context,
      entry,
      entry.sites.map(({ site }) => site),
      group,
    ),
  );
}

function isByPlace(group: MarketGroup): boolean {
  return group === "FACILITY" || group === "PLACE" || group === "COUNTRY";
}

function byFirm(context: MarketContext, entry: MarketEntry, group: MarketGroup): MarketEntry {
  if (group !== "ULTIMATE_PARENT") return entry;
  return { ...entry, holders: distinct(entry.holders.map(context.parentOf)) };
}

/** What is stated of a site lies there; the rest lies at the sites that may have more, nobody says how it is divided. */
function locate(
  context: MarketContext,
  { entry, amount }: CountedEntry,
  group: MarketGroup,
): readonly CountedEntry[] {
  const at = (sites: readonly EntrySite[], part: MarketAmount): CountedEntry => ({
    entry: located(
      context,
      entry,
      sites.map(({ site }) => site),
      group,
    ),
    amount: part,
  });
  if (entry.sites.length < 2) return [at(entry.sites, amount)];
  const stated = entry.sites.flatMap((one) => {
    const fits = one.amount?.unit === amount.unit && one.amount.basis === amount.basis;
    return fits && one.amount !== null ? [{ one, part: one.amount }] : [];
  });
  const rest = stated.reduce<MarketAmount>((left, { part }) => less(left, part), amount);
  const parts = stated.map(({ one, part }) => at([one], { ...part, low: Math.min(part.low, amount.low) }));
  if (parts.length > 0 && rest.high <= 0) return parts;
  return [
    ...parts,
    at(
      entry.sites.filter(({ isAll }) => !isAll),
      rest,
    ),
  ];
}

function less(whole: MarketAmount, part: MarketAmount): MarketAmount {
  return { ...whole, low: Math.max(0, whole.low - part.high), high: Math.max(0, whole.high - part.low) };
}

/** Somewhere among the sites; where one of them is not known to lie anywhere, it may be anywhere. */
function located(
  context: MarketContext,
  entry: MarketEntry,
  sites: readonly RecordId[],
  group: MarketGroup,
): MarketEntry {
  const places = sites.map((site) => locationOf(context, site, group));
  const holders = distinct(places.flatMap(({ nodes }) => nodes));
  return {
    ...entry,
    holders,
    hasOthers: holders.length > 0 && places.some(({ nodes }) => nodes.length === 0),
    facts: [...entry.facts, ...places.flatMap(({ facts }) => facts)],
  };
}

function distinct(ids: readonly RecordId[]): readonly RecordId[] {
  return [...new Set(ids)].toSorted(compareStrings);
}
