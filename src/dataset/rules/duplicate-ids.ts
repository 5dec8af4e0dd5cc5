import type { DatasetProblem } from "../../domain/errors.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { problemAt, showValue } from "../problem.ts";

/** An id names one record. */
export function duplicateIds({ records, byId }: LinkedDataset): DatasetProblem[] {
  return records.flatMap((located) => {
    const { id } = located.record;
    const first = byId.get(id);
    if (first === undefined || first === located) return [];
    const message = `id is ${showValue(id)}; expected an id that is free, but it stands at ${showPosition(placeOf(first, "id"))} already`;
    return [problemAt(placeOf(located, "id"), "duplicate-id", message, id)];
  });
}
