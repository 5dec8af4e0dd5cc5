/**
 * How many ways from source to target share no node, and how many share no edge.
 *
 * Source: Menger 1927, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10, 96–115, by augmenting paths of Ford
 * and Fulkerson 1956, Maximal flow through a network, Canadian Journal of Mathematics 8, 399–404, with unit capacities
 * and breadth-first search. Node form: every node but the ends is split in two; parallel edges count once, and a direct
 * edge is one way that no node removal can cut. Edge form: each parallel edge is a way of its own. Self-loops are
 * ignored, weights play no part. Cost O(n + m) for each way found; it stops at `limit` ways.
 */
import { buildCsr, reverseCsr, rowOfPosition } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireCount, requireMask, requireNode } from "./input-checks.ts";
import { simpleGraph } from "./simple-graph.ts";

export interface DisjointPathsOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** Stop counting here: 3 is enough to say "at least 3". Default: no limit. */
  readonly limit?: number | undefined;
}

export interface DisjointPaths {
  readonly nodeDisjoint: number;
  readonly edgeDisjoint: number;
  /** Whether source and target are joined by an edge, which nodeDisjoint counts as one. */
  readonly directEdge: boolean;
}

/** From a node to itself there is no way to count: both numbers are 0. */
export function disjointPaths(
  graph: Csr,
  source: number,
  target: number,
  options: DisjointPathsOptions = {},
): DisjointPaths {
  const { edgeAllowed, limit = Infinity } = options;
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  if (limit !== Infinity) requireCount(limit, 1, "limit");
  if (source === target) return { nodeDisjoint: 0, edgeDisjoint: 0, directEdge: false };
  const arcs = simpleGraph(graph, { edgeAllowed }).arcs;
  const { split, directEdge } = splitNodes(arcs, source, target);
  const direct = directEdge ? 1 : 0;
  return {
    nodeDisjoint: direct + unitFlow(split, 2 * source + 1, 2 * target, limit - direct, undefined),
    edgeDisjoint: unitFlow(graph, source, target, limit, edgeAllowed),
    directEdge,
  };
}

/** Node v becomes 2v (where ways come in) and 2v + 1 (where they go out), joined by one edge; the direct edge is left out. */
function splitNodes(
  arcs: Csr,
  source: number,
  target: number,
): { readonly split: Csr; readonly directEdge: boolean } {
  const rows = rowOfPosition(arcs);
  const sources = new Uint32Array(arcs.nodeCount + arcs.edgeCount);
  const targets = new Uint32Array(arcs.nodeCount + arcs.edgeCount);
  let count = 0;
  for (; count < arcs.nodeCount; count++) {
    sources[count] = 2 * count;
    targets[count] = 2 * count + 1;
  }
  let directEdge = false;
  for (let arc = 0; arc < rows.length; arc++) {
    if (rows[arc] === source && arcs.targets[arc] === target) {
      directEdge = true;
      continue;
    }
    sources[count] = 2 * rows[arc]! + 1;
    targets[count] = 2 * arcs.targets[arc]!;
    count++;
  }
  const split = buildCsr(2 * arcs.nodeCount, sources.subarray(0, count), targets.subarray(0, count));
  return { split, directEdge };
}

/** Greatest number of edge-disjoint paths, at most `limit`. */
function unitFlow(
  graph: Csr,
  source: number,
  target: number,
  limit: number,
  edgeAllowed: Uint8Array | undefined,
): number {
  const backward = reverseCsr(graph);
  /** By edge id: 1 if a path runs over it. */
  const used = new Uint8Array(graph.edgeCount);
  const tail = new Uint32Array(graph.edgeCount);
  const rows = rowOfPosition(graph);
  for (let p = 0; p < rows.length; p++) tail[graph.edgeIds[p]!] = rows[p]!;
  const via = new Int32Array(graph.nodeCount);
  const queue = new Uint32Array(graph.nodeCount);

  const augment = (): boolean => {
    via.fill(-1);
    queue[0] = source;
    let count = 1;
    const visit = (w: number, edge: number): void => {
      if (w === source || via[w] !== -1) return;
      via[w] = edge;
      queue[count++] = w;
    };
    for (let head = 0; head < count && via[target] === -1; head++) {
      const v = queue[head]!;
      for (let p = graph.offsets[v]!; p < graph.offsets[v + 1]!; p++) {
        const edge = graph.edgeIds[p]!;
        if (used[edge] === 0 && edgeAllowed?.[edge] !== 0) visit(graph.targets[p]!, edge);
      }
      for (let p = backward.offsets[v]!; p < backward.offsets[v + 1]!; p++) {
        if (used[backward.edgeIds[p]!] === 1) visit(backward.targets[p]!, backward.edgeIds[p]!);
      }
    }
    return via[target] !== -1;
  };

  const headOf = new Uint32Array(graph.edgeCount);
  for (let p = 0; p < rows.length; p++) headOf[graph.edgeIds[p]!] = graph.targets[p]!;
  let flow = 0;
  while (flow < limit && augment()) {
    for (let v = target; v !== source;) {
      const edge = via[v]!;
      const forward = used[edge] === 0;
      used[edge] = forward ? 1 : 0;
      v = forward ? tail[edge]! : headOf[edge]!;
    }
    flow++;
  }
  return flow;
}
