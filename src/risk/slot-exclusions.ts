import type { Projection } from "../projection/projection.ts";
import type { Exclusion } from "./answer.ts";
import { tallyExclusions } from "./exclusion-tally.ts";
import { slotState, type SlotFilter } from "./slot-filter.ts";

/** The arcs that a filter took away among those that a question touched, by filter. */
export function slotExclusions(
  projection: Projection,
  filter: SlotFilter,
  isTouched: (slot: number) => boolean,
): readonly Exclusion[] {
  const tally = tallyExclusions();
  for (let slot = 0; slot < projection.slotTable.count; slot += 1) {
    if (!isTouched(slot)) continue;
    tally.add(slotState(filter, slot), () => projection.slot(slot).relationships);
  }
  return tally.exclusions();
}
