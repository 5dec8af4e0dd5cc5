import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import { amountsOf } from "../contract-amounts.ts";
import { partiesIn } from "../contract-parties.ts";
import { countsIn, judgeContracts, rootsAt } from "./contract-market.ts";
import type { MarketContext } from "./market-context.ts";
import type { FilteredRecord, MarketAmount, MarketEntry, MarketReading } from "./market-entry.ts";
import { sitesOf } from "./site-market.ts";

/** Contracts that bring power to a site that they cover; of a power plant, only its connection does. */
const POWER_TYPES: readonly ContractType[] = ["POWER_SUPPLY", "INTERCONNECTION", "POWER_PURCHASE"];
const CONNECTIONS: readonly ContractType[] = ["INTERCONNECTION"];
const PROVIDERS: readonly PartyRole[] = ["UTILITY", "SUPPLIER", "GENERATOR"];

/** Who powers a facility, or the facilities that a company operates or owns; one of which nothing says it has its power from somebody. */
export function readPowerMarket(context: MarketContext, subject: RecordId): MarketReading {
  const { records } = context.projection;
  const subjectRecord = records.record(subject);
  if (subjectRecord?.kind === "Facility") return readSite(context, subject);
  const own = companySites(context, subject);
  const readings = own.sites.map((site) => {
    const reading = readSite(context, site);
    return reading.entries.length > 0 ? reading : { ...reading, entries: [entryAt(site, [site])] };
  });
  return {
    entries: readings.flatMap(({ entries }) => entries),
    filtered: distinct([...own.filtered, ...readings.flatMap(({ filtered }) => filtered)]),
    undated: readings.reduce((total, { undated }) => total + undated, 0),
  };
}

function companySites(
  context: MarketContext,
  company: RecordId,
): { readonly sites: readonly RecordId[]; readonly filtered: readonly FilteredRecord[] } {
  const { sites, filtered } = sitesOf(context, company);
  return { sites: sites.map(({ site }) => site.id), filtered };
}

function distinct(filtered: readonly FilteredRecord[]): readonly FilteredRecord[] {
  return [...new Map(filtered.map((entry) => [entry.id, entry])).values()];
}

/** The power contracts of one site, and what is said to power it without a contract. */
function readSite(context: MarketContext, site: RecordId): MarketReading {
  const { projection } = context;
  const { records } = projection;
  const { inForce, filtered } = judgeContracts(context, powerContracts(context, site));
  const contracts = rootsAt(projection, inForce, site, context.under.asOf).map(
    ({ contract, power }): MarketEntry => ({
      ...entryAt(site, [contract.id]),
      holders: partiesIn(records, contract.id, PROVIDERS, countsIn(context)),
      amounts: power ?? amountsOf(records, contract, context.under.asOf),
      contracts: [contract.id],
    }),
  );
  const links = records.in(site, "POWERS").map((link) => ({ link, filter: context.linkFilter(link) }));
  const providers = new Set(contracts.flatMap(({ holders }) => holders));
  const stated = links.filter(({ link, filter }) => filter === null && !providers.has(link.from ?? ""));
  return {
    entries: [
      ...contracts,
      ...byProvider(
        site,
        stated.map(({ link }) => link),
      ),
    ],
    filtered: [
      ...filtered,
      ...links.flatMap(({ link, filter }) => (filter === null ? [] : [{ id: link.id, filter }])),
    ],
    undated: inForce.filter(
      (contract) => textField(contract, "signed") === undefined && textField(contract, "end") === undefined,
    ).length,
  };
}

function powerContracts(context: MarketContext, site: RecordId): readonly StoredRecord[] {
  const { records } = context.projection;
  const counts = countsIn(context);
  const facility = records.record(site);
  const isGenerator = facility !== undefined && textField(facility, "purpose") === "POWER_PLANT";
  const types = isGenerator ? CONNECTIONS : POWER_TYPES;
  return records
    .in(site, "COVERS")
    .filter(counts)
    .flatMap(({ from }) => records.record(from ?? "") ?? [])
    .filter((contract) => types.includes(textField(contract, "type") as ContractType))
    .filter(({ id }) => partiesIn(records, id, PROVIDERS, counts).length > 0);
}

/** What one party is said to deliver is one supply, however often it is said, unless each statement has megawatts of its own. */
function byProvider(site: RecordId, links: readonly StoredRecord[]): readonly MarketEntry[] {
  const providers = [...new Set(links.map(({ from }) => from ?? ""))].toSorted(compareStrings);
  return providers.flatMap((provider) => {
    const own = links.filter(({ from }) => from === provider);
    const measured = own.filter((link) => numberField(link, "megawatts") !== undefined);
    const supplies = measured.length > 0 ? measured.map((link) => [link]) : [own];
    return supplies.map((supply) => ({
      ...entryAt(
        site,
        supply.map(({ id }) => id),
      ),
      holders: [provider],
      amounts: supply.flatMap(powerOf),
    }));
  });
}

function powerOf(link: StoredRecord): readonly MarketAmount[] {
  const megawatts = numberField(link, "megawatts");
  if (megawatts === undefined) return [];
  const basis = textField(link, "capacityBasis") ?? "UNKNOWN";
  return [{ low: megawatts, high: megawatts, unit: "MW", basis }];
}

function entryAt(site: RecordId, facts: readonly RecordId[]): MarketEntry {
  return {
    id: facts[0] ?? site,
    amounts: [],
    holders: [],
    hasOthers: false,
    sites: [{ site, amount: null, isAll: false }],
    contracts: [],
    facts,
  };
}
