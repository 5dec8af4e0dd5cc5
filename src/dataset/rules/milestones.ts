import type { DatasetProblem } from "../../domain/errors.ts";
import { ladderOf, rungsOf } from "../../domain/ladders.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";

/** A rung stands on its ladder. */
export function milestones({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Milestone").flatMap((located) => {
    const [ladder, rung] = [textField(located.record, "ladder"), textField(located.record, "rung")];
    if (ladder === undefined || rung === undefined || ladderOf(rung) === ladder) return [];
    const what = `a rung of ${ladder}: one of ${rungsOf(ladder).join(", ")}`;
    return [problemAt(placeOf(located, "rung"), "rung-off-ladder", expected("rung", rung, what), rung)];
  });
}
