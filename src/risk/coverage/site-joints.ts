import type { Day } from "../../domain/date.ts";
import { COVERED_ROWS } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { bindsOn, holdsOn, jointLink, type JointLink } from "./joint-link.ts";
import { placesOf } from "./places-of.ts";

const POWER_ROWS = COVERED_ROWS.filter(({ channel }) => channel === "POWER");
/** The roles in which the dependency table takes a party of a power contract for who gives the power. */
const SUPPLIERS: readonly PartyRole[] = POWER_ROWS.flatMap(({ providers }) => providers);
/** A connection is no supply: in a market with free choice of supplier the owner of the lines sells no energy. */
const CONNECTIONS: readonly ContractType[] = ["INTERCONNECTION"];
const SUPPLY_CONTRACTS: readonly ContractType[] = POWER_ROWS.flatMap(({ types }) => types).filter(
  (type) => !CONNECTIONS.includes(type),
);
const SUPPLY_TYPES: readonly (string | undefined)[] = ["ENERGY_SUPPLY", "ONSITE_GENERATION"];

/** The site and every facility within it, in no order that matters; a cycle ends by itself. */
export function sitesWithin(records: RecordIndex, site: RecordId): readonly RecordId[] {
  const found = new Set([site]);
  for (const whole of found) for (const { from } of records.in(whole, "PART_OF")) found.add(from ?? "");
  return [...found];
}

/** SYSTEM: the components that stand, or are to stand, at one of the sites. */
export function systemLinks(records: RecordIndex, sites: readonly RecordId[], day: Day): JointLink[] {
  return sites
    .flatMap((site) => records.out(site, "DEPLOYS"))
    .filter((deploys) => holdsOn(deploys, day))
    .map((deploys) => jointLink(deploys.to ?? "", [deploys]));
}

/** CONTRACT: the contracts in force that cover one of the sites, or are about it. */
export function contractLinks(records: RecordIndex, sites: readonly RecordId[], day: Day): JointLink[] {
  return (["COVERS", "ABOUT"] as const).flatMap((kind) =>
    contractsAt(records, sites, kind, day).map(({ contract, relationship }) =>
      jointLink(contract.id, [relationship]),
    ),
  );
}

/** POWER_SUPPLIER: who delivers or generates power there by name, said by the site or by a power contract that covers it. */
export function powerLinks(records: RecordIndex, sites: readonly RecordId[], day: Day): JointLink[] {
  const stated = sites
    .flatMap((site) => records.in(site, "POWERS"))
    .filter((powers) => holdsOn(powers, day) && SUPPLY_TYPES.includes(textField(powers, "type")))
    .map((powers) => jointLink(powers.from ?? "", [powers]));
  const contracted = contractsAt(records, sites, "COVERS", day)
    .filter(({ contract }) => SUPPLY_CONTRACTS.includes(textField(contract, "type") as ContractType))
    .flatMap(({ contract, relationship }) =>
      records
        .in(contract.id, "PARTY_TO")
        .filter((party) => SUPPLIERS.includes(textField(party, "role") as PartyRole))
        .filter((party) => !booleanField(party, "isProspective") && holdsOn(party, day))
        .map((party) => jointLink(party.from ?? "", [relationship, party])),
    );
  return [...stated, ...contracted].filter(({ node }) => !isPlaceholder(records, node));
}

/** GRID: the power grids on which one of the sites lies. */
export function gridLinks(records: RecordIndex, sites: readonly RecordId[], day: Day): JointLink[] {
  return sites.flatMap((site) => placesOf(records, site, "GRID", day));
}

interface ContractAt {
  readonly contract: StoredRecord;
  readonly relationship: StoredRecord;
}

function contractsAt(
  records: RecordIndex,
  sites: readonly RecordId[],
  kind: RelationshipKind,
  day: Day,
): readonly ContractAt[] {
  return sites
    .flatMap((site) => records.in(site, kind))
    .filter((relationship) => holdsOn(relationship, day))
    .flatMap((relationship) => {
      const contract = records.record(relationship.from ?? "");
      const counts = contract?.kind === "Contract" && bindsOn(records, contract, day);
      return counts ? [{ contract, relationship }] : [];
    });
}
