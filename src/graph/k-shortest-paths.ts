/**
 * The k cheapest loopless paths, in the order (cost, node ids lexicographically).
 *
 * Source: Yen 1971, Finding the k shortest loopless paths in a network, Management Science 17(11), 712–716,
 * doi 10.1287/mnsc.17.11.712, with the modification of Lawler 1972, A procedure for computing the k best solutions to
 * discrete optimization problems, Management Science 18(7), 401–405: the paths not yet found are split into disjoint
 * subproblems (a prefix and the next nodes banned after it), branching only from the deviation on, so no path is met twice;
 * a subproblem is only searched once its lower bound is the least of all.
 * Follows the rows given. Costs are by edge id, finite and at least 0; parallel edges are collapsed to the cheapest;
 * self-loops are ignored. Costs are compared exactly: floating-point sums that differ by rounding do not tie.
 * Cost O(k n (m + n log n)) at worst; each search explores only a corridor, and nothing is paid for the rest of the graph
 * (see spur-search.ts).
 */
import { createBinaryHeap } from "./binary-heap.ts";
import { costsToTarget } from "./costs-to-target.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireCosts, requireCount, requireMask, requireNode } from "./input-checks.ts";
import { withNodeCosts } from "./node-costs.ts";
import type { NodeCosts } from "./node-costs.ts";
import { hopLabels, nodeLabels } from "./path-labels.ts";
import { spurBound, spurSearch } from "./spur-search.ts";
import type { SpurProblem, SpurSpace } from "./spur-search.ts";
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
 * `costs` are checked the first time they are given, and must not be changed afterwards.
 */
export function kShortestPaths(
  graph: Csr,
  costs: ArrayLike<number> & object,
  source: number,
  target: number,
  k: number,
  options: KShortestPathsOptions = {},
): KShortestPaths {
  const { edgeAllowed, nodeAllowed } = options;
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireCount(k, 1, "k");
  if (options.maxHops !== undefined) requireCount(options.maxHops, 1, "maxHops");
  requireCosts(costs, graph.edgeCount);
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  requireMask(nodeAllowed, graph.nodeCount, "nodeAllowed");
  const isShut = nodeAllowed?.[source] === 0 || nodeAllowed?.[target] === 0;
  if (source === target || isShut) return { paths: [], complete: true, truncated: false, steps: 0 };
  return withNodeCosts(graph, graph.nodeCount, (forwards) =>
    withNodeCosts(graph, graph.nodeCount, (backwards) => {
      const space = spurSpace({ graph, costs, target, options, forwards, backwards });
      return bestPaths(space, source, k);
    }),
  );
}

/** Searches a subproblem only when its lower bound comes first among all that is open: most are never searched. */
function bestPaths(space: SpurSpace, source: number, k: number): KShortestPaths {
  const candidates = createBinaryHeap<Candidate>(comesBefore);
  const paths: CheapPath[] = [];
  candidates.push({ prefix: [source], prefixCost: 0, bannedNext: new Set(), cost: 0, nodes: undefined });
  let complete = false;
  while (paths.length < k && !space.counter.stopped()) {
    const best = candidates.pop();
    complete = best === undefined;
    if (best === undefined) break;
    const { nodes, cost } = best;
    if (nodes === undefined) {
      const path = spurSearch(space, best);
      if (path !== undefined) candidates.push({ ...best, ...path });
      continue;
    }
    paths.push({ nodes, edges: edgesOf(space, nodes), cost });
    if (paths.length === k) break;
    for (const problem of branches(space, best, nodes)) {
      const bound = spurBound(space, problem);
      if (bound < Infinity) candidates.push({ ...problem, cost: bound, nodes: undefined });
    }
  }
  return { paths, complete, truncated: space.counter.stopped(), steps: space.counter.steps() };
}

/** A subproblem, with its best path once that was searched for. */
interface Candidate extends SpurProblem {
  /** Of the best path; a lower bound until it was searched for. */
  readonly cost: number;
  readonly nodes: readonly number[] | undefined;
}

/** At equal cost what is still to be searched comes first: its path may be the first of the two. */
function comesBefore(a: Candidate, b: Candidate): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.nodes === undefined || b.nodes === undefined) return a.nodes === undefined;
  const { nodes } = a;
  const i = nodes.findIndex((node, index) => node !== b.nodes?.[index]);
  return i !== -1 && nodes[i]! < b.nodes[i]!;
}

interface SpaceParts {
  readonly graph: Csr;
  readonly costs: ArrayLike<number>;
  readonly target: number;
  readonly options: KShortestPathsOptions;
  readonly forwards: NodeCosts;
  readonly backwards: NodeCosts;
}

function spurSpace({ graph, costs, target, options, forwards, backwards }: SpaceParts): SpurSpace {
  const { edgeAllowed, nodeAllowed, maxHops = Infinity } = options;
  const backward = reverseCsr(graph);
  const search = { backward, edgeAllowed, nodeAllowed, target };
  const common = {
    graph,
    backward,
    costs,
    edgeAllowed,
    nodeAllowed,
    target,
    toTarget: costsToTarget({ ...search, costs }, backwards),
    counter: countSteps(options.stop),
    work: 0,
  };
  // A loopless path has fewer arcs than there are nodes: a looser limit is none.
  if (maxHops >= graph.nodeCount - 1) return { ...common, limit: undefined, labels: nodeLabels(forwards) };
  // The labels know their hops themselves, so the other array is free for the search that counts them.
  const hopsToTarget = costsToTarget(search, forwards);
  return { ...common, limit: { maxHops, hopsToTarget }, labels: hopLabels(graph.nodeCount) };
}

/** Splits the paths of a subproblem, less its best one, by the node at which they leave that one. */
function* branches(space: SpurSpace, best: Candidate, nodes: readonly number[]): Generator<SpurProblem> {
  let prefixCost = best.prefixCost;
  for (let i = best.prefix.length; i < nodes.length; i++) {
    const bannedNext = i === best.prefix.length ? new Set(best.bannedNext) : new Set<number>();
    yield { prefix: nodes.slice(0, i), prefixCost, bannedNext: bannedNext.add(nodes[i]!) };
    prefixCost += space.costs[cheapestEdge(space, nodes[i - 1]!, nodes[i]!)]!;
  }
}

function edgesOf(space: SpurSpace, nodes: readonly number[]): number[] {
  return nodes.slice(1).map((node, i) => cheapestEdge(space, nodes[i]!, node));
}

/** The cheapest edge from one node to a neighbour, the smallest id among equals; found by binary search in the sorted row. */
function cheapestEdge({ graph, costs, edgeAllowed }: SpurSpace, from: number, to: number): number {
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
    if (cheapest === -1 || costs[edge]! < costs[cheapest]!) cheapest = edge;
  }
  return cheapest;
}
