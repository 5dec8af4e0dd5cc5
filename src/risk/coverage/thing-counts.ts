import type { Day } from "../../domain/date.ts";
import { numberField, textField } from "../../domain/record.ts";
import { voiceOf } from "../../domain/verification.ts";
import { tier } from "../../domain/vocabularies/envelope.ts";
import type { WordOf } from "../../domain/vocabulary.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { amountsOf } from "../contract-amounts.ts";

type Tier = WordOf<typeof tier>;

/** What the coordinates of facilities point at. */
export interface FacilityCounts {
  readonly total: number;
  /** The site itself. */
  readonly exact: number;
  /** The centre of its city. */
  readonly city: number;
  /** It has no coordinates. */
  readonly none: number;
}

/** Whether contracts, ended ones included, have an amount that can be counted. */
export interface ContractCounts {
  readonly total: number;
  /** Money with its currency. */
  readonly withMoney: number;
  /** Megawatts, its own or of an observation on it. */
  readonly withPower: number;
  /** Neither. */
  readonly withoutAmount: number;
}

export interface TierCount {
  readonly tier: Tier;
  readonly count: number;
}

/** How close the sources stand to the facts, and how many different people speak in them. */
export interface SourceCounts {
  readonly total: number;
  /** Every tier, in the vocabulary's order; the counts add up to the total. */
  readonly tiers: readonly TierCount[];
  /** Different companies and publishers, once repetitions are followed to their origin; all that one of them says is one voice. */
  readonly voices: number;
}

const TIERS = Object.keys(tier.values) as readonly Tier[];

export function countFacilities(records: RecordIndex): FacilityCounts {
  const facilities = records.ofKind("Facility");
  const located = facilities.filter((facility) => numberField(facility, "latitude") !== undefined);
  const exact = located.filter((facility) => textField(facility, "coordinatePrecision") === "EXACT").length;
  return {
    total: facilities.length,
    exact,
    city: located.length - exact,
    none: facilities.length - located.length,
  };
}

export function countContracts({ records }: Projection, day: Day): ContractCounts {
  const contracts = records.ofKind("Contract");
  const units = contracts.map((contract) => amountsOf(records, contract, day).map(({ unit }) => unit));
  return {
    total: contracts.length,
    withMoney: units.filter((own) => own.some((unit) => unit !== "MW")).length,
    withPower: units.filter((own) => own.includes("MW")).length,
    withoutAmount: units.filter((own) => own.length === 0).length,
  };
}

export function countSources(records: RecordIndex): SourceCounts {
  const sources = records.ofKind("Source");
  const voices = sources.flatMap(({ id }) => voiceOf(id, (other) => records.record(other)) ?? []);
  return {
    total: sources.length,
    tiers: TIERS.map((word) => ({
      tier: word,
      count: sources.filter((source) => textField(source, "tier") === word).length,
    })),
    voices: new Set(voices).size,
  };
}
