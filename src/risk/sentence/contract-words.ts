import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "./labels.ts";
import { megawattWords } from "./quantities.ts";

/** "leases 60 MW of critical IT at Denton from Core Scientific until 2038", without its subject. */
export function capacityWords(records: RecordIndex, contract: StoredRecord, provider: RecordId): string {
  const isSite = records.record(provider)?.kind === "Facility";
  const lessors = partyLabels(records, contract.id, ["LESSOR", "PROVIDER"]);
  const from = isSite ? lessors : [labelOf(records, provider)];
  const site = isSite ? ` at ${labelOf(records, provider)}` : singleSite(records, contract.id);
  const power = isSite ? sitePower(records, contract, provider) : contractPowerAt(contract);
  const what =
    power === undefined
      ? isComputing(contract)
        ? "computing"
        : "capacity"
      : megawattWords(power.megawatts, power.basis);
  const source = from.length === 0 ? "" : ` from ${listOf(from)}`;
  return `${capacityVerb(contract)} ${what}${site}${source}${termWords(contract)}`;
}

/** " until 2038", " for 12 years" or nothing. */
export function termWords(contract: StoredRecord): string {
  const end = textField(contract, "end");
  if (end !== undefined) return ` until ${end}`;
  const years = numberField(contract, "termYears");
  return years === undefined ? "" : ` for ${years} ${years === 1 ? "year" : "years"}`;
}

function capacityVerb(contract: StoredRecord): string {
  switch (textField(contract, "type")) {
    case "HOSTING":
      return "rents";
    case "COMPUTE":
      return "buys";
    default:
      return isComputing(contract) ? "buys" : "leases";
  }
}

function isComputing(contract: StoredRecord): boolean {
  return textField(contract, "type") === "COMPUTE";
}

/** Megawatts and what they count. */
export interface Power {
  readonly megawatts: number;
  readonly basis: string | undefined;
}

export function contractPowerAt(contract: StoredRecord): Power | undefined {
  const megawatts = numberField(contract, "capacityMegawatts");
  return megawatts === undefined ? undefined : { megawatts, basis: textField(contract, "capacityBasis") };
}

/** Power at one site: what the cover states, or the contract's own where it covers no other site. */
export function sitePower(records: RecordIndex, contract: StoredRecord, site: RecordId): Power | undefined {
  const covers = records.out(contract.id, "COVERS");
  const cover = covers.find(({ to }) => to === site);
  const megawatts = cover === undefined ? undefined : numberField(cover, "megawatts");
  if (megawatts !== undefined) return { megawatts, basis: cover && textField(cover, "capacityBasis") };
  return covers.length === 1 ? contractPowerAt(contract) : undefined;
}

function singleSite(records: RecordIndex, contract: RecordId): string {
  const sites = records
    .out(contract, "COVERS")
    .filter(({ to }) => records.record(to ?? "")?.kind === "Facility");
  const only = sites.length === 1 ? sites[0]?.to : undefined;
  return only === undefined ? "" : ` at ${labelOf(records, only)}`;
}

export function partyLabels(
  records: RecordIndex,
  contract: RecordId,
  roles: readonly string[],
): readonly string[] {
  return records
    .in(contract, "PARTY_TO")
    .filter((party) => roles.includes(textField(party, "role") ?? ""))
    .map((party) => labelOf(records, party.from ?? ""));
}
