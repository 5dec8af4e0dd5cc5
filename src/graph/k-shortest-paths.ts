/**
 * The k cheapest loopless paths, in the order (cost, node ids lexicographically).
 *
 * Source: Yen 1971, Finding the k shortest loopless paths in a network, Management Science 17(11), 712–716,
 * doi 10.1287/mnsc.17.11.712, with the modification of Lawler 1972, A procedure for computing the k best solutions to
 * discrete optimization problems, Management Science 18(7), 401–405: the paths not yet found are split into disjoint
 * subproblems (a prefix and the next nodes banned after it), branching only from the deviation on, so no path is met twice;
 * a subproblem is only searched once it comes first by what is known of its best path.
 * Follows the rows given. Costs are by edge id, finite and at least 0; parallel edges are collapsed to the cheapest;
 * self-loops are ignored. Costs are compared exactly: floating-point sums that differ by rounding do not tie.
 * Cost O(k n (m + n log n)) at worst; each search explores only a corridor, and nothing is paid for the rest of the graph
 * (see hop-search.ts and spur-search.ts).
 */
import { createBinaryHeap } from "./binary-heap.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { withHopSearch } from "./hop-search.ts";
import { requireCosts, requireCount, requireMask, requireNode } from "./input-checks.ts";
import type { FoundPath, PathProblem, PathSearch, PathSpace } from "./path-search.ts";
import { withSpurSearch } from "./spur-search.ts";
import { countSteps } from "./stop-check.ts";
import type { StopCheck } from "./stop-check.ts";

export interface KShortestPathsOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** By node: 0 leaves the node out. */
  readonly nodeAllowed?: Uint8Array | undefined;
  /** Longest path, in edges. Default: no limit. */
  readonly maxHops?: number | undefined;
  readonly stop?: StopCheck | undefined;
}

export interface CheapPath {
  /** Node ids from source to target. */
  readonly nodes: readonly number[];
  /** The cheapest edge id of each hop, the smallest among equals. */
  readonly edges: readonly number[];
  readonly cost: number;
}

export interface KShortestPaths {
  readonly paths: readonly CheapPath[];
  /** No other loopless path exists under the options. */
  readonly complete: boolean;
  /** The budget ended the search: the paths listed are the first ones, more may exist. */
  readonly truncated: boolean;
  /** Steps taken, as the budget counts them. */
  readonly steps: number;
}

/**
 * From a node to itself there is no path: the answer is empty and complete. So it is when the target is out of reach.
 * Without `costs` every edge costs 1, which takes a much lighter search. Costs are checked the first time they are given, and
 * must not be changed afterwards.
 */
export function kShortestPaths(
  graph: Csr,
  costs: (ArrayLike<number> & object) | undefined,
  source: number,
  target: number,
  k: number,
  options: KShortestPathsOptions = {},
): KShortestPaths {
  const { edgeAllowed, nodeAllowed, maxHops = Infinity } = options;
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireCount(k, 1, "k");
  if (options.maxHops !== undefined) requireCount(options.maxHops, 1, "maxHops");
  if (costs !== undefined) requireCosts(costs, graph.edgeCount);
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const isShut = nodeAllowed?.[source] === 0 || nodeAllowed?.[target] === 0;
  if (source === target || isShut) return { paths: [], complete: true, truncated: false, steps: 0 };
  const counter = countSteps(options.stop);
  const space = { graph, backward: reverseCsr(graph), costs, edgeAllowed, nodeAllowed, target, counter };
  const search = (inner: PathSearch): KShortestPaths => bestPaths(space, inner, source, k);
  if (costs === undefined) return withHopSearch(space, maxHops, search);
  return withSpurSearch(space, { costs, maxHops }, search);
}

interface CostedSpace extends PathSpace {
  /** By edge id; absent: every edge costs 1. */
  readonly costs: ArrayLike<number> | undefined;
}

/** Searches a subproblem only when it comes first among all that is open: most are never searched. */
function bestPaths(space: CostedSpace, search: PathSearch, source: number, k: number): KShortestPaths {
  const candidates = createBinaryHeap<Candidate>(comesBefore);
  const paths: CheapPath[] = [];
  candidates.push({
    prefix: [source],
    prefixCost: 0,
    bannedNext: new Set(),
    cost: 0,
    order: [],
    found: undefined,
  });
  let complete = false;
  while (paths.length < k && !space.counter.stopped()) {
    const best = candidates.pop();
    complete = best === undefined;
    if (best === undefined) break;
    const { found, cost } = best;
    if (found === undefined) {
      const path = search.first(best);
      if (path !== undefined) candidates.push({ ...best, cost: path.cost, order: path.nodes, found: path });
      continue;
    }
    const { nodes } = found;
    paths.push({ nodes, edges: edgesOf(space, nodes), cost });
    if (paths.length === k) break;
    for (const problem of branches(space, best, nodes)) {
      const bound = search.bound(problem);
      if (bound < Infinity) candidates.push(unsearched(problem, bound, found));
    }
  }
  return { paths, complete, truncated: space.counter.stopped(), steps: space.counter.steps() };
}

/** A subproblem, with its first path once that was searched for. */
interface Candidate extends PathProblem {
  readonly found: FoundPath | undefined;
  /** Of the first path; a lower bound until it was searched for. */
  readonly cost: number;
  /** The nodes of the first path; until it was searched for, what comes before them at equal cost. */
  readonly order: readonly number[];
}

/** Its paths are some of those that `before` was the first of, so they come after that one. */
function unsearched(problem: PathProblem, bound: number, before: FoundPath): Candidate {
  const { prefix } = problem;
  if (bound > before.cost) return { ...problem, found: undefined, cost: bound, order: prefix };
  return {
    ...problem,
    found: undefined,
    cost: before.cost,
    order: [...prefix, before.nodes[prefix.length]! + 0.5],
  };
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  const i = a.order.findIndex((node, index) => node !== b.order[index]);
  if (i === -1) return a.order.length < b.order.length;
  return i < b.order.length && a.order[i]! < b.order[i]!;
}

/** Splits the paths of a subproblem, less its first one, by the node at which they leave that one. */
function* branches(space: CostedSpace, best: Candidate, nodes: readonly number[]): Generator<PathProblem> {
  let prefixCost = best.prefixCost;
  for (let i = best.prefix.length; i < nodes.length; i++) {
    const bannedNext = i === best.prefix.length ? new Set(best.bannedNext) : new Set<number>();
    yield { prefix: nodes.slice(0, i), prefixCost, bannedNext: bannedNext.add(nodes[i]!) };
    const edge = cheapestEdge(space, nodes[i - 1]!, nodes[i]!);
    prefixCost += space.costs === undefined ? 1 : space.costs[edge]!;
  }
}

function edgesOf(space: CostedSpace, nodes: readonly number[]): number[] {
  return nodes.slice(1).map((node, i) => cheapestEdge(space, nodes[i]!, node));
}

/** The cheapest edge from one node to a neighbour, the smallest id among equals; found by binary search in the sorted row. */
function cheapestEdge({ graph, costs, edgeAllowed }: CostedSpace, from: number, to: number): number {
  const { offsets, targets, edgeIds } = graph;
  let low = offsets[from]!;
  let high = offsets[from + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle]! < to) low = middle + 1;
    else high = middle;
  }
  let cheapest = -1;
  for (let p = low; p < offsets[from + 1]! && targets[p] === to; p++) {
    const edge = edgeIds[p]!;
    if (edgeAllowed?.[edge] === 0) continue;
    if (cheapest === -1 || (costs !== undefined && costs[edge]! < costs[cheapest]!)) cheapest = edge;
  }
  return cheapest;
}
