/**
 * Compressed sparse rows: the one graph form of this room.
 *
 * Rows are sorted by (target, edge id), so that nothing computed on them depends on the order in which edges arrive.
 * Parallel edges and self-loops are kept; each algorithm says what it does with them.
 * Building costs O(n + m log(longest row)): a counting sort by row, which only copies when edges arrive in the order of rows,
 * and a sort of each row.
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
  const { offsets, next } = rowStarts(nodeCount, sources);
  const sortedTargets = new Uint32Array(sources.length);
  const edgeIds = new Uint32Array(sources.length);
  for (let e = 0; e < sources.length; e++) {
    const position = next[sources[e]!]!++;
    sortedTargets[position] = targets[e]!;
    edgeIds[position] = e;
  }
  sortRows(offsets, sortedTargets, edgeIds);
  return { nodeCount, edgeCount: sources.length, offsets, targets: sortedTargets, edgeIds };
}

const reversed = new WeakMap<Csr, Csr>();

/** The same edges with the same ids, read backwards. Built once for each graph and kept as long as the graph is. */
export function reverseCsr(graph: Csr): Csr {
  const known = reversed.get(graph);
  if (known !== undefined) return known;
  const { nodeCount, edgeCount, targets, edgeIds } = graph;
  const { offsets, next } = rowStarts(nodeCount, targets);
  const sources = new Uint32Array(targets.length);
  const ids = new Uint32Array(targets.length);
  // Row after row, each in the order (target, id): what arrives in the row of a target is in the order (row, id).
  for (let v = 0; v < nodeCount; v++) {
    for (let p = graph.offsets[v]!; p < graph.offsets[v + 1]!; p++) {
      const position = next[targets[p]!]!++;
      sources[position] = v;
      ids[position] = edgeIds[p]!;
    }
  }
  const backward = { nodeCount, edgeCount, offsets, targets: sources, edgeIds: ids };
  reversed.set(graph, backward);
  reversed.set(backward, graph);
  return backward;
}

/** Every edge in both directions under one id; self-loops are left out. */
export function undirectedCsr(graph: Csr): Csr {
  const { nodeCount, edgeCount } = graph;
  const backward = reverseCsr(graph);
  const offsets = new Uint32Array(nodeCount + 1);
  const targets = new Uint32Array(2 * graph.targets.length);
  const edgeIds = new Uint32Array(2 * graph.targets.length);
  let count = 0;
  for (let v = 0; v < nodeCount; v++) {
    let p = graph.offsets[v]!;
    let q = backward.offsets[v]!;
    const [endP, endQ] = [graph.offsets[v + 1]!, backward.offsets[v + 1]!];
    while (p < endP || q < endQ) {
      const isForward = q === endQ || (p < endP && isBefore(graph, p, backward, q));
      const rows = isForward ? graph : backward;
      const position = isForward ? p++ : q++;
      if (rows.targets[position] === v) continue;
      targets[count] = rows.targets[position]!;
      edgeIds[count] = rows.edgeIds[position]!;
      count++;
    }
    offsets[v + 1] = count;
  }
  return {
    nodeCount,
    edgeCount,
    offsets,
    targets: targets.subarray(0, count),
    edgeIds: edgeIds.subarray(0, count),
  };
}

function isBefore(a: Csr, p: number, b: Csr, q: number): boolean {
  const [left, right] = [a.targets[p]!, b.targets[q]!];
  return left < right || (left === right && a.edgeIds[p]! < b.edgeIds[q]!);
}

/** By position: the row it lies in, which is the source of its edge. */
export function rowOfPosition(graph: Csr): Uint32Array {
  const rows = new Uint32Array(graph.targets.length);
  for (let v = 0; v < graph.nodeCount; v++) rows.fill(v, graph.offsets[v], graph.offsets[v + 1]);
  return rows;
}

/** Where each row begins, for elements with these rows, and once more as cursors for filling them. */
function rowStarts(
  nodeCount: number,
  rows: ArrayLike<number>,
): { readonly offsets: Uint32Array; readonly next: Uint32Array } {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < rows.length; i++) offsets[rows[i]! + 1]!++;
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  return { offsets, next: offsets.slice(0, nodeCount) };
}

/** Longer rows are sorted by the built-in sort of typed arrays. */
const SHORT_ROW = 24;

/** Sorts each row by (target, id), given that its ids ascend. */
function sortRows(offsets: Uint32Array, targets: Uint32Array, edgeIds: Uint32Array): void {
  for (let v = 0; v + 1 < offsets.length; v++) {
    const start = offsets[v]!;
    const end = offsets[v + 1]!;
    if (end - start > SHORT_ROW) sortLongRow(targets.subarray(start, end), edgeIds.subarray(start, end));
    else sortShortRow(targets, edgeIds, start, end);
  }
}

function sortShortRow(targets: Uint32Array, edgeIds: Uint32Array, start: number, end: number): void {
  for (let p = start + 1; p < end; p++) {
    const target = targets[p]!;
    const edge = edgeIds[p]!;
    let q = p;
    for (; q > start && targets[q - 1]! > target; q--) {
      targets[q] = targets[q - 1]!;
      edgeIds[q] = edgeIds[q - 1]!;
    }
    targets[q] = target;
    edgeIds[q] = edge;
  }
}

function sortLongRow(targets: Uint32Array, edgeIds: Uint32Array): void {
  const { length } = targets;
  const ids = edgeIds.slice();
  const keys = Float64Array.from(targets, (target, i) => target * length + i).sort();
  for (const [i, key] of keys.entries()) {
    targets[i] = Math.floor(key / length);
    edgeIds[i] = ids[key % length]!;
  }
}
