import type { DatasetProblem } from "../../domain/errors.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { fieldSpec } from "../../domain/kinds.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";
import { isUnit, UNIT_NAMES } from "../units.ts";

/** Kinds with a unit of their own; that of evidence depends on its field and is judged there. */
const WITH_UNIT: readonly Kind[] = KINDS.filter(
  (kind) => kind !== "Evidence" && fieldSpec(kind, "unit") !== undefined,
);

/** Units come from one closed list, so that each is spelled one way. */
export function units({ ofKind }: LinkedDataset): DatasetProblem[] {
  return WITH_UNIT.flatMap(ofKind).flatMap((located) => {
    const unit = textField(located.record, "unit");
    if (unit === undefined || isUnit(unit)) return [];
    const what = `a currency, or one of ${UNIT_NAMES.join(", ")}`;
    const message = expected("unit", unit, what, nearMiss(unit, UNIT_NAMES));
    return [problemAt(placeOf(located, "unit"), "unknown-unit", message, unit)];
  });
}
