import { dayRange, type PartialDate } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";

/** What ends, and with which ladders it can only have begun before: a contract may be delivered on after it was replaced. */
const ENDING: readonly (readonly [kind: Kind, ladders: readonly string[]])[] = [
  ["Contract", ["LEGAL"]],
  ["Facility", ["LEGAL", "DELIVERY"]],
];

/** Nothing ends before it began: before it was signed, or before a rung that it reached. */
export function outcomeDates(dataset: LinkedDataset): DatasetProblem[] {
  return ENDING.flatMap(([kind, ladders]) =>
    dataset.ofKind(kind).flatMap((located) => {
      const outcome = textField(located.record, "outcomeDate");
      if (outcome === undefined) return [];
      const { last } = dayRange(outcome);
      const later = beginnings(dataset, located, ladders).find(([, date]) => dayRange(date).first > last);
      if (later === undefined) return [];
      const message = expected(
        "outcomeDate",
        outcome,
        `a date that is not before ${later[0]} at ${later[1]}`,
      );
      return [problemAt(placeOf(located, "outcomeDate"), "outcome-before-start", message, outcome)];
    }),
  );
}

function beginnings(
  { pointingTo }: LinkedDataset,
  { record }: LocatedRecord,
  ladders: readonly string[],
): readonly [what: string, date: PartialDate][] {
  const signed = textField(record, "signed");
  const reached = pointingTo("Milestone", "subject", record.id).flatMap(({ record: milestone }) => {
    const [ladder = "", rung = "", timing, date] = ["ladder", "rung", "timing", "date"].map((field) =>
      textField(milestone, field),
    );
    const isReached = timing === "ACTUAL" && ladders.includes(ladder) && date !== undefined;
    return isReached ? [[rung, date] as [string, PartialDate]] : [];
  });
  return signed === undefined ? reached : [["signed", signed], ...reached];
}
