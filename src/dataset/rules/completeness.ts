import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";

const ROLES = ["DESIGN", "FABRICATION", "PRODUCTION"];

/** A statement of completeness is about a need that its component has, of its own or by a class. */
export function completenessNeeds(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Completeness").flatMap((located) => {
    const [component, need, needKind] = ["component", "need", "needKind"].map((field) =>
      textField(located.record, field),
    );
    if (component === undefined || need === undefined || needKind === undefined) return [];
    const known = knownNeeds(dataset, component, needKind);
    if (known.includes(need)) return [];
    const what = `${NEED_WORDS[needKind] ?? "a need"} of ${component}: ${known.length === 0 ? "it has none" : `one of ${known.join(", ")}`}`;
    const message = expected("need", need, what, nearMiss(need, known));
    return [problemAt(placeOf(located, "need"), "unknown-need", message, need)];
  });
}

const NEED_WORDS: Readonly<Record<string, string>> = {
  ROLE: "a maker role",
  INPUT: "an input",
  GROUP: "a substitute group",
};

function knownNeeds(dataset: LinkedDataset, component: RecordId, needKind: string): readonly string[] {
  if (needKind === "ROLE") return ROLES;
  const requirements = withClasses(dataset, component).flatMap((id) => dataset.startingAt("REQUIRES", id));
  const needs = requirements.map(({ record }) =>
    needKind === "INPUT" ? record.to : textField(record, "group"),
  );
  return [...new Set(needs.filter((need) => need !== undefined))];
}

/** A component and all the classes that it belongs to. */
function withClasses({ startingAt }: LinkedDataset, component: RecordId): readonly RecordId[] {
  const found = new Set([component]);
  for (const id of found) {
    for (const { record } of startingAt("IS_A", id)) if (record.to !== undefined) found.add(record.to);
  }
  return [...found];
}
