import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** An input that others can replace names its group, and no other input does. */
export function requirements({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("REQUIRES").flatMap((located) => {
    const [mode, group] = [textField(located.record, "mode"), textField(located.record, "group")];
    if (mode === "GROUP" && !isWritten(located, "group")) {
      const message =
        "mode is GROUP without a group; expected group: beside it, the name that its substitutes share";
      return [problemAt(placeOf(located, "mode"), "group-missing", message, mode)];
    }
    if (mode === "ESSENTIAL" && group !== undefined) {
      const message = `group is ${JSON.stringify(group)} although nothing replaces the input; expected mode: GROUP, or no group`;
      return [problemAt(placeOf(located, "group"), "group-of-essential", message, group)];
    }
    return [];
  });
}
