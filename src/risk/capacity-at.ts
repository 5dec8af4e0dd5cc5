import { dayRange, type Day } from "../domain/date.ts";
import type { RecordId } from "../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../domain/record.ts";
import { capacityBasis } from "../domain/vocabularies/units.ts";
import { hasWord } from "../domain/vocabulary.ts";
import type { Interval } from "./answer.ts";

/** The megawatts of a facility on one basis, and the figure that says it; null where the facility's own record does. */
export interface SiteCapacity {
  readonly basis: string;
  readonly megawatts: Interval;
  readonly observation: RecordId | null;
}

/** Metrics that are megawatts of the subject, and what they count where the figure itself does not say. */
const BASIS_OF_METRIC: Readonly<Record<string, string>> = {
  BILLING_MW: "BILLING",
  ENERGISED_MW: "ENERGISED",
  CONTRACTED_MW: "CONTRACTED_IT",
  POWER_MW: "UNKNOWN",
  FACILITY_MW: "UNKNOWN",
};
const BASES = Object.keys(capacityBasis.values);

/**
 * The megawatts of a facility on each basis: the latest figure known on the day, or the headline where no figure of its basis
 * is dated by then. Forecasts, and figures for one counterparty alone, are no capacity of the site.
 */
export function capacityAt(
  facility: StoredRecord,
  observations: readonly StoredRecord[],
  day: Day,
): readonly SiteCapacity[] {
  const latest = new Map<string, { readonly first: Day; readonly capacity: SiteCapacity }>();
  for (const observation of observations) {
    const first = dateOf(observation);
    const capacity = observedCapacity(observation);
    if (capacity === null || first === undefined || first > day) continue;
    const known = latest.get(capacity.basis);
    if (known === undefined || first > known.first) latest.set(capacity.basis, { first, capacity });
  }
  const headline = headlineCapacity(facility);
  return BASES.flatMap((basis) => {
    const observed = latest.get(basis)?.capacity;
    return observed ?? (headline?.basis === basis ? headline : []);
  });
}

function observedCapacity(observation: StoredRecord): SiteCapacity | null {
  const fallback = BASIS_OF_METRIC[textField(observation, "metric") ?? ""];
  if (fallback === undefined || textField(observation, "unit") !== "MW") return null;
  if (textField(observation, "timing") === "FORECAST") return null;
  if (textField(observation, "counterparty") !== undefined) return null;
  const given = textField(observation, "basis") ?? fallback;
  const basis = hasWord(capacityBasis, given) ? given : "UNKNOWN";
  return { basis, megawatts: megawattsOf(observation, basis), observation: observation.id };
}

function megawattsOf(observation: StoredRecord, basis: string): Interval {
  const value = numberField(observation, "value") ?? null;
  const bound = textField(observation, "bound");
  const low = numberField(observation, "low") ?? (bound === "MAX" ? null : value);
  const high = numberField(observation, "high") ?? (bound === "MIN" ? null : value);
  return { low, high, unit: "MW", basis };
}

function headlineCapacity(facility: StoredRecord): SiteCapacity | null {
  const megawatts = numberField(facility, "capacityMegawatts");
  if (megawatts === undefined) return null;
  const basis = textField(facility, "capacityBasis") ?? "UNKNOWN";
  return { basis, megawatts: { low: megawatts, high: megawatts, unit: "MW", basis }, observation: null };
}

function dateOf(observation: StoredRecord): Day | undefined {
  const date = textField(observation, "asOf") ?? textField(observation, "period");
  return date === undefined ? undefined : dayRange(date).first;
}
