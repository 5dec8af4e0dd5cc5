import type { DatasetProblem } from "../../domain/errors.ts";
import { booleanField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/**
 * An input that a class is said not to do without stops all of its models, whatever it is that was seen of some: a statement of
 * completeness says whether a source says so of all. What is inferred, or joined with it in use stops nothing.
 */
export function classNeeds({ ofKind, byId }: LinkedDataset): DatasetProblem[] {
  const stated = new Set(
    ofKind("Completeness").map(({ record }) =>
      needOf(textField(record, "component"), textField(record, "need")),
    ),
  );
  return ofKind("REQUIRES").flatMap((located) => {
    const { record } = located;
    const owner = byId.get(record.from ?? "")?.record;
    const isOfClass = owner !== undefined && booleanField(owner, "isClass");
    if (!isOfClass || !stops(record) || stated.has(needOf(record.from, record.to))) return [];
    const message = `${record.id} is essential to every model of ${record.from ?? ""}; expected a statement of completeness for the need ${record.to ?? ""}: COMPLETE where a source says so of all, else PARTIAL or UNKNOWN`;
    return [problemAt(placeOf(located, "mode"), "class-need-unstated", message, "ESSENTIAL")];
  });
}

function stops(requirement: GraphRecord): boolean {
  const isEssential = textField(requirement, "mode") === "ESSENTIAL";
  return (
    isEssential && textField(requirement, "use") !== "CONNECTED" && !booleanField(requirement, "inferred")
  );
}

function needOf(component: string | undefined, need: string | undefined): string {
  return `${component ?? ""} ${need ?? ""}`;
}
