import { dayRange } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";
import { sourceDate } from "../source-dates.ts";

/** A source does not say how things were after it came out. */
export function evidenceDates(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Evidence").flatMap((located) => {
    const [asOf, source = ""] = ["asOf", "source"].map((field) => textField(located.record, field));
    const date = sourceDate(dataset, source);
    if (asOf === undefined || date === undefined || dayRange(asOf).first <= dayRange(date).last) return [];
    const message = expected("asOf", asOf, `a date that is not after ${source}, ${date}`);
    return [problemAt(placeOf(located, "asOf"), "evidence-ahead-of-source", message, asOf)];
  });
}
