import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** A source says when it came out or when it was read, or that its page shows no date; not both. */
export function undatedSources({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Source").flatMap((located) => {
    const { record, at } = located;
    const published = textField(record, "published");
    const isUndated = record.fields["isUndated"] === true;
    if (isUndated && published !== undefined) {
      const message = `${record.id} is undated and published on ${published}; expected one of the two`;
      return [problemAt(placeOf(located, "published"), "dated-and-undated", message, published)];
    }
    if (isUndated || published !== undefined || textField(record, "accessed") !== undefined) return [];
    const message = `${record.id} has no date; expected published: or accessed:, or isUndated: true where the page shows none`;
    return [problemAt(at, "undated-source", message, record.id)];
  });
}
