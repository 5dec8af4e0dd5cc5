/**
 * The k cheapest loopless paths, in the order (cost, node ids lexicographically).
 *
 * Source: Yen 1971, Finding the k shortest loopless paths in a network, Management Science 17(11), 712–716,
 * doi 10.1287/mnsc.17.11.712, with the modification of Lawler 1972, A procedure for computing the k best solutions to
 * discrete optimization problems, Management Science 18(7), 401–405: the paths not yet found are split into disjoint
 * subproblems (a prefix and the next nodes banned after it), branching only from the deviation on, so no path is met twice.
 * Follows the rows given. Costs are by edge id, finite and at least 0; parallel edges are collapsed to the cheapest;
 * self-loops are ignored. Costs are compared exactly: floating-point sums that differ by rounding do not tie.
 * Cost O(k n (m + n log n)) at worst; every search but the first explores only a corridor (see spur-search.ts).
 */
import { distancesFrom } from "./bfs.ts";
import { createBinaryHeap } from "./binary-heap.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { dijkstra } from "./dijkstra.ts";
import { requireAmounts, requireCount, requireLength, requireNode } from "./input-checks.ts";
import { cheapestEdges, simpleGraph } from "./simple-graph.ts";
import { spurSearch } from "./spur-search.ts";
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

/** From a node to itself there is no path: the answer is empty and complete. So it is when the target is out of reach. */
export function kShortestPaths(
  graph: Csr,
  costs: ArrayLike<number>,
  source: number,
  target: number,
  k: number,
  options: KShortestPathsOptions = {},
): KShortestPaths {
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireCount(k, 1, "k");
  if (options.maxHops !== undefined) requireCount(options.maxHops, 1, "maxHops");
  requireLength(costs, graph.edgeCount, "costs");
  requireAmounts(costs, "costs");
  if (source === target) return { paths: [], complete: true, truncated: false, steps: 0 };

  const simple = simpleGraph(graph, options);
  const cheapest = cheapestEdges(simple, costs);
  const space = spurSpace(simple.arcs, cheapest, costs, target, options);
  const candidates = createBinaryHeap<Candidate>(comesBefore);
  const paths: CheapPath[] = [];
  const propose = (problem: SpurProblem): void => {
    const path = spurSearch(space, problem);
    if (path !== undefined) candidates.push({ ...path, ...problem });
  };

  if (space.potential[source] !== Infinity) {
    propose({ prefix: [source], prefixCost: 0, bannedNext: new Set() });
  }
  let complete = false;
  while (paths.length < k && !space.counter.stopped()) {
    const best = candidates.pop();
    complete = best === undefined;
    if (best === undefined) break;
    paths.push({ nodes: best.nodes, edges: edgesOf(simple.arcs, cheapest, best.nodes), cost: best.cost });
    if (paths.length < k) for (const problem of branches(space, best)) propose(problem);
  }
  return { paths, complete, truncated: space.counter.stopped(), steps: space.counter.steps() };
}

/** The best path of a subproblem, with the subproblem. */
interface Candidate extends SpurProblem {
  readonly nodes: readonly number[];
  readonly cost: number;
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  const i = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  return i !== -1 && a.nodes[i]! < b.nodes[i]!;
}

function spurSpace(
  arcs: Csr,
  cheapest: Uint32Array,
  costs: ArrayLike<number>,
  target: number,
  options: KShortestPathsOptions,
): SpurSpace {
  // A loopless path has fewer arcs than there are nodes: a looser limit is none.
  const { maxHops = Infinity } = options;
  const isLimited = maxHops < arcs.nodeCount - 1;
  const arcCosts = Float64Array.from(cheapest, (edge) => costs[edge]!);
  const backward = reverseCsr(arcs);
  return {
    arcs,
    costs: arcCosts,
    target,
    potential: dijkstra(backward, arcCosts, [target]).distance,
    limit: isLimited ? { maxHops, arcsToTarget: distancesFrom(backward, [target]).hops } : undefined,
    counter: countSteps(options.stop),
  };
}

/** Splits the paths of a subproblem, less its best one, by the node at which they leave that one. */
function* branches(space: SpurSpace, best: Candidate): Generator<SpurProblem> {
  let prefixCost = best.prefixCost;
  for (let i = best.prefix.length; i < best.nodes.length; i++) {
    const bannedNext = i === best.prefix.length ? new Set(best.bannedNext) : new Set<number>();
    yield { prefix: best.nodes.slice(0, i), prefixCost, bannedNext: bannedNext.add(best.nodes[i]!) };
    prefixCost += space.costs[arcBetween(space.arcs, best.nodes[i - 1]!, best.nodes[i]!)]!;
  }
}

function edgesOf(arcs: Csr, cheapest: Uint32Array, nodes: readonly number[]): number[] {
  return nodes.slice(1).map((node, i) => cheapest[arcBetween(arcs, nodes[i]!, node)]!);
}

/** The arc from one node to a neighbour, by binary search in its sorted row. */
function arcBetween(arcs: Csr, from: number, to: number): number {
  let low = arcs.offsets[from]!;
  let high = arcs.offsets[from + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arcs.targets[middle]! < to) low = middle + 1;
    else high = middle;
  }
  return low;
}
