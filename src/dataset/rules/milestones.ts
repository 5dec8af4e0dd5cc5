import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { Ladder, Rung } from "../../domain/vocabularies/stages.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";

const LADDER_OF_RUNG: Readonly<Record<Rung, Ladder>> = {
  RUMOURED: "LEGAL",
  TALKS: "LEGAL",
  NON_BINDING: "LEGAL",
  ANNOUNCED: "LEGAL",
  DEFINITIVE: "LEGAL",
  SOUGHT: "FUNDING",
  COMMITTED: "FUNDING",
  CLOSED: "FUNDING",
  DRAWN: "FUNDING",
  PLANNED: "DELIVERY",
  PERMITTED: "DELIVERY",
  UNDER_CONSTRUCTION: "DELIVERY",
  ENERGISED: "DELIVERY",
  BILLING: "DELIVERY",
  COMPLETE: "DELIVERY",
};

/** A rung stands on its ladder. */
export function milestones({ ofKind }: LinkedDataset): DatasetProblem[] {
  return ofKind("Milestone").flatMap((located) => {
    const [ladder, rung] = [textField(located.record, "ladder"), textField(located.record, "rung")];
    if (ladder === undefined || rung === undefined || LADDER_OF_RUNG[rung as Rung] === ladder) return [];
    const rungs = Object.entries(LADDER_OF_RUNG).flatMap(([name, of]) => (of === ladder ? [name] : []));
    const what = `a rung of ${ladder}: one of ${rungs.join(", ")}`;
    return [problemAt(placeOf(located, "rung"), "rung-off-ladder", expected("rung", rung, what), rung)];
  });
}
