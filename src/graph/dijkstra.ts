/**
 * Cheapest distances from the nearest of several roots.
 *
 * Source: Dijkstra 1959, A note on two problems in connexion with graphs, Numerische Mathematik 1, 269–271.
 * Follows the rows given. Costs are by edge id, finite and at least 0, so parallel edges count by the cheapest and
 * self-loops never matter. Nodes are settled by (distance, id), and a tie keeps the parent settled first.
 * Cost O((n + m) log n); with `target` it stops when that node is settled.
 */
import type { Csr } from "./csr.ts";
import { createIndexedHeap } from "./indexed-heap.ts";
import { requireAmounts, requireLength, requireMask, requireNode } from "./input-checks.ts";

export interface DijkstraOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** By node: 0 leaves the node out, roots too. */
  readonly nodeAllowed?: Uint8Array | undefined;
  /** Stop once this node is settled; distances beyond it are then upper bounds or Infinity. */
  readonly target?: number | undefined;
}

export interface CheapestDistances {
  /** By node: cost from the nearest root, Infinity if unreached. */
  readonly distance: Float64Array;
  /** By node: the node before it, -1 for roots and unreached nodes. */
  readonly parent: Int32Array;
  /** By node: the edge id it was reached by, -1 for roots and unreached nodes. */
  readonly parentEdge: Int32Array;
}

export function dijkstra(
  graph: Csr,
  costs: ArrayLike<number>,
  roots: ArrayLike<number>,
  options: DijkstraOptions = {},
): CheapestDistances {
  const { edgeAllowed, nodeAllowed, target } = options;
  requireLength(costs, graph.edgeCount, "costs");
  requireAmounts(costs, "costs");
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const distance = new Float64Array(graph.nodeCount).fill(Infinity);
  const parent = new Int32Array(graph.nodeCount).fill(-1);
  const parentEdge = new Int32Array(graph.nodeCount).fill(-1);
  const heap = createIndexedHeap(graph.nodeCount);
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i]!;
    requireNode(root, graph.nodeCount, `roots[${i}]`);
    if (nodeAllowed?.[root] === 0) continue;
    distance[root] = 0;
    heap.push(root, 0);
  }
  while (heap.size() > 0) {
    const v = heap.pop();
    if (v === target) break;
    for (let p = graph.offsets[v]!; p < graph.offsets[v + 1]!; p++) {
      const w = graph.targets[p]!;
      const edge = graph.edgeIds[p]!;
      const candidate = distance[v]! + costs[edge]!;
      if (candidate >= distance[w]! || edgeAllowed?.[edge] === 0 || nodeAllowed?.[w] === 0) continue;
      distance[w] = candidate;
      parent[w] = v;
      parentEdge[w] = edge;
      heap.push(w, candidate);
    }
  }
  return { distance, parent, parentEdge };
}
