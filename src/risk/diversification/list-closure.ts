import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { CompletenessState } from "../../domain/vocabularies/supply.ts";
import type { SupplyScope } from "./offers.ts";

/** Whether the documented providers of some needs are all there are, and the statements that say so. */
export interface ListClosure {
  readonly list: CompletenessState;
  readonly completeness: readonly RecordId[];
}

/** Every list has to be complete for the whole to be; one that is known to be partial makes the whole partial. */
export function closureOf({ projection }: SupplyScope, needs: readonly number[]): ListClosure {
  const closures = needs
    .map((number) => projection.need(number).closure)
    .flatMap((closure) => (closure.kind === "STATED" ? [] : [closure]));
  const statements = closures.flatMap(({ completeness }) => completeness ?? []);
  const isPartial = statements.some(
    (id) => textField(projection.records.record(id) ?? { fields: {} }, "state") === "PARTIAL",
  );
  const isComplete = closures.every(({ kind }) => kind === "COMPLETE");
  return {
    list: isPartial ? "PARTIAL" : isComplete ? "COMPLETE" : "UNKNOWN",
    completeness: [...new Set(statements)].toSorted(compareStrings),
  };
}
