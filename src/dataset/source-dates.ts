import { dayRange, type Day, type PartialDate } from "../domain/date.ts";
import { dateOfSource } from "../domain/freshness.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import type { LinkedDataset } from "./linked-dataset.ts";

/** The date of the source that a piece of evidence cites; undefined: it has none. */
export function sourceDate({ byId }: LinkedDataset, source: RecordId): PartialDate | undefined {
  const located = byId.get(source);
  return located && dateOfSource(located.record);
}

/** The last day on which a source of a fact can have come out; undefined where one of them has no date. */
export function lastSourceDay(dataset: LinkedDataset, fact: RecordId): Day | undefined {
  const dates = dataset
    .pointingTo("Evidence", "fact", fact)
    .map(({ record }) => sourceDate(dataset, textField(record, "source") ?? ""));
  const days = dates.flatMap((date) => (date === undefined ? [] : [dayRange(date).last]));
  return days.length === dates.length ? days.toSorted().at(-1) : undefined;
}
