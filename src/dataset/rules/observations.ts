import type { DatasetProblem } from "../../domain/errors.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import { basesOf } from "../bases.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf, type LocatedRecord } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";
import { isMoneyUnit, isPowerUnit } from "../units.ts";

const BASES = basesOf({});
/** Metrics that are about the power of one thing, not of a site. */
const POWER_WITHOUT_BASIS = new Set(["POWER_USE", "QUEUE_MW", "ORDER_BACKLOG_MW", "TECHNICAL"]);
/** Metrics of money that say in their own sentence what they count; every other needs a basis (decision 19). */
const MONEY_WITHOUT_BASIS: ReadonlySet<string> = new Set([
  "REVENUE",
  "SEGMENT_REVENUE",
  "RUN_RATE_REVENUE",
  "REVENUE_FORECAST",
  "DEFERRED_REVENUE",
  "ORDERS",
  "NET_LOSS",
  "INTEREST_EXPENSE",
  "IMPAIRMENT",
  "CASH",
  "CAPEX",
  "CAPEX_GUIDANCE",
  "CAPEX_PER_MW",
  "DEBT_PER_MW",
  "LEASE_COMMITMENT",
  "BITCOIN_SALES",
  "MARKET_SIZE",
  "PRICE",
  "DISRUPTION_LOSS",
]);

/** A figure has a value, on a basis that is known. */
export function observations({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Observation").flatMap((located) => [
    ...missingValue(located),
    ...wrongBasis(located, located.record),
    ...missingBasis(located, located.record),
  ]);
}

function missingValue(located: LocatedRecord): DatasetProblem[] {
  const { id } = located.record;
  if (["value", "low", "high", "valueText"].some((field) => isWritten(located, field))) return [];
  const message = `${id} has no value; expected value, low or high, or valueText where it is words`;
  return [problemAt(located.at, "missing-value", message, id)];
}

function wrongBasis(located: LocatedRecord, record: GraphRecord): DatasetProblem[] {
  const basis = textField(record, "basis");
  if (basis === undefined || BASES.includes(basis)) return [];
  const message = expected("basis", basis, `one of ${BASES.join(", ")}`, nearMiss(basis, BASES));
  return [problemAt(placeOf(located, "basis"), "unknown-basis", message, basis)];
}

function missingBasis(located: LocatedRecord, record: GraphRecord): DatasetProblem[] {
  const [unit = "", metric = ""] = ["unit", "metric"].map((field) => textField(record, field));
  if (isWritten(located, "basis")) return [];
  const at = placeOf(located, "unit");
  if (isPowerUnit(unit) && !POWER_WITHOUT_BASIS.has(metric)) {
    const message = `unit is ${unit}; expected basis: beside it, what the power counts; UNKNOWN where the source does not say`;
    return [problemAt(at, "megawatts-without-basis", message, unit)];
  }
  if (isMoneyUnit(unit) && !MONEY_WITHOUT_BASIS.has(metric)) {
    const message = `unit is ${unit} and metric ${metric}; expected basis: beside it, what the money counts; UNKNOWN where the source does not say`;
    return [problemAt(at, "amount-without-basis", message, unit)];
  }
  return [];
}
