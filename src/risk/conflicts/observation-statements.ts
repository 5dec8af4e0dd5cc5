import { listField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { boundedQuantity } from "./field-statements.ts";
import { quantityWords } from "./quantity-words.ts";
import type { Quantity } from "./stated-precision.ts";
import type { Statement } from "./statement.ts";

/** An observation as a statement; undefined where it has no number. */
export function observationStatement(
  observation: StoredRecord,
  evidence: readonly StoredRecord[],
): Statement | undefined {
  const quantity = quantityOf(observation);
  if (quantity === undefined) return undefined;
  const unit = textField(observation, "unit") ?? null;
  const own = evidence.filter((entry) => (textField(entry, "field") ?? "value") === "value");
  return {
    quantity,
    isExact: false,
    text: `${quantityWords(quantity, unit)}${isForecast(observation) ? " (forecast)" : ""}`,
    unit,
    basis: textField(observation, "basis") ?? null,
    asOf: textField(observation, "asOf") ?? textField(observation, "period") ?? null,
    isHeadline: false,
    fact: observation.id,
    evidence: own.map(({ id }) => id),
  };
}

/** Its range where it gives one, else its value as a number or a limit. */
function quantityOf(observation: StoredRecord): Quantity | undefined {
  const [low, high] = [numberField(observation, "low"), numberField(observation, "high")];
  if (low !== undefined || high !== undefined) return { low: low ?? null, high: high ?? null };
  const value = numberField(observation, "value");
  return value === undefined ? undefined : boundedQuantity(value, textField(observation, "bound"));
}

/**
 * Whether two observations measure the same: the same thing in the same words (or marked by the curator as at odds), of the same
 * time, and both foreseen or neither. Unit and basis are tested where statements are compared.
 */
export function measuresTheSame(a: StoredRecord, b: StoredRecord): boolean {
  return (
    hasSame(["subject", "counterparty", "metric", "period"], a, b) &&
    isForecast(a) === isForecast(b) &&
    (hasSame(["metricText"], a, b) || isMarked(a, b))
  );
}

export function isMarked(a: StoredRecord, b: StoredRecord): boolean {
  return listField(a, "conflictsWith").includes(b.id) || listField(b, "conflictsWith").includes(a.id);
}

export function hasSame(fields: readonly string[], a: StoredRecord, b: StoredRecord): boolean {
  return fields.every((field) => textField(a, field) === textField(b, field));
}

export function isForecast(record: StoredRecord): boolean {
  return textField(record, "timing") === "FORECAST";
}

/** Observations that may measure the same, together: of one subject and metric, in the order of their ids. */
export function observationGroups(records: RecordIndex): readonly (readonly StoredRecord[])[] {
  const groups = new Map<string, StoredRecord[]>();
  for (const observation of records.ofKind("Observation")) {
    const key = ["subject", "counterparty", "metric"].map((field) => textField(observation, field)).join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [observation]);
    else group.push(observation);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
