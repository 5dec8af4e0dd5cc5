/**
 * Betweenness: the sum over ordered pairs (s, t) of the share of cheapest s–t paths that pass a node, ends excluded.
 * A descriptive measure of the map. It ranks traffic on shortest paths, not replaceability: it does not find chokepoints.
 *
 * Source: Brandes 2001, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25, 163–177.
 * Follows the rows given; for the undirected measure pass an undirected graph and say so. Parallel edges count once, by
 * the cheapest; self-loops are ignored. Without costs each edge counts 1; costs must be above 0, and two paths tie if their
 * costs differ by no more than rounding (relative 1e-9). Exact; cost O(n (n + m) log n).
 */
import type { Csr } from "./csr.ts";
import { GraphInputError } from "./graph-input-error.ts";
import { createIndexedHeap } from "./indexed-heap.ts";
import { requireAmount, requireLength } from "./input-checks.ts";
import { cheapestEdges, simpleGraph } from "./simple-graph.ts";
import type { SimpleGraph } from "./simple-graph.ts";

export interface BetweennessOptions {
  /** By edge id, > 0. Absent: every edge counts 1. */
  readonly costs?: ArrayLike<number> | undefined;
  /** The graph holds each edge in both directions: count each unordered pair once. */
  readonly undirected?: boolean | undefined;
  /** Divide by the number of pairs that do not contain the node. */
  readonly normalised?: boolean | undefined;
}

/** By node. */
export function betweenness(graph: Csr, options: BetweennessOptions = {}): Float64Array {
  const { costs, undirected = false, normalised = false } = options;
  const simple = simpleGraph(graph);
  const arcCosts = costs === undefined ? undefined : costsByArc(graph, simple, costs);
  const search = createShortestPathCounter(simple.arcs, arcCosts);
  const { nodeCount } = graph;
  const centrality = new Float64Array(nodeCount);
  const dependency = new Float64Array(nodeCount);
  for (let source = 0; source < nodeCount; source++) {
    const { order, pathCount, predecessors } = search(source);
    for (const v of order) dependency[v] = 0;
    for (let i = order.length - 1; i > 0; i--) {
      const w = order[i]!;
      for (const v of predecessors[w]!) {
        dependency[v]! += (pathCount[v]! / pathCount[w]!) * (1 + dependency[w]!);
      }
      centrality[w]! += dependency[w]!;
    }
  }
  const orderedPairs = normalised ? Math.max(1, (nodeCount - 1) * (nodeCount - 2)) : 1;
  const scale = undirected && !normalised ? 2 : orderedPairs;
  return centrality.map((sum) => sum / scale);
}

function costsByArc(graph: Csr, simple: SimpleGraph, costs: ArrayLike<number>): Float64Array {
  requireLength(costs, graph.edgeCount, "costs");
  for (let e = 0; e < costs.length; e++) {
    requireAmount(costs[e]!, `costs[${e}]`);
    if (costs[e] === 0)
      throw new GraphInputError(
        `costs[${e}]`,
        "above 0: cycles without cost have no shortest paths to count",
      );
  }
  return Float64Array.from(cheapestEdges(simple, costs), (edge) => costs[edge]!);
}

/** Sums of the same costs in another order differ by less. */
const ROUNDING = 1e-9;

interface ShortestPathCounts {
  /** Reached nodes, nearest first. */
  readonly order: readonly number[];
  /** By node: number of cheapest paths from the source. */
  readonly pathCount: Float64Array;
  /** By node: the nodes before it on cheapest paths. */
  readonly predecessors: readonly (readonly number[])[];
}

/** Returns the search from one source; each call overwrites the result of the last. */
function createShortestPathCounter(
  arcs: Csr,
  arcCosts: Float64Array | undefined,
): (source: number) => ShortestPathCounts {
  const { nodeCount, offsets, targets } = arcs;
  const distance = new Float64Array(nodeCount);
  const pathCount = new Float64Array(nodeCount);
  const predecessors = Array.from({ length: nodeCount }, (): number[] => []);
  return (source) => {
    const heap = createIndexedHeap(nodeCount);
    const order: number[] = [];
    distance.fill(Infinity);
    pathCount.fill(0);
    for (const list of predecessors) list.length = 0;
    distance[source] = 0;
    pathCount[source] = 1;
    heap.push(source, 0);
    while (heap.size() > 0) {
      const v = heap.pop();
      order.push(v);
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const w = targets[arc]!;
        const candidate = distance[v]! + (arcCosts === undefined ? 1 : arcCosts[arc]!);
        // No way back: what lies no further than this node is reached already, however little the edge costs.
        if (candidate > distance[w]! * (1 + ROUNDING) || distance[w]! <= distance[v]!) continue;
        if (candidate < distance[w]! * (1 - ROUNDING)) {
          distance[w] = candidate;
          pathCount[w] = 0;
          predecessors[w]!.length = 0;
          heap.push(w, candidate);
        }
        pathCount[w]! += pathCount[v]!;
        predecessors[w]!.push(v);
      }
    }
    return { order, pathCount, predecessors };
  };
}
