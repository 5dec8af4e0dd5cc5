/**
 * Breadth-first search: hops from the nearest root, with one shortest way back.
 *
 * Follows the edges in the direction of the rows given; reverse the graph to go the other way. Weights play no part;
 * parallel edges and self-loops change no distance. Among equally near parents the one that was reached first wins,
 * and rows are sorted, so the tree does not depend on the order of edges or roots. Cost O(n + m).
 */
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireMask, requireNode } from "./input-checks.ts";

export interface BfsOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** By node: 0 leaves the node out, roots too. */
  readonly nodeAllowed?: Uint8Array | undefined;
  /** Nodes further away than this stay unreached. */
  readonly maxDepth?: number | undefined;
}

export interface HopDistances {
  /** By node: hops from the nearest root, -1 if unreached. */
  readonly hops: Int32Array;
  /** By node: the node before it, -1 for roots and unreached nodes. */
  readonly parent: Int32Array;
  /** By node: the edge id it was reached by, -1 for roots and unreached nodes. */
  readonly parentEdge: Int32Array;
  /** The reached nodes, nearest first. */
  readonly reached: Uint32Array;
}

export function distancesFrom(graph: Csr, roots: ArrayLike<number>, options: BfsOptions = {}): HopDistances {
  const { offsets, targets, edgeIds } = graph;
  const { edgeAllowed, nodeAllowed, maxDepth = Infinity } = options;
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const hops = new Int32Array(graph.nodeCount).fill(-1);
  const parent = new Int32Array(graph.nodeCount).fill(-1);
  const parentEdge = new Int32Array(graph.nodeCount).fill(-1);
  const queue = new Uint32Array(graph.nodeCount);
  const isShut = shutNodes(graph, nodeAllowed);
  let reachedCount = 0;
  for (const root of sortedRoots(graph, roots)) {
    if (isShut[root] === 1) continue;
    isShut[root] = 1;
    hops[root] = 0;
    queue[reachedCount++] = root;
  }
  for (let head = 0; head < reachedCount; head++) {
    const v = queue[head]!;
    const depth = hops[v]! + 1;
    if (depth > maxDepth) break;
    const end = offsets[v + 1]!;
    for (let p = offsets[v]!; p < end; p++) {
      const w = targets[p]!;
      if (isShut[w] === 1 || edgeAllowed?.[edgeIds[p]!] === 0) continue;
      isShut[w] = 1;
      hops[w] = depth;
      parent[w] = v;
      parentEdge[w] = edgeIds[p]!;
      queue[reachedCount++] = w;
    }
  }
  return { hops, parent, parentEdge, reached: queue.slice(0, reachedCount) };
}

/** What `reachedFrom` knows of a node. */
const [OPEN, REACHED, LEFT_OUT] = [0, 1, 2];

/** Going through the rows of all open nodes in order is taken to cost as much as going to so much fewer nodes here and there. */
const SWEEP_SHARE = 8;

/**
 * By node: 1 where it is reached, and nothing of ways and distances, which is several times as fast.
 *
 * Source: Beamer, Asanović, Patterson 2012, Direction-optimizing breadth-first search, SC '12, doi 10.1109/SC.2012.50: where much
 * was reached last, each open node looks for a predecessor that is reached, instead of each reached one for open nodes. As no
 * order is asked for, a predecessor that was reached a moment before will do.
 */
export function reachedFrom(
  graph: Csr,
  roots: ArrayLike<number>,
  options: Omit<BfsOptions, "maxDepth"> = {},
): Uint8Array {
  const { edgeAllowed, nodeAllowed } = options;
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const marks =
    nodeAllowed?.map((allowed) => (allowed === 0 ? LEFT_OUT : OPEN)) ?? new Uint8Array(graph.nodeCount);
  let fresh: number[] = [];
  for (const root of sortedRoots(graph, roots)) {
    if (marks[root] !== OPEN) continue;
    marks[root] = REACHED;
    fresh.push(root);
  }
  let open = graph.nodeCount - fresh.length;
  while (fresh.length > 0) {
    const isMuch = SWEEP_SHARE * fresh.length > open;
    fresh = isMuch ? sweep(reverseCsr(graph), edgeAllowed, marks) : expand(graph, edgeAllowed, marks, fresh);
    open -= fresh.length;
  }
  return nodeAllowed === undefined ? marks : marks.map((mark) => (mark === REACHED ? 1 : 0));
}

/** Reaches the open neighbours of some nodes; returns them. */
function expand(
  { offsets, targets, edgeIds }: Csr,
  edgeAllowed: Uint8Array | undefined,
  marks: Uint8Array,
  from: readonly number[],
): number[] {
  const fresh: number[] = [];
  for (const v of from) {
    const end = offsets[v + 1]!;
    for (let p = offsets[v]!; p < end; p++) {
      const w = targets[p]!;
      if (marks[w] !== OPEN || edgeAllowed?.[edgeIds[p]!] === 0) continue;
      marks[w] = REACHED;
      fresh.push(w);
    }
  }
  return fresh;
}

/** Reaches every open node with a predecessor that is reached; returns them. */
function sweep(backward: Csr, edgeAllowed: Uint8Array | undefined, marks: Uint8Array): number[] {
  const { nodeCount, offsets, targets, edgeIds } = backward;
  const fresh: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    if (marks[v] !== OPEN) continue;
    const end = offsets[v + 1]!;
    let p = offsets[v]!;
    while (p < end && (marks[targets[p]!] !== REACHED || edgeAllowed?.[edgeIds[p]!] === 0)) p++;
    if (p === end) continue;
    marks[v] = REACHED;
    fresh.push(v);
  }
  return fresh;
}

/**
 * By node: 1 where it must not be visited, or not again. One byte a node: most of the time goes into looking at nodes that need no
 * visit, and these fit into the cache.
 */
function shutNodes({ nodeCount }: Csr, nodeAllowed: Uint8Array | undefined): Uint8Array {
  return nodeAllowed?.map((allowed) => (allowed === 0 ? 1 : 0)) ?? new Uint8Array(nodeCount);
}

function sortedRoots(graph: Csr, roots: ArrayLike<number>): Uint32Array {
  for (let i = 0; i < roots.length; i++) requireNode(roots[i]!, graph.nodeCount, `roots[${i}]`);
  return Uint32Array.from(roots).sort();
}
