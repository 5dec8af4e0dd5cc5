import { distancesFrom } from "../graph/bfs.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Projection } from "../projection/projection.ts";
import { MAX_EXAMPLES, type Exclusion } from "./answer.ts";
import { relationshipsOfArc, type PathArcs } from "./path-arcs.ts";
import { FILTER_NAMES, type SlotState } from "./slot-filter.ts";

/**
 * The arcs that a filter took away where a path could have gone on: from what is reached under the filter, towards what leads
 * to the target when nothing is filtered. Counted by filter, in the order of the filter's arguments.
 */
export function pathExclusions(
  projection: Projection,
  arcs: PathArcs,
  reached: Uint8Array,
  leadsToTarget: Uint8Array | undefined,
): readonly Exclusion[] {
  const { story } = projection;
  const found = new Map<string, { count: number; examples: Set<RecordId> }>();
  for (let arc = 0; arc < story.count; arc += 1) {
    if (arcs.allowed[arc] === 1 || arcs.inChannel[arc] !== 1) continue;
    if (reached[story.from[arc] ?? 0] !== 1 || (leadsToTarget && leadsToTarget[story.to[arc] ?? 0] !== 1))
      continue;
    const name = FILTER_NAMES[arcs.stateOf(arc) as SlotState];
    if (name === undefined) continue;
    const entry = found.get(name) ?? { count: 0, examples: new Set<RecordId>() };
    entry.count += 1;
    for (const id of relationshipsOfArc(projection, arc))
      if (entry.examples.size < MAX_EXAMPLES) entry.examples.add(id);
    found.set(name, entry);
  }
  return Object.values(FILTER_NAMES).flatMap((filter) => {
    const entry = found.get(filter);
    return entry === undefined ? [] : [{ filter, count: entry.count, examples: [...entry.examples] }];
  });
}

/** By node: 1 where a walk along allowed arcs from the start comes. */
export function reachedNodes(
  graph: Projection["story"]["forward"],
  start: number,
  edgeAllowed: Uint8Array,
  nodeAllowed: Uint8Array,
): Uint8Array {
  const { hops } = distancesFrom(graph, [start], { edgeAllowed, nodeAllowed });
  return Uint8Array.from(hops, (hop) => (hop >= 0 ? 1 : 0));
}
