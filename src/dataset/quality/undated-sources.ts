import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** A source says when it came out or when it was read, or that its page shows no date. */
export function undatedSources({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Source").flatMap(({ record, at }) => {
    const isDated = ["published", "accessed"].some((field) => textField(record, field) !== undefined);
    if (isDated || record.fields["isUndated"] === true) return [];
    const message = `${record.id} has no date; expected published: or accessed:, or isUndated: true where the page shows none`;
    return [problemAt(at, "undated-source", message, record.id)];
  });
}
