import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Closure } from "../dependency-model.ts";
import type { RecordIndex } from "../record-index.ts";

/** What the graph says of the completeness of a need: a maker role, an input's id or the name of a substitute group. */
export function completenessClosure(index: RecordIndex, component: RecordId, need: string): Closure {
  const statements = index
    .referring(component, "COMPLETENESS_OF")
    .filter((statement) => textField(statement, "need") === need);
  const complete = statements.find((statement) => textField(statement, "state") === "COMPLETE");
  if (complete !== undefined && statements.every(isUndisputed))
    return { kind: "COMPLETE", completeness: complete.id };
  const first = statements[0];
  return first === undefined ? { kind: "OPEN" } : { kind: "OPEN", completeness: first.id };
}

/** A statement of completeness that another contradicts proves nothing. */
function isUndisputed(statement: StoredRecord): boolean {
  return textField(statement, "state") === "COMPLETE" && statement.fields["disputedBy"] === undefined;
}
