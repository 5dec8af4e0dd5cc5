/**
 * Dominator tree from one root: d dominates v if every path from the root to v passes d.
 *
 * Source: Georgiadis, Tarjan, Werneck 2006, Finding dominators in practice, Journal of Graph Algorithms and
 * Applications 10(1), 69–94, doi 10.7155/jgaa.00119. Variant semi-NCA: semidominators by path compression, as in
 * Lengauer and Tarjan 1979, ACM TOPLAS 1(1), 121–141, doi 10.1145/357062.357071, then nearest common ancestors.
 * Follows the rows given. Parallel edges and self-loops change nothing; weights play no part; nodes that the root does
 * not reach are outside the tree. Dominators treat all ways to a node as substitutes for each other: they answer the
 * flow question, not "which inputs are all needed". Cost O(n + m) in practice, all passes iterative.
 */
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireMask, requireNode } from "./input-checks.ts";

export interface DominatorOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
}

export interface DominatorTree {
  /** By node: its immediate dominator; the root is its own, -1 marks nodes that are not reached. */
  readonly immediateDominator: Int32Array;
  /** By node: how many nodes it dominates, itself included: those lost with it. 0 for nodes that are not reached. */
  readonly subtreeSize: Uint32Array;
}

export function dominators(graph: Csr, root: number, options: DominatorOptions = {}): DominatorTree {
  requireNode(root, graph.nodeCount, "root");
  requireMask(options.edgeAllowed, graph.edgeCount, "edgeAllowed");
  const tree = preorder(graph, root, options.edgeAllowed);
  const semi = semidominators(graph, tree, options.edgeAllowed);
  const { vertex, parent, count } = tree;
  const immediate = new Uint32Array(count);
  const immediateDominator = new Int32Array(graph.nodeCount).fill(-1);
  immediateDominator[root] = root;
  for (let i = 1; i < count; i++) {
    let ancestor = parent[i]!;
    while (ancestor > semi[i]!) ancestor = immediate[ancestor]!;
    immediate[i] = ancestor;
    immediateDominator[vertex[i]!] = vertex[ancestor]!;
  }
  const size = new Uint32Array(count).fill(1);
  const subtreeSize = new Uint32Array(graph.nodeCount);
  for (let i = count - 1; i >= 0; i--) {
    subtreeSize[vertex[i]!] = size[i]!;
    if (i > 0) size[immediate[i]!]! += size[i]!;
  }
  return { immediateDominator, subtreeSize };
}

/** The nodes that every path from the root to `node` passes, from near the root on, both ends left out. */
export function strictDominators(tree: DominatorTree, node: number): number[] {
  const chain: number[] = [];
  let d = tree.immediateDominator[node]!;
  if (d === -1 || d === node) return chain;
  while (tree.immediateDominator[d] !== d) {
    chain.push(d);
    d = tree.immediateDominator[d]!;
  }
  return chain.toReversed();
}

interface Preorder {
  readonly count: number;
  /** By preorder number: the node. */
  readonly vertex: Uint32Array;
  /** By node: its preorder number, -1 if it is not reached. */
  readonly number: Int32Array;
  /** By preorder number: the number of its parent in the depth-first tree; 0 for the root. */
  readonly parent: Uint32Array;
}

function preorder(graph: Csr, root: number, edgeAllowed: Uint8Array | undefined): Preorder {
  const { nodeCount, offsets, targets, edgeIds } = graph;
  const vertex = new Uint32Array(nodeCount);
  const number = new Int32Array(nodeCount).fill(-1);
  const parent = new Uint32Array(nodeCount);
  /** By depth: the number of the node, and where to go on in its row. */
  const way = new Uint32Array(nodeCount);
  const cursors = new Uint32Array(nodeCount);
  let count = 1;
  let depth = 0;
  vertex[0] = root;
  number[root] = 0;
  cursors[0] = offsets[root]!;
  while (depth >= 0) {
    const i = way[depth]!;
    const end = offsets[vertex[i]! + 1]!;
    let p = cursors[depth]!;
    while (p < end && (number[targets[p]!] !== -1 || edgeAllowed?.[edgeIds[p]!] === 0)) p++;
    if (p === end) {
      depth--;
      continue;
    }
    const w = targets[p]!;
    cursors[depth++] = p + 1;
    way[depth] = count;
    cursors[depth] = offsets[w]!;
    number[w] = count;
    vertex[count] = w;
    parent[count] = i;
    count++;
  }
  return { count, vertex, number, parent };
}

/** By preorder number: the preorder number of the semidominator. */
function semidominators(graph: Csr, tree: Preorder, edgeAllowed: Uint8Array | undefined): Uint32Array {
  const { count, vertex, number, parent } = tree;
  const { offsets, targets, edgeIds } = reverseCsr(graph);
  const semi = new Uint32Array(count);
  /** Two for each node, side by side: an ancestor, and the least semidominator on the way up to it, that one left out. */
  const links = new Uint32Array(2 * count);
  const leastAbove = createEvaluator(links);
  for (let i = count - 1; i >= 1; i--) {
    const v = vertex[i]!;
    const end = offsets[v + 1]!;
    let least = parent[i]!;
    for (let p = offsets[v]!; p < end; p++) {
      const u = number[targets[p]!]!;
      if (u === -1 || edgeAllowed?.[edgeIds[p]!] === 0) continue;
      const candidate = u <= i ? u : leastAbove(u, i);
      if (candidate < least) least = candidate;
    }
    semi[i] = least;
    links[2 * i] = parent[i]!;
    links[2 * i + 1] = least;
  }
  return semi;
}

/**
 * Returns the function that finds the least semidominator of u and its ancestors numbered above `lowest`, which all have links,
 * and shortens the way there for the next time.
 */
function createEvaluator(links: Uint32Array): (u: number, lowest: number) => number {
  const way: number[] = [];
  return (u, lowest) => {
    let w = u;
    while (links[2 * w]! > lowest) {
      way.push(w);
      w = links[2 * w]!;
    }
    const ancestor = links[2 * w]!;
    let least = links[2 * w + 1]!;
    while (way.length > 0) {
      const below = 2 * way.pop()!;
      least = Math.min(least, links[below + 1]!);
      links[below] = ancestor;
      links[below + 1] = least;
    }
    return least;
  };
}
