import { distancesFrom, type HopDistances } from "../graph/bfs.ts";
import type { Projection } from "../projection/projection.ts";
import { withLastArcs } from "./path-arcs.ts";

/** Hops and parents of every node that a walk from a start reaches. */
export type Walk = Pick<HopDistances, "hops" | "parent">;

/** Walks to what the start depends on. Nodes where paths end are reached and not walked through. */
export function walkDependencies(
  projection: Projection,
  start: number,
  allowed: Uint8Array,
  nodeAllowed: Uint8Array,
): Walk {
  const { story } = projection;
  const edgeAllowed = withLastArcs(projection, allowed, null);
  const { hops, parent } = distancesFrom(story.forward, [start], { edgeAllowed, nodeAllowed });
  const [endHops, endParent] = [Int32Array.from(hops), Int32Array.from(parent)];
  for (let arc = 0; arc < story.count; arc += 1) {
    const [from, to] = [story.from[arc] ?? 0, story.to[arc] ?? 0];
    const reached = hops[from] ?? -1;
    if (story.isLast[arc] !== 1 || allowed[arc] !== 1 || reached < 0 || nodeAllowed[to] !== 1 || to === start)
      continue;
    const known = endHops[to] ?? -1;
    const isNearer =
      known < 0 ||
      reached + 1 < known ||
      (reached + 1 === known && (hops[to] ?? -1) < 0 && from < (endParent[to] ?? 0));
    if (!isNearer) continue;
    endHops[to] = reached + 1;
    endParent[to] = from;
  }
  return { hops: endHops, parent: endParent };
}

/** Walks to what depends on the start: arcs that end a path count only where they end at it. */
export function walkDependents(
  projection: Projection,
  start: number,
  allowed: Uint8Array,
  nodeAllowed: Uint8Array,
): Walk {
  const edgeAllowed = withLastArcs(projection, allowed, start);
  return distancesFrom(projection.story.backward, [start], { edgeAllowed, nodeAllowed });
}
