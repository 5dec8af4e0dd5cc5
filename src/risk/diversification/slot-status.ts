import { CONFIDENCES } from "../../domain/channels.ts";
import type { Projection } from "../../projection/projection.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { slotState, type SlotFilter, type SlotState } from "../slot-filter.ts";

/**
 * What a filter says of a slot, whether its provider delivers yet or not: a maker that only aims at a part is listed too, and is left out
 * where its record is less trusted than asked.
 */
export function slotStateWhenDelivering(
  { slotTable }: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  slot: number,
): SlotState {
  const state = slotState(filter, slot);
  if (state !== "INACTIVE") return state;
  if ((slotTable.confidence[slot] ?? 0) < CONFIDENCES.indexOf(under.minConfidence)) return "CONFIDENCE";
  return under.minCertainty === "DOCUMENTED" && slotTable.inferred[slot] === 1 ? "CERTAINTY" : state;
}
