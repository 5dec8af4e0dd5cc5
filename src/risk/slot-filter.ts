import { CERTAINTIES, CONFIDENCES } from "../domain/channels.ts";
import { stageRank } from "../domain/commitment.ts";
import { dayNumber } from "../projection/day-number.ts";
import type { Projection } from "../projection/projection.ts";
import { stageRankAt } from "../projection/stage-history.ts";
import type { ComputedUnder } from "./fact-filter.ts";

/** What a filter says of one slot. ALLOWED and MAYBE count; the others do not, each for its own reason. */
export const SLOT_STATES = [
  "ALLOWED",
  "MAYBE",
  "INACTIVE",
  "NOT_VALID",
  "CONFIDENCE",
  "STAGE",
  "CERTAINTY",
] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** The names of the filter arguments behind the states that a filter decides. */
export const FILTER_NAMES: Readonly<Partial<Record<SlotState, string>>> = {
  NOT_VALID: "asOf",
  CONFIDENCE: "minConfidence",
  STAGE: "minStage",
  CERTAINTY: "minCertainty",
};

export interface SlotFilter {
  /** By slot: index into SLOT_STATES. */
  readonly states: Uint8Array;
  /** By slot: 1 where it counts. */
  readonly allowed: Uint8Array;
  /** By contract position: rank of its stage at the date, −1 when no milestone says so. */
  readonly contractRanks: Int8Array;
}

const ALLOWED = SLOT_STATES.indexOf("ALLOWED");
const MAYBE = SLOT_STATES.indexOf("MAYBE");

/**
 * Tests every slot against a filter: validity on the day (what holds perhaps, counts and is marked), confidence, the stage of its
 * contract and whether it is an inference. Being one choice among several is no matter here: paths test it by the arc.
 */
export function filterSlots(projection: Projection, under: ComputedUnder): SlotFilter {
  const { slotTable, contractStages } = projection;
  const day = dayNumber(under.asOf);
  const minConfidence = CONFIDENCES.indexOf(under.minConfidence);
  const minRank = under.minStage === null ? -1 : stageRank(under.minStage);
  const refusesInferred = under.minCertainty === "DOCUMENTED";
  const contractRanks = Int8Array.from(contractStages, (history) => stageRankAt(history, day));
  const states = new Uint8Array(slotTable.count);
  const allowed = new Uint8Array(slotTable.count);
  const { startFirst, startLast, endFirst, endLast, confidence, inferred, inactive, contract } = slotTable;
  const stateOf = (slot: number): SlotState => {
    if (inactive[slot] === 1) return "INACTIVE";
    if (day < (startFirst[slot] ?? 0) || day >= (endLast[slot] ?? 0)) return "NOT_VALID";
    if ((confidence[slot] ?? 0) < minConfidence) return "CONFIDENCE";
    const position = contract[slot] ?? -1;
    if (position >= 0 && minRank >= 0 && Math.max(contractRanks[position] ?? -1, 0) < minRank) return "STAGE";
    if (refusesInferred && inferred[slot] === 1) return "CERTAINTY";
    return day >= (startLast[slot] ?? 0) && day < (endFirst[slot] ?? 0) ? "ALLOWED" : "MAYBE";
  };
  for (let slot = 0; slot < slotTable.count; slot += 1) {
    const state = SLOT_STATES.indexOf(stateOf(slot));
    states[slot] = state;
    allowed[slot] = state === ALLOWED || state === MAYBE ? 1 : 0;
  }
  return { states, allowed, contractRanks };
}

export function slotState({ states }: SlotFilter, slot: number): SlotState {
  return SLOT_STATES[states[slot] ?? ALLOWED] ?? "ALLOWED";
}

/** Rank of the certainty of a slot when a path goes through it. */
export function slotCertaintyRank({ slotTable }: Projection, slot: number): number {
  if (slotTable.choice[slot] === 1) return CERTAINTIES.indexOf("POSSIBLE");
  return slotTable.inferred[slot] === 1 ? CERTAINTIES.indexOf("INFERRED") : CERTAINTIES.indexOf("DOCUMENTED");
}
