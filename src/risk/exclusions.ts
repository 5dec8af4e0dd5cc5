import { distancesFrom } from "../graph/bfs.ts";
import type { Projection } from "../projection/projection.ts";
import type { Exclusion } from "./answer.ts";
import { tallyExclusions } from "./exclusion-tally.ts";
import { relationshipsOfArc, type PathArcs } from "./path-arcs.ts";

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
  const tally = tallyExclusions();
  for (let arc = 0; arc < story.count; arc += 1) {
    const isTaken = arcs.allowed[arc] !== 1 && arcs.inChannel[arc] === 1;
    const isOnTheWay = reached[story.from[arc] ?? 0] === 1 && leadsToTarget?.[story.to[arc] ?? 0] !== 0;
    if (isTaken && isOnTheWay) tally.add(arcs.stateOf(arc), () => relationshipsOfArc(projection, arc));
  }
  return tally.exclusions();
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
