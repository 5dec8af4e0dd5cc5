import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** A fact with sources has one that says so: what is only disputed is nobody's statement. */
export function supportedFacts({ records, pointingTo }: LinkedDataset): DatasetProblem[] {
  return records.flatMap(({ record: { id }, at }) => {
    const evidence = pointingTo("Evidence", "fact", id);
    const isDisputed = evidence.every(({ record }) => textField(record, "stance") === "DISPUTES");
    if (evidence.length === 0 || !isDisputed) return [];
    const message = `every source of ${id} disputes it; expected one that supports it`;
    return [problemAt(at, "unsupported-fact", message, id)];
  });
}
