import { minimalCutSets } from "../../graph/min-cut-sets.ts";
import type { StopCheck } from "../../graph/stop-check.ts";
import type { Projection } from "../../projection/projection.ts";
import type { Reading } from "../failure-runs.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { classEvents, type ClassEvents } from "./class-events.ts";
import { failableThings } from "./failable-things.ts";
import type { StoppingSets } from "./stopping-sets.ts";

/** Sets after which no further search is begun, and most that one search finds. */
export const MAX_SETS = 5_000;

export interface JointLossesInput {
  readonly projection: Projection;
  readonly filter: SlotFilter;
  readonly targets: readonly number[];
  /** By need: 1 where a failure can empty it. */
  readonly activeNeeds: (reading: Reading) => Uint8Array;
  readonly maxOrder: number;
  readonly stop: StopCheck;
}

export interface JointLosses {
  /** Up to this many losses at once every set was found. */
  readonly searchedOrder: number;
  readonly hitsLimit: boolean;
}

/**
 * The smallest sets of two things or more whose loss stops a target, in each reading for itself: minimal in the reading whose verdict
 * they have. Order by order, so that what a search that ends early lists is whole up to an order.
 */
export function jointLosses(input: JointLossesInput, found: StoppingSets): JointLosses {
  const { projection, filter, targets, activeNeeds, maxOrder, stop } = input;
  const events = classEvents(projection);
  const failable = failableNodes(projection, events);
  const slotActive = masked(events.sourceSlots, filter.allowed);
  // The open reading comes second: its verdict is the surer one.
  const readings = (["DOCUMENTED", "OPEN"] as const).map((reading) => ({
    verdict: reading === "OPEN" ? ("PROVED" as const) : ("SOLE_DOCUMENTED" as const),
    needActive: masked(events.sourceNeeds, activeNeeds(reading)),
  }));
  for (let order = 2; order <= maxOrder; order += 1) {
    for (const target of targets) {
      for (const { verdict, needActive } of readings) {
        if (found.size() >= MAX_SETS) return { searchedOrder: order - 1, hitsLimit: true };
        const masks = { failable, slotActive, needActive };
        const bounds = { maxOrder: order, limit: MAX_SETS, stop };
        const search = minimalCutSets(events.graph, target, { ...masks, ...bounds });
        for (const cut of search.cutSets)
          if (cut.length === order) found.add(thingsOf(projection, events, cut), target, verdict);
        if (search.truncated)
          return { searchedOrder: order - 1, hitsLimit: search.cutSets.length >= MAX_SETS };
      }
    }
  }
  return { searchedOrder: maxOrder, hitsLimit: false };
}

/** What the loss of a class adds to the structure is never masked. */
function masked(sources: Int32Array, mask: Uint8Array): Uint8Array {
  return Uint8Array.from(sources, (source) => (source < 0 ? 1 : (mask[source] ?? 0)));
}

/** Entities that are no class, and classes by their events. */
function failableNodes(projection: Projection, { graph }: ClassEvents): Uint8Array {
  const { classes, canBeLost } = failableThings(projection);
  return Uint8Array.from({ length: graph.nodeCount }, (_, node) => {
    if (node >= projection.andOr.nodeCount) return 1;
    return classes.has(node) ? 0 : (canBeLost[node] ?? 0);
  });
}

function thingsOf(
  { andOr }: Projection,
  { classes }: ClassEvents,
  cut: readonly number[],
): readonly number[] {
  return cut
    .map((node) => (node < andOr.nodeCount ? node : (classes[node - andOr.nodeCount] ?? node)))
    .toSorted((a, b) => a - b);
}
