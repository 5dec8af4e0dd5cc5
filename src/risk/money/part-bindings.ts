import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { ownBinding, type Binding } from "./binding.ts";
import { partsOf } from "./contract-nesting.ts";
import { contractState, isInForce } from "./contract-state.ts";

/** The contracts in force inside a contract, by id, each with what its own stage and firmness say. */
export function partBindings(
  records: RecordIndex,
  contract: RecordId,
  under: ComputedUnder,
): readonly { readonly id: RecordId; readonly own: Binding }[] {
  return partsOf(records, contract).flatMap((id) => {
    const part = records.record(id);
    const state = part === undefined ? null : contractState(records, part, [], under);
    return part === undefined || state === null || !isInForce(state)
      ? []
      : [{ id, own: ownBinding(part, state.stage) }];
  });
}
