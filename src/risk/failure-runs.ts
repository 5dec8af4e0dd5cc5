import { CONFIDENCES, PHASES_OF_EFFECT, type Effect } from "../domain/channels.ts";
import { stageRank } from "../domain/commitment.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import { andOrIndex, type AndOrIndex } from "../graph/and-or-graph.ts";
import type { Need } from "../projection/dependency-model.ts";
import { dayNumber, type DayNumber } from "../projection/day-number.ts";
import type { Projection } from "../projection/projection.ts";
import { stageHistory, stageRankAt } from "../projection/stage-history.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import { slotRange } from "./need-coverage.ts";
import { slotState, type SlotFilter } from "./slot-filter.ts";

const LOW = CONFIDENCES.indexOf("LOW");

export const reading = vocabulary("Reading", "How the documented providers of a need are read.", {
  DOCUMENTED: "The documented providers are all there are.",
  OPEN: "Unless a need is known to be complete, somebody else could fill it.",
});
export type Reading = WordOf<typeof reading>;

/** By need: what a question makes of it. */
export type NeedState = "EVALUATED" | "FILTERED" | "UNDOCUMENTED" | "LOSES_ONLY" | "OUT_OF_SCOPE";

export interface NeedStates {
  /** By need. */
  readonly states: readonly NeedState[];
  /** By need: 1 where it is evaluated and no anonymous further provider could fill it. */
  readonly closed: Uint8Array;
}

/** Tells which needs a failure can empty, under one filter and for all effects. */
export function needStates(projection: Projection, under: ComputedUnder, filter: SlotFilter): NeedStates {
  const channels = new Set(under.channels);
  const day = dayNumber(under.asOf);
  const states = projection.model.needs.map((need, number) => {
    if (!channels.has(need.channel) || need.mode === "EXPOSURE") return "OUT_OF_SCOPE";
    return stateOf(projection, filter, need, number, day);
  });
  const closed = Uint8Array.from(projection.model.needs, (need, number) =>
    states[number] === "EVALUATED" && isClosed(projection, filter, need, number) ? 1 : 0,
  );
  return { states, closed };
}

function stateOf(
  projection: Projection,
  filter: SlotFilter,
  need: Need,
  number: number,
  day: DayNumber,
): NeedState {
  const slots = slotRange(projection, number);
  const counting = slots.filter((slot) => filter.allowed[slot] === 1);
  if (counting.length === 0)
    return slots.some((slot) => slotState(filter, slot) !== "INACTIVE") ? "FILTERED" : "UNDOCUMENTED";
  if (need.phase === "BUILD" && isRunning(projection, need.dependent, day)) return "LOSES_ONLY";
  const providers = new Set(counting.map((slot) => projection.slot(slot).provider));
  return losesOnly(projection, need, providers) ? "LOSES_ONLY" : "EVALUATED";
}

/** What runs does not fall because nothing can be added to it: a site that delivers or has systems running, and any company. */
export function isRunning({ records }: Projection, id: RecordId, day: DayNumber): boolean {
  const kind = records.record(id)?.kind;
  if (kind === "Company") return true;
  if (kind !== "Facility") return false;
  const hasRunningSystems = records
    .out(id, "DEPLOYS")
    .some((deployment) => textField(deployment, "state") === "OPERATING");
  return hasRunningSystems || stageRankAt(stageHistory(records, id), day) >= stageRank("DELIVERING");
}

/**
 * A company does not fall with its only documented counterparty: it loses a part, and what else it has is not in the graph.
 * Several contracts with one landlord, or a contract and its parts, are one counterparty.
 */
function losesOnly({ records }: Projection, need: Need, providers: ReadonlySet<RecordId>): boolean {
  if (need.mode !== "PORTFOLIO" || records.record(need.dependent)?.kind !== "Company") return false;
  const counterparties = [...providers].map((id) => {
    const landlords = records
      .in(id, "PARTY_TO")
      .filter((party) => ["LESSOR", "PROVIDER"].includes(textField(party, "role") ?? ""));
    return landlords.length === 0 ? id : landlords.map(({ from }) => from).join(" ");
  });
  return new Set(counterparties).size < 2;
}

/**
 * Known to be complete, and nothing in the way of believing it at this date and under this filter: a provider that a filter took away
 * may still be there, one that holds only perhaps proves nothing, and neither does a need that no source states but a rule concludes,
 * one for an input that is told with low confidence alone (a rumour), or one of a contract that is only talked of. Of a provider that is there by several relationships one sure one is enough.
 */
function isClosed(projection: Projection, filter: SlotFilter, need: Need, number: number): boolean {
  if (need.closure.kind === "OPEN") return false;
  const slots = slotRange(projection, number);
  const { inferred, confidence } = projection.slotTable;
  const isDoubtful = (slot: number): boolean =>
    projection.slot(slot).pattern.startsWith("component-") && confidence[slot] === LOW;
  if (slots.every(isDoubtful)) return false;
  const isStated = (slot: number): boolean => inferred[slot] !== 1 && !isTalkedOf(projection, filter, slot);
  const sure = new Set(
    slots
      .filter((slot) => slotState(filter, slot) === "ALLOWED" && isStated(slot))
      .map((slot) => projection.slot(slot).provider),
  );
  return slots.every((slot) => {
    const state = slotState(filter, slot);
    const isNone = isStated(slot) && (state === "INACTIVE" || state === "NOT_VALID");
    return isNone || sure.has(projection.slot(slot).provider);
  });
}

/** True where the contract behind a slot got no further than rumours or talks by the day; one of which no stage is known is none. */
function isTalkedOf({ slotTable }: Projection, filter: SlotFilter, slot: number): boolean {
  const contract = slotTable.contract[slot] ?? -1;
  return contract >= 0 && filter.contractRanks[contract] === stageRank("RUMOURED");
}

/** By need: 1 where a failure can empty it under one effect and one reading. */
export function activeNeeds(
  projection: Projection,
  needs: NeedStates,
  effect: Effect,
  read: Reading,
): Uint8Array<ArrayBuffer> {
  const phases = PHASES_OF_EFFECT[effect];
  return Uint8Array.from(needs.states, (state, number) => {
    if (state !== "EVALUATED" || !phases.includes(projection.need(number).phase)) return 0;
    return read === "DOCUMENTED" || needs.closed[number] === 1 ? 1 : 0;
  });
}

/** The structure in which failures spread under one effect and one reading. */
export function failureIndex(
  projection: Projection,
  filter: SlotFilter,
  needs: NeedStates,
  effect: Effect,
  read: Reading,
): AndOrIndex {
  const needActive = activeNeeds(projection, needs, effect, read);
  return andOrIndex(projection.andOr, { slotActive: filter.allowed, needActive });
}
