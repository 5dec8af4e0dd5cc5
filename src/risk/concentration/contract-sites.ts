import type { Day } from "../../domain/date.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { contractPower, plainBasis } from "../contract-amounts.ts";
import { statedRange } from "../stated-range.ts";
import type { MarketContext } from "./market-context.ts";
import type { EntrySite, MarketAmount } from "./market-entry.ts";

/** The facilities that a contract covers, with its power at each where it states that, or where its parts there do. */
export function contractSites(context: MarketContext, contract: RecordId): readonly EntrySite[] {
  const { records } = context.projection;
  const day = context.under.asOf;
  const sites = new Map<RecordId, EntrySite>();
  for (const cover of facilitiesCovered(context, contract)) {
    const [site, amount] = [cover.to ?? "", powerAt(records, cover, day)];
    sites.set(site, { site, amount, isAll: amount !== null });
  }
  for (const part of partsOf(context, contract)) {
    const [cover, ...others] = facilitiesCovered(context, part.id);
    const power = contractPower(records, part, day);
    if (cover?.to === undefined || others.length > 0 || power === null) continue;
    const known = sites.get(cover.to);
    const { low, high, unit, basis } = power;
    const amount = { low, high, unit, basis };
    // Parts at one site may lie in each other: the largest is there at the least.
    if (known?.isAll === true || isAsLarge(known?.amount, amount)) continue;
    sites.set(cover.to, { site: cover.to, amount, isAll: false });
  }
  return [...sites.values()];
}

function isAsLarge(known: MarketAmount | null | undefined, amount: MarketAmount): boolean {
  return known?.basis === amount.basis && known.high >= amount.high;
}

function facilitiesCovered(context: MarketContext, contract: RecordId): readonly StoredRecord[] {
  const { records } = context.projection;
  return records
    .out(contract, "COVERS")
    .filter((cover) => context.linkFilter(cover) === null)
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

/** The power of a contract at a site that it covers; null where it does not say. */
export function powerAt(records: RecordIndex, cover: StoredRecord, day: Day): MarketAmount | null {
  const range = statedRange(records, cover, "megawatts", day);
  return range === null
    ? null
    : { ...range, unit: "MW", basis: plainBasis(textField(cover, "capacityBasis")) };
}
