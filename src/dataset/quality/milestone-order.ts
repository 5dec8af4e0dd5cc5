import { dayRange, type PartialDate } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { ladderOf, rungsOf } from "../../domain/ladders.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

interface Reached {
  readonly located: LocatedRecord;
  readonly rung: string;
  readonly date: PartialDate;
}

/**
 * Nothing reached a rung before a lower one of the same ladder, as far as the dates' precision tells. What is signed may be
 * announced afterwards, and a milestone with a note speaks of a phase or a part.
 */
export function milestoneOrder(dataset: LinkedDataset): DatasetProblem[] {
  const subjects = new Set(
    dataset.ofKind("Milestone").map(({ record }) => textField(record, "subject") ?? ""),
  );
  return [...subjects].flatMap((subject) => outOfOrder(subject, reachedRungs(dataset, subject)));
}

function reachedRungs({ pointingTo }: LinkedDataset, subject: RecordId): readonly Reached[] {
  return pointingTo("Milestone", "subject", subject).flatMap((located) => {
    const [timing, rung, date, note] = ["timing", "rung", "date", "note"].map((field) =>
      textField(located.record, field),
    );
    const isOfWhole = note === undefined && timing === "ACTUAL" && rung !== "ANNOUNCED";
    return isOfWhole && rung !== undefined && date !== undefined ? [{ located, rung, date }] : [];
  });
}

function outOfOrder(subject: RecordId, reached: readonly Reached[]): DatasetProblem[] {
  return reached.flatMap((lower) => {
    const above = rungsAbove(lower.rung);
    const higher = reached.find(
      ({ rung, date }) => above.includes(rung) && dayRange(date).last < dayRange(lower.date).first,
    );
    if (higher === undefined) return [];
    const message = `${subject} reached ${lower.rung} at ${lower.date}, after ${higher.rung} at ${higher.date}; expected the lower rung first, or a note that says of which part it is`;
    return [problemAt(placeOf(lower.located, "date"), "rungs-out-of-order", message, lower.date)];
  });
}

/** The higher rungs of the same ladder. */
function rungsAbove(rung: string): readonly string[] {
  const rungs = rungsOf(ladderOf(rung) ?? "");
  return rungs.slice(rungs.indexOf(rung) + 1);
}
