import { dayRange } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";
import { lastSourceDay, sourceDate } from "../source-dates.ts";

/** What was reached was reached when its source came out; what is expected was said on some day, by a source of that day or later. */
export function milestoneDates(dataset: LinkedDataset): DatasetProblem[] {
  return dataset
    .ofKind("Milestone")
    .flatMap((located) =>
      textField(located.record, "timing") === "EXPECTED"
        ? [...neverStated(dataset, located), ...aheadOfSources(dataset, located, "statedOn")]
        : aheadOfSources(dataset, located, "date"),
    );
}

function aheadOfSources(dataset: LinkedDataset, located: LocatedRecord, field: string): DatasetProblem[] {
  const date = textField(located.record, field);
  const last = lastSourceDay(dataset, located.record.id);
  if (date === undefined || last === undefined || dayRange(date).first <= last) return [];
  const what = `a date that its sources can know: the last of them is of ${last}`;
  return [problemAt(placeOf(located, field), "milestone-ahead-of-source", expected(field, date, what), date)];
}

function neverStated(dataset: LinkedDataset, located: LocatedRecord): DatasetProblem[] {
  const { id, fields } = located.record;
  const isDated = dataset
    .pointingTo("Evidence", "fact", id)
    .some(
      ({ record }) =>
        record.fields["asOf"] !== undefined ||
        sourceDate(dataset, textField(record, "source") ?? "") !== undefined,
    );
  if (fields["statedOn"] !== undefined || isDated) return [];
  const message = `${id} is expected, and nothing says when that was said; expected statedOn: beside it, or a source with a date`;
  return [problemAt(placeOf(located, "timing"), "expectation-without-date", message, "EXPECTED")];
}
