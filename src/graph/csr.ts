/**
 * Compressed sparse rows: the one graph form of this room.
 *
 * Rows are sorted by (target, edge id), so that nothing computed on them depends on the order in which edges arrive.
 * Parallel edges and self-loops are kept; each algorithm says what it does with them.
 * Building costs O(n + m): two stable counting sorts.
 */
import { requireCount, requireLength, requireNode } from "./input-checks.ts";

export interface Csr {
  readonly nodeCount: number;
  /** Number of distinct edge ids; masks and costs by edge have this length. */
  readonly edgeCount: number;
  /** Length nodeCount + 1, non-decreasing; row v is positions offsets[v] up to offsets[v + 1]. */
  readonly offsets: Uint32Array;
  /** By position: the far end of the edge, < nodeCount. */
  readonly targets: Uint32Array;
  /** By position: the edge's id, its index in the arrays that the graph was built from. */
  readonly edgeIds: Uint32Array;
}

/** Builds the forward rows; edge e runs from sources[e] to targets[e]. */
export function buildCsr(nodeCount: number, sources: ArrayLike<number>, targets: ArrayLike<number>): Csr {
  requireCount(nodeCount, 0, "nodeCount");
  requireLength(targets, sources.length, "targets");
  for (let e = 0; e < sources.length; e++) {
    requireNode(sources[e]!, nodeCount, `sources[${e}]`);
    requireNode(targets[e]!, nodeCount, `targets[${e}]`);
  }
  return assemble(nodeCount, sources.length, sources, targets, undefined);
}

const reversed = new WeakMap<Csr, Csr>();

/** The same edges with the same ids, read backwards. Built once for each graph and kept as long as the graph is. */
export function reverseCsr(graph: Csr): Csr {
  const known = reversed.get(graph);
  if (known !== undefined) return known;
  // Positions are in the order (row, target, id): one sort by target makes it (target, row, id).
  const { nodeCount, edgeCount, targets, edgeIds } = graph;
  const backward = inOrder(
    arrival(targets.length),
    nodeCount,
    edgeCount,
    targets,
    rowOfPosition(graph),
    edgeIds,
  );
  reversed.set(graph, backward);
  return backward;
}

/** Every edge in both directions under one id; self-loops are left out. */
export function undirectedCsr(graph: Csr): Csr {
  const rows = rowOfPosition(graph);
  const near = new Uint32Array(2 * rows.length);
  const far = new Uint32Array(2 * rows.length);
  const ids = new Uint32Array(2 * rows.length);
  let count = 0;
  for (let p = 0; p < rows.length; p++) {
    const from = rows[p]!;
    const to = graph.targets[p]!;
    if (from === to) continue;
    near[count] = far[count + 1] = from;
    far[count] = near[count + 1] = to;
    ids[count] = ids[count + 1] = graph.edgeIds[p]!;
    count += 2;
  }
  const { nodeCount, edgeCount } = graph;
  return assemble(nodeCount, edgeCount, near.subarray(0, count), far.subarray(0, count), ids);
}

/** By position: the row it lies in, which is the source of its edge. */
export function rowOfPosition(graph: Csr): Uint32Array {
  const rows = new Uint32Array(graph.targets.length);
  for (let v = 0; v < graph.nodeCount; v++) rows.fill(v, graph.offsets[v], graph.offsets[v + 1]);
  return rows;
}

function assemble(
  nodeCount: number,
  edgeCount: number,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
  ids: ArrayLike<number> | undefined,
): Csr {
  const byTarget = stableSort(arrival(sources.length), targets, nodeCount).order;
  return inOrder(byTarget, nodeCount, edgeCount, sources, targets, ids);
}

/** Rows by source that keep the given order of edges within each. */
function inOrder(
  given: Uint32Array,
  nodeCount: number,
  edgeCount: number,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
  ids: ArrayLike<number> | undefined,
): Csr {
  const { order, offsets } = stableSort(given, sources, nodeCount);
  const sortedTargets = new Uint32Array(order.length);
  const edgeIds = new Uint32Array(order.length);
  for (let p = 0; p < order.length; p++) {
    const from = order[p]!;
    sortedTargets[p] = targets[from]!;
    edgeIds[p] = ids === undefined ? from : ids[from]!;
  }
  return { nodeCount, edgeCount, offsets, targets: sortedTargets, edgeIds };
}

function arrival(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  return order;
}

/** Counting sort of `order` by keys[order[i]]; equal keys keep their order. `offsets` are the starts of the buckets. */
function stableSort(
  order: Uint32Array,
  keys: ArrayLike<number>,
  keyCount: number,
): { readonly order: Uint32Array; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(keyCount + 1);
  for (let i = 0; i < keys.length; i++) offsets[keys[i]! + 1]!++;
  for (let key = 0; key < keyCount; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice(0, keyCount);
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const element = order[i]!;
    sorted[next[keys[element]!]!++] = element;
  }
  return { order: sorted, offsets };
}
