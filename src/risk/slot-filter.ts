import { CERTAINTIES, CONFIDENCES } from "../domain/channels.ts";
import { stageRank } from "../domain/commitment.ts";
import { dayNumber, type DayNumber } from "../projection/day-number.ts";
import type { Projection } from "../projection/projection.ts";
import type { SlotTable } from "../projection/slot-table.ts";
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
  const contractRanks = Int8Array.from(contractStages, (history) => stageRankAt(history, day));
  const limits: Limits = {
    day,
    confidence: CONFIDENCES.indexOf(under.minConfidence),
    stage: under.minStage === null ? -1 : stageRank(under.minStage),
    refusesInferred: under.minCertainty === "DOCUMENTED",
  };
  const states = new Uint8Array(slotTable.count);
  const allowed = new Uint8Array(slotTable.count);
  for (let slot = 0; slot < slotTable.count; slot += 1) {
    const state = SLOT_STATES.indexOf(judge(slotTable, contractRanks, limits, slot));
    states[slot] = state;
    allowed[slot] = state === ALLOWED || state === MAYBE ? 1 : 0;
  }
  return { states, allowed, contractRanks };
}

interface Limits {
  readonly day: DayNumber;
  /** Least index into CONFIDENCES. */
  readonly confidence: number;
  /** Least rank of a contract's stage; −1 for any. */
  readonly stage: number;
  readonly refusesInferred: boolean;
}

function judge(table: SlotTable, contractRanks: Int8Array, limits: Limits, slot: number): SlotState {
  if (table.inactive[slot] === 1) return "INACTIVE";
  const validity = validityOn(table, limits.day, slot);
  if (validity === "NOT_VALID") return validity;
  if ((table.confidence[slot] ?? 0) < limits.confidence) return "CONFIDENCE";
  if (stageOf(table, contractRanks, slot) < limits.stage) return "STAGE";
  return limits.refusesInferred && table.inferred[slot] === 1 ? "CERTAINTY" : validity;
}

/** Whether what a slot rests on holds on a day: surely, perhaps or not. */
export function validityOn(
  table: SlotTable,
  day: DayNumber,
  slot: number,
): "ALLOWED" | "MAYBE" | "NOT_VALID" {
  if (day < (table.startFirst[slot] ?? 0) || day >= (table.endLast[slot] ?? 0)) return "NOT_VALID";
  return day >= (table.startLast[slot] ?? 0) && day < (table.endFirst[slot] ?? 0) ? "ALLOWED" : "MAYBE";
}

/** Rank of the stage of its contract, an unknown one as the least; what hangs on no contract passes every stage. */
function stageOf(table: SlotTable, contractRanks: Int8Array, slot: number): number {
  const position = table.contract[slot] ?? -1;
  return position < 0 ? Infinity : Math.max(contractRanks[position] ?? -1, 0);
}

export function slotState({ states }: SlotFilter, slot: number): SlotState {
  return SLOT_STATES[states[slot] ?? ALLOWED] ?? "ALLOWED";
}

/** Rank of the certainty of a slot when a path goes through it. */
export function slotCertaintyRank({ slotTable }: Projection, slot: number): number {
  if (slotTable.choice[slot] === 1) return CERTAINTIES.indexOf("POSSIBLE");
  return slotTable.inferred[slot] === 1 ? CERTAINTIES.indexOf("INFERRED") : CERTAINTIES.indexOf("DOCUMENTED");
}
