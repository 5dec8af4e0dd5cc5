import { CERTAINTIES, CHANNELS, type Channel } from "../domain/channels.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Projection } from "../projection/projection.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import { slotCertaintyRank, slotState, type SlotFilter, type SlotState } from "./slot-filter.ts";

/** Why an arc does not count for a path; ALLOWED when it does. */
export type ArcState = SlotState | "CHANNEL";

/** What a filter makes of the arcs that paths follow. */
export interface PathArcs {
  /** By arc: 1 where a path may use it. */
  readonly allowed: Uint8Array;
  /** By arc: 1 where a path could use it if no filter were set. */
  readonly inChannel: Uint8Array;
  stateOf(arc: number): ArcState;
  certaintyRank(arc: number): number;
}

export function filterArcs(projection: Projection, under: ComputedUnder, filter: SlotFilter): PathArcs {
  const { story } = projection;
  const channels = new Set(under.channels.map((channel) => CHANNELS.indexOf(channel)));
  const minCertainty = CERTAINTIES.indexOf(under.minCertainty);
  const certaintyRank = (arc: number): number => {
    const inner = story.innerSlot[arc] ?? -1;
    const outerRank = slotCertaintyRank(projection, story.outerSlot[arc] ?? 0);
    return inner < 0 ? outerRank : Math.min(outerRank, slotCertaintyRank(projection, inner));
  };
  const stateOf = (arc: number): ArcState => {
    if (!channels.has(story.channel[arc] ?? -1)) return "CHANNEL";
    const outer = slotState(filter, story.outerSlot[arc] ?? 0);
    const inner = story.innerSlot[arc] ?? -1;
    const worst = inner < 0 ? outer : worse(outer, slotState(filter, inner));
    if (worst !== "ALLOWED" && worst !== "MAYBE") return worst;
    return certaintyRank(arc) < minCertainty ? "CERTAINTY" : worst;
  };
  const allowed = new Uint8Array(story.count);
  const inChannel = new Uint8Array(story.count);
  for (let arc = 0; arc < story.count; arc += 1) {
    const state = stateOf(arc);
    allowed[arc] = state === "ALLOWED" || state === "MAYBE" ? 1 : 0;
    inChannel[arc] = state === "CHANNEL" || state === "INACTIVE" ? 0 : 1;
  }
  return { allowed, inChannel, stateOf, certaintyRank };
}

const SEVERITY: readonly SlotState[] = [
  "ALLOWED",
  "MAYBE",
  "CERTAINTY",
  "STAGE",
  "CONFIDENCE",
  "NOT_VALID",
  "INACTIVE",
];

function worse(a: SlotState, b: SlotState): SlotState {
  return SEVERITY.indexOf(a) >= SEVERITY.indexOf(b) ? a : b;
}

/** The slots of an arc, the dependent's first. */
export function slotsOfArc({ story }: Projection, arc: number): readonly number[] {
  const outer = story.outerSlot[arc] ?? 0;
  const inner = story.innerSlot[arc] ?? -1;
  return inner < 0 ? [outer] : [outer, inner];
}

/** The relationships behind an arc, the dependent's first, each once. */
export function relationshipsOfArc(projection: Projection, arc: number): readonly RecordId[] {
  return [...new Set(slotsOfArc(projection, arc).flatMap((slot) => projection.slot(slot).relationships))];
}

export function channelOfArc({ story }: Projection, arc: number): Channel {
  return CHANNELS[story.channel[arc] ?? 0] ?? "SUPPLY";
}

/** The arcs that a walk may use: those that end a path lead only to the given node, because no path goes on from them. */
export function withLastArcs({ story }: Projection, allowed: Uint8Array, target: number | null): Uint8Array {
  return allowed.map((value, arc) => (story.isLast[arc] === 1 && story.to[arc] !== target ? 0 : value));
}

/** Arcs that run straight from one node to another, in arc order. */
export function arcsBetween({ story }: Projection, from: number, to: number): readonly number[] {
  const { offsets, targets, edgeIds } = story.forward;
  const arcs: number[] = [];
  for (let position = offsets[from] ?? 0; position < (offsets[from + 1] ?? 0); position += 1) {
    if (targets[position] === to) arcs.push(edgeIds[position] ?? 0);
  }
  return arcs;
}
