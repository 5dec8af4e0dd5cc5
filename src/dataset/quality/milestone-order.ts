import { dayRange, type PartialDate } from "../../domain/date.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { ladder, rung as rungs } from "../../domain/vocabularies/stages.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

const LADDERS = Object.keys(ladder.values);
/** Rungs of every ladder, lowest first. */
const RUNGS = Object.keys(rungs.values);

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
  return [...subjects].flatMap((subject) =>
    LADDERS.flatMap((name) => outOfOrder(subject, reachedRungs(dataset, subject, name))),
  );
}

function reachedRungs({ pointingTo }: LinkedDataset, subject: RecordId, name: string): readonly Reached[] {
  return pointingTo("Milestone", "subject", subject).flatMap((located) => {
    const [on, timing, rung, date] = ["ladder", "timing", "rung", "date"].map((field) =>
      textField(located.record, field),
    );
    if (textField(located.record, "note") !== undefined) return [];
    if (
      on !== name ||
      timing !== "ACTUAL" ||
      rung === "ANNOUNCED" ||
      rung === undefined ||
      date === undefined
    )
      return [];
    return [{ located, rung, date }];
  });
}

function outOfOrder(subject: RecordId, reached: readonly Reached[]): DatasetProblem[] {
  return reached.flatMap((lower) => {
    const higher = reached.find(
      ({ rung, date }) =>
        RUNGS.indexOf(rung) > RUNGS.indexOf(lower.rung) && dayRange(date).last < dayRange(lower.date).first,
    );
    if (higher === undefined) return [];
    const message = `${subject} reached ${lower.rung} at ${lower.date}, after ${higher.rung} at ${higher.date}; expected the lower rung first, or a note that says of which part it is`;
    return [problemAt(placeOf(lower.located, "date"), "rungs-out-of-order", message, lower.date)];
  });
}
