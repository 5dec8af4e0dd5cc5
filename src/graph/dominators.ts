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
  const subtreeSize = new Uint32Array(graph.nodeCount);
  for (let i = count - 1; i >= 0; i--) {
    const v = vertex[i]!;
    subtreeSize[v]!++;
    if (i > 0) subtreeSize[vertex[immediate[i]!]!]! += subtreeSize[v]!;
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
  const vertex = new Uint32Array(graph.nodeCount);
  const number = new Int32Array(graph.nodeCount).fill(-1);
  const parent = new Uint32Array(graph.nodeCount);
  const cursor = graph.offsets.slice(0, graph.nodeCount);
  let count = 1;
  vertex[0] = root;
  number[root] = 0;
  let v = root;
  for (;;) {
    if (cursor[v] === graph.offsets[v + 1]) {
      if (v === root) break;
      v = vertex[parent[number[v]!]!]!;
      continue;
    }
    const p = cursor[v]!++;
    const w = graph.targets[p]!;
    if (number[w] !== -1 || edgeAllowed?.[graph.edgeIds[p]!] === 0) continue;
    number[w] = count;
    vertex[count] = w;
    parent[count] = number[v]!;
    count++;
    v = w;
  }
  return { count, vertex, number, parent };
}

/** By preorder number: the preorder number of the semidominator. */
function semidominators(graph: Csr, tree: Preorder, edgeAllowed: Uint8Array | undefined): Uint32Array {
  const { count, vertex, number, parent } = tree;
  const backward = reverseCsr(graph);
  const semi = new Uint32Array(count);
  const label = new Uint32Array(count);
  for (let i = 0; i < count; i++) semi[i] = label[i] = i;
  const evaluate = createEvaluator(parent.slice(0, count), label, semi);
  for (let i = count - 1; i >= 1; i--) {
    const v = vertex[i]!;
    for (let p = backward.offsets[v]!; p < backward.offsets[v + 1]!; p++) {
      const u = number[backward.targets[p]!]!;
      if (u === -1 || edgeAllowed?.[backward.edgeIds[p]!] === 0) continue;
      const candidate = semi[evaluate(u, i)]!;
      if (candidate < semi[i]!) semi[i] = candidate;
    }
    label[i] = i;
  }
  return semi;
}

/**
 * Returns the function that finds, among u and its ancestors numbered at least `lowest`, the one of least
 * semidominator, and shortens the way there for the next time. Overwrites `ancestor` and `label`.
 */
function createEvaluator(
  ancestor: Uint32Array,
  label: Uint32Array,
  semi: Uint32Array,
): (u: number, lowest: number) => number {
  const way: number[] = [];
  return (u, lowest) => {
    if (u <= lowest) return label[u]!;
    let w = u;
    while (ancestor[w]! > lowest) {
      way.push(w);
      w = ancestor[w]!;
    }
    while (way.length > 0) {
      const below = way.pop()!;
      if (semi[label[w]!]! < semi[label[below]!]!) label[below] = label[w]!;
      ancestor[below] = ancestor[w]!;
      w = below;
    }
    return label[u]!;
  };
}
