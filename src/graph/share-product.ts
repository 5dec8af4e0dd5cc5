/**
 * Dependency by shares of input: path strength as a product of shares, total dependency as the sum over all walks.
 *
 * Direction: an edge runs from customer to supplier and carries the supplier's share of the customer's input, in (0, 1].
 * What it is a share of (all inputs, or one type of input) is the caller's business, and must be the same throughout.
 * The cost of an arc is -ln(share), so products of shares become sums and the cheapest path is the strongest one.
 * The total is D = (I - A)^-1 - I, the Leontief inverse less the direct unit (Miller and Blair 2009, Input–Output
 * Analysis, 2nd edition); finite if the spectral radius of A is below 1.
 * Parallel edges: their shares are added, at most to 1. Self-loops: no part of a path, counted in walks.
 * A share of 0 drops the edge; NaN, negative and greater than 1 are errors. An unknown share is the caller's: two runs.
 */
import { distancesFrom } from "./bfs.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { GraphInputError } from "./graph-input-error.ts";
import { requireLength, requireNode } from "./input-checks.ts";
import { simpleGraph } from "./simple-graph.ts";
import type { SimpleGraph } from "./simple-graph.ts";

export interface ShareGraph extends SimpleGraph {
  /** By arc: the sum of the shares of its edges, at most 1. */
  readonly shares: Float64Array;
  /** By arc: -ln(share), at least 0. */
  readonly costs: Float64Array;
}

/** The arcs of positive share, with the costs that a cheapest-path search needs. `shares` is by edge id. */
export function shareGraph(graph: Csr, shares: ArrayLike<number>): ShareGraph {
  requireShares(graph, shares);
  const edgeAllowed = Uint8Array.from({ length: graph.edgeCount }, (_, e) => (shares[e]! > 0 ? 1 : 0));
  const simple = simpleGraph(graph, { edgeAllowed });
  const arcShares = new Float64Array(simple.arcs.edgeCount);
  for (let arc = 0; arc < arcShares.length; arc++) {
    let sum = 0;
    for (let i = simple.memberOffsets[arc]!; i < simple.memberOffsets[arc + 1]!; i++) {
      sum += shares[simple.memberEdges[i]!]!;
    }
    arcShares[arc] = Math.min(1, sum);
  }
  return { ...simple, shares: arcShares, costs: arcShares.map(shareCost) };
}

/** -ln(share); 0 for a share of 1, never -0. */
export function shareCost(share: number): number {
  return share === 1 ? 0 : -Math.log(share);
}

export interface TotalDependencyOptions {
  /** Stop when no value changes by more than this in a sweep. Default 1e-12. */
  readonly tolerance?: number | undefined;
  /** Give up after this many sweeps. Default 10,000. */
  readonly maxSweeps?: number | undefined;
}

export interface TotalDependency {
  /** By node: the sum of the products of shares over all walks of at least one edge that end there. */
  readonly dependency: Float64Array;
  readonly sweeps: number;
  /** `false`: the sums had not settled after maxSweeps; with a spectral radius of 1 or more they never do. */
  readonly converged: boolean;
}

/**
 * How much `customer` depends on each node. On the reversed graph: how much each node depends on that one supplier.
 * Gauss–Seidel on x = Aᵀ x + Aᵀ e over the nodes within reach, nearest first: one sweep in most acyclic graphs.
 */
export function totalDependency(
  graph: Csr,
  shares: ArrayLike<number>,
  customer: number,
  options: TotalDependencyOptions = {},
): TotalDependency {
  const { tolerance = 1e-12, maxSweeps = 10_000 } = options;
  requireNode(customer, graph.nodeCount, "customer");
  requireShares(graph, shares);
  const backward = reverseCsr(graph);
  const { reached } = distancesFrom(graph, [customer]);
  const dependency = new Float64Array(graph.nodeCount);
  let sweeps = 0;
  let change = Infinity;
  while (change > tolerance && sweeps < maxSweeps) {
    change = 0;
    sweeps++;
    for (const v of reached) {
      const updated = inflow(backward, shares, customer, v, dependency);
      change = Math.max(change, Math.abs(updated - dependency[v]!));
      dependency[v] = updated;
    }
  }
  return { dependency, sweeps, converged: change <= tolerance };
}

/** Sum over the customers u of v: what the start depends on u (and 1 if u is the start) times v's share of u's input. */
function inflow(
  backward: Csr,
  shares: ArrayLike<number>,
  start: number,
  v: number,
  dependency: Float64Array,
): number {
  let sum = 0;
  let pairShare = 0;
  const end = backward.offsets[v + 1]!;
  for (let p = backward.offsets[v]!; p < end; p++) {
    const u = backward.targets[p]!;
    pairShare += shares[backward.edgeIds[p]!]!;
    if (p + 1 < end && backward.targets[p + 1] === u) continue;
    sum += (dependency[u]! + (u === start ? 1 : 0)) * Math.min(1, pairShare);
    pairShare = 0;
  }
  return sum;
}

function requireShares(graph: Csr, shares: ArrayLike<number>): void {
  requireLength(shares, graph.edgeCount, "shares");
  for (let e = 0; e < shares.length; e++) {
    if (!(shares[e]! >= 0 && shares[e]! <= 1)) {
      throw new GraphInputError(`shares[${e}]`, `a fraction from 0 to 1, got ${shares[e]}`);
    }
  }
}
