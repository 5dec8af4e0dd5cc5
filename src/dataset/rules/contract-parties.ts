import type { DatasetProblem } from "../../domain/errors.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** A contract has parties. */
export function contractParties({ ofKind, endingAt }: LinkedDataset): DatasetProblem[] {
  return ofKind("Contract").flatMap((located) => {
    const { record, at } = located;
    if (endingAt("PARTY_TO", record.id).length > 0 || isWritten(located, "parties")) return [];
    const message = `${record.id} has no parties; expected parties: [{company, role}], a placeholder where the source names none`;
    return [problemAt(at, "contract-without-parties", message, record.id)];
  });
}
