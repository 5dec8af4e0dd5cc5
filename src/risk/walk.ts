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
  const inner = distancesFrom(story.forward, [start], { edgeAllowed, nodeAllowed });
  const walk = { hops: Int32Array.from(inner.hops), parent: Int32Array.from(inner.parent) };
  for (let arc = 0; arc < story.count; arc += 1) {
    if (story.isLast[arc] !== 1 || allowed[arc] !== 1) continue;
    const to = story.to[arc] ?? 0;
    if (nodeAllowed[to] === 1 && to !== start) takeLastStep(walk, inner, story.from[arc] ?? 0, to);
  }
  return walk;
}

/** Reaches the last node of a path when that is a nearer way to it, or as near from a lower node. */
function takeLastStep(walk: Walk, inner: Walk, from: number, to: number): void {
  const hops = inner.hops[from] ?? -1;
  if (hops < 0) return;
  const known = walk.hops[to] ?? -1;
  const isLastStep = inner.hops[to] !== known;
  const isTie = hops + 1 === known && isLastStep && from < (walk.parent[to] ?? 0);
  if (known >= 0 && hops + 1 >= known && !isTie) return;
  walk.hops[to] = hops + 1;
  walk.parent[to] = from;
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
