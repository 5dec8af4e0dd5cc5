import type { DatasetProblem } from "../../domain/errors.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import { basesOf } from "../bases.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf, type LocatedRecord } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";
import { isUnit, UNIT_NAMES } from "../units.ts";

const BASES = basesOf({});
/** Units of power: a number of them means nothing without its basis. */
const POWER_UNITS = new Set(["MW", "GW"]);
/** Metrics that are about the power of one thing, not of a site. */
const WITHOUT_BASIS = new Set(["POWER_USE", "QUEUE_MW", "ORDER_BACKLOG_MW", "TECHNICAL"]);

/** A figure has a value, in a unit and on a basis that are known. */
export function observations({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Observation").flatMap((located) => [
    ...missingValue(located),
    ...wrongUnit(located),
    ...wrongBasis(located, located.record),
  ]);
}

function missingValue(located: LocatedRecord): DatasetProblem[] {
  const { id } = located.record;
  if (["value", "low", "high", "valueText"].some((field) => isWritten(located, field))) return [];
  const message = `${id} has no value; expected value, low or high, or valueText where it is words`;
  return [problemAt(located.at, "missing-value", message, id)];
}

function wrongUnit(located: LocatedRecord): DatasetProblem[] {
  const unit = textField(located.record, "unit");
  if (unit === undefined || isUnit(unit)) return [];
  const what = `a currency, or one of ${UNIT_NAMES.join(", ")}`;
  const message = expected("unit", unit, what, nearMiss(unit, UNIT_NAMES));
  return [problemAt(placeOf(located, "unit"), "unknown-unit", message, unit)];
}

function wrongBasis(located: LocatedRecord, record: GraphRecord): DatasetProblem[] {
  const [basis, unit, metric] = ["basis", "unit", "metric"].map((field) => textField(record, field));
  if (basis !== undefined && !BASES.includes(basis)) {
    const message = expected("basis", basis, `one of ${BASES.join(", ")}`, nearMiss(basis, BASES));
    return [problemAt(placeOf(located, "basis"), "unknown-basis", message, basis)];
  }
  if (isWritten(located, "basis") || !POWER_UNITS.has(unit ?? "") || WITHOUT_BASIS.has(metric ?? ""))
    return [];
  const message = `unit is ${unit}; expected basis: beside it, what the power counts; UNKNOWN where the source does not say`;
  return [problemAt(placeOf(located, "unit"), "megawatts-without-basis", message, unit)];
}
