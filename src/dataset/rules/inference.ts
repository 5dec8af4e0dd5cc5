import type { DatasetProblem } from "../../domain/errors.ts";
import { booleanField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** An inference says its rule, and a rule belongs to an inference. */
export function inference({ records }: LinkedDataset): DatasetProblem[] {
  return records.flatMap((located) => {
    const { record } = located;
    const isInferred = booleanField(record, "inferred");
    const { inferredRule, inferredFrom } = record.fields;
    if (isInferred && !isWritten(located, "inferredRule")) {
      const message =
        "inferred is true without a rule; expected inferredRule: beside it, the reasoning in a sentence";
      return [problemAt(placeOf(located, "inferred"), "inferred-without-rule", message, true)];
    }
    const orphan = inferredRule === undefined ? "inferredFrom" : "inferredRule";
    if (isWritten(located, "inferred") || (inferredRule === undefined && inferredFrom === undefined))
      return [];
    const message = `${orphan} is given although the fact is not inferred; expected inferred: true beside it`;
    return [problemAt(placeOf(located, orphan), "rule-without-inference", message, orphan)];
  });
}
