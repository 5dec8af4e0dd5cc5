import { dayRange, type Day } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";
import { lastSourceDay } from "../source-dates.ts";
import { isMoneyUnit } from "../units.ts";

/** A figure says of when it speaks, and unless it is a forecast, of no time that its sources could not know. */
export function figureDates(dataset: LinkedDataset): DatasetProblem[] {
  return dataset
    .ofKind("Observation")
    .flatMap((located) => [...undated(located), ...aheadOfSources(dataset, located)]);
}

function undated({ record: { id, fields }, at }: LocatedRecord): DatasetProblem[] {
  if (fields["period"] !== undefined || fields["asOf"] !== undefined) return [];
  const message = `${id} speaks of no time; expected period: or asOf:, as precise as its sources are`;
  return [problemAt(at, "undated-figure", message, id)];
}

function aheadOfSources(dataset: LinkedDataset, located: LocatedRecord): DatasetProblem[] {
  const { record } = located;
  const timing = textField(record, "timing");
  const field = textField(record, "period") === undefined ? "asOf" : "period";
  const date = textField(record, field);
  const last = lastSourceDay(dataset, record.id);
  if (date === undefined || last === undefined || timing === "FORECAST") return [];
  if (dayKnown(located, field, date) <= last) return [];
  const what = `a time that its sources can know, the last of them is of ${last}; or timing: FORECAST`;
  return [problemAt(placeOf(located, field), "figure-ahead-of-source", expected(field, date, what), date)];
}

/** What was earned or spent over a period is counted when it is over; an estimate of it is made earlier. */
function dayKnown({ record }: LocatedRecord, field: string, date: string): Day {
  const isCounted =
    field === "period" &&
    textField(record, "timing") === "ACTUAL" &&
    isMoneyUnit(textField(record, "unit") ?? "");
  return isCounted ? dayRange(date).last : dayRange(date).first;
}
