import type { DatasetProblem } from "../../domain/errors.ts";
import { numberField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** What parts and whole are added up in, with the fields that must agree. */
const MEASURES = [
  { field: "value", same: ["valueBasis", "currency"] },
  { field: "capacityMegawatts", same: ["capacityBasis"] },
] as const;
/** Sums of rounded figures may be a little above a rounded whole. */
const ROUNDING = 1.005;

/** The parts of a contract are not more than the whole, unless a note on it says why. */
export function partSums(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Contract").flatMap((whole) => {
    if (textField(whole.record, "note") !== undefined) return [];
    const parts = partsOf(dataset, whole.record);
    return MEASURES.flatMap(({ field, same }) => excess(whole, parts, field, same));
  });
}

function partsOf({ endingAt, byId }: LinkedDataset, { id }: GraphRecord): readonly GraphRecord[] {
  return endingAt("PART_OF", id).flatMap(({ record: { from } }) => {
    const part = byId.get(from ?? "")?.record;
    return part === undefined ||
      part.fields["overlapUnclear"] === true ||
      part.fields["outcome"] !== undefined
      ? []
      : [part];
  });
}

function excess(
  whole: LocatedRecord,
  parts: readonly GraphRecord[],
  field: string,
  same: readonly string[],
): DatasetProblem[] {
  const limit = numberField(whole.record, field);
  if (limit === undefined) return [];
  const comparable = parts.filter(({ fields }) => same.every((of) => fields[of] === whole.record.fields[of]));
  const sum = comparable.reduce((total, part) => total + (numberField(part, field) ?? 0), 0);
  if (sum <= limit * ROUNDING) return [];
  const message = `${field} of ${whole.record.id} is ${limit}, its parts sum to ${sum}; expected at most the whole, or a note that says why`;
  return [problemAt(placeOf(whole, field), "parts-above-whole", message, limit)];
}
