import { distancesFrom, type HopDistances } from "../graph/bfs.ts";
import type { Projection } from "../projection/projection.ts";
import { withLastArcs } from "./path-arcs.ts";

/** Hops of every node that a walk from a start reaches, and the way there. */
export interface Walk {
  /** By node: its distance from the start, −1 where the walk does not come. */
  readonly hops: Int32Array;
  /** Node numbers from the start to a node that is reached. */
  wayTo(node: number): readonly number[];
}

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
  const ends = { hops: Int32Array.from(inner.hops), before: new Int32Array(inner.hops.length).fill(-1) };
  for (let arc = 0; arc < story.count; arc += 1) {
    if (story.isLast[arc] !== 1 || allowed[arc] !== 1) continue;
    const to = story.to[arc] ?? 0;
    if (nodeAllowed[to] === 1 && to !== start) takeLastStep(ends, inner, story.from[arc] ?? 0, to);
  }
  return {
    hops: ends.hops,
    wayTo: (node) => {
      const before = ends.before[node] ?? -1;
      return before < 0 ? wayBy(inner, node) : [...wayBy(inner, before), node];
    },
  };
}

/** Nearest ends of paths: distances, and the node before where the last step is one that a path can't go on from. */
interface PathEnds {
  readonly hops: Int32Array;
  readonly before: Int32Array;
}

/** Reaches the last node of a path when that is a nearer way to it, or as near from a lower node. */
function takeLastStep(ends: PathEnds, inner: HopDistances, from: number, to: number): void {
  const hops = inner.hops[from] ?? -1;
  if (hops < 0) return;
  const known = ends.hops[to] ?? -1;
  const isTie = hops + 1 === known && (ends.before[to] ?? -1) > from;
  if (known >= 0 && hops + 1 >= known && !isTie) return;
  ends.hops[to] = hops + 1;
  ends.before[to] = from;
}

/** Walks to what depends on the start: arcs that end a path count only where they end at it. */
export function walkDependents(
  projection: Projection,
  start: number,
  allowed: Uint8Array,
  nodeAllowed: Uint8Array,
): Walk {
  const edgeAllowed = withLastArcs(projection, allowed, start);
  const inner = distancesFrom(projection.story.backward, [start], { edgeAllowed, nodeAllowed });
  return { hops: inner.hops, wayTo: (node) => wayBy(inner, node) };
}

function wayBy({ parent }: HopDistances, node: number): readonly number[] {
  const nodes = [node];
  for (let before = parent[node] ?? -1; before >= 0; before = parent[before] ?? -1) nodes.push(before);
  return nodes.toReversed();
}
