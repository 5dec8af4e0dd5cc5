import { CONFIDENCES } from "../../domain/channels.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { slotState, validityOn, type SlotFilter, type SlotState } from "../slot-filter.ts";

/**
 * What a filter says of a slot, whether its provider delivers yet or not: a maker that only aims at a part is listed too, and is left out
 * where its record does not hold on the day, or is less trusted than asked.
 */
export function slotStateWhenDelivering(
  { slotTable }: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  slot: number,
): SlotState {
  const state = slotState(filter, slot);
  if (state !== "INACTIVE") return state;
  const validity = validityOn(slotTable, dayNumber(under.asOf), slot);
  if (validity === "NOT_VALID") return validity;
  if ((slotTable.confidence[slot] ?? 0) < CONFIDENCES.indexOf(under.minConfidence)) return "CONFIDENCE";
  if (under.minCertainty === "DOCUMENTED" && slotTable.inferred[slot] === 1) return "CERTAINTY";
  return validity === "MAYBE" ? validity : state;
}
