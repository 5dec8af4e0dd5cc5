/**
 * The simple view of a multigraph: parallel edges become one arc that remembers them, self-loops are dropped.
 * Cost O(n + m).
 */
import type { Csr } from "./csr.ts";
import { requireMask } from "./input-checks.ts";

export interface SimpleGraph {
  /** One arc for each ordered pair of neighbours; its edge ids are arc ids 0, 1, 2 … in row order. */
  readonly arcs: Csr;
  /** Length arcs.edgeCount + 1: the edges of arc a are memberEdges[memberOffsets[a]] up to memberOffsets[a + 1]. */
  readonly memberOffsets: Uint32Array;
  /** Edge ids of the multigraph, ascending within an arc. */
  readonly memberEdges: Uint32Array;
}

export interface SimpleGraphOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** By node: 0 leaves the node out, with its edges. */
  readonly nodeAllowed?: Uint8Array | undefined;
}

export function simpleGraph(graph: Csr, options: SimpleGraphOptions = {}): SimpleGraph {
  const { edgeAllowed, nodeAllowed } = options;
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const offsets = new Uint32Array(graph.nodeCount + 1);
  const targets = new Uint32Array(graph.targets.length);
  const memberOffsets = new Uint32Array(graph.targets.length + 1);
  const memberEdges = new Uint32Array(graph.targets.length);
  let arcCount = 0;
  let memberCount = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    let previous = -1;
    const end = nodeAllowed?.[v] === 0 ? 0 : graph.offsets[v + 1]!;
    for (let p = graph.offsets[v]!; p < end; p++) {
      const target = graph.targets[p]!;
      const edge = graph.edgeIds[p]!;
      if (target === v || edgeAllowed?.[edge] === 0 || nodeAllowed?.[target] === 0) continue;
      if (target !== previous) {
        targets[arcCount] = target;
        memberOffsets[arcCount] = memberCount;
        arcCount++;
        previous = target;
      }
      memberEdges[memberCount++] = edge;
    }
    offsets[v + 1] = arcCount;
  }
  memberOffsets[arcCount] = memberCount;
  const edgeIds = new Uint32Array(arcCount);
  for (let arc = 0; arc < arcCount; arc++) edgeIds[arc] = arc;
  return {
    arcs: {
      nodeCount: graph.nodeCount,
      edgeCount: arcCount,
      offsets,
      targets: targets.slice(0, arcCount),
      edgeIds,
    },
    memberOffsets: memberOffsets.slice(0, arcCount + 1),
    memberEdges: memberEdges.slice(0, memberCount),
  };
}

/** How many parallel edges an arc stands for. */
export function multiplicity(graph: SimpleGraph, arc: number): number {
  return graph.memberOffsets[arc + 1]! - graph.memberOffsets[arc]!;
}

/** By arc: the cheapest of its edges, the smallest id among equals. `costs` is by edge id. */
export function cheapestEdges(graph: SimpleGraph, costs: ArrayLike<number>): Uint32Array {
  const cheapest = new Uint32Array(graph.arcs.edgeCount);
  for (let arc = 0; arc < cheapest.length; arc++) {
    let best = graph.memberEdges[graph.memberOffsets[arc]!]!;
    for (let i = graph.memberOffsets[arc]! + 1; i < graph.memberOffsets[arc + 1]!; i++) {
      const edge = graph.memberEdges[i]!;
      if (costs[edge]! < costs[best]!) best = edge;
    }
    cheapest[arc] = best;
  }
  return cheapest;
}
