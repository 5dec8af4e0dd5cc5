import type { DatasetProblem } from "../domain/errors.ts";
import { checkRecord } from "../domain/record-check.ts";
import type { GraphRecord } from "../domain/record.ts";
import { checkRules } from "./dataset-rules.ts";
import { linkDataset } from "./linked-dataset.ts";
import { graphPosition, unlocated } from "./located-record.ts";
import { problemAt, showValue, sortProblems } from "./problem.ts";

/** Everything that is wrong with the records of a graph: each by itself, and all together by the rules of a dataset. */
export function checkRecords(records: readonly GraphRecord[]): readonly DatasetProblem[] {
  const alone = records.flatMap((record) =>
    checkRecord(record).map(({ field, rule, expectation, value }) => {
      const got = value === undefined ? "missing or wrong" : showValue(value);
      return problemAt(graphPosition(record.id), rule, `${field} is ${got}; expected ${expectation}`, value);
    }),
  );
  return sortProblems([...alone, ...checkRules(linkDataset(records.map(unlocated)))]);
}
