/**
 * What it costs to get from each node to a target, found only as far as somebody asks: Dijkstra's search from the target
 * backwards, which can be continued. Everything that is not settled yet costs at least as much as what is settled next.
 */
import type { Csr } from "./csr.ts";
import { createKeyedHeap } from "./keyed-heap.ts";
import type { NodeCosts } from "./node-costs.ts";

export interface CostsToTarget {
  /** By node: a lower bound, exact once the node is settled; Infinity once it is clear that there is no way. */
  readonly bound: (node: number) => number;
  readonly isSettled: (node: number) => boolean;
  /** Edges looked at so far. */
  readonly work: () => number;
  /** Continues until at least so many edges were looked at, or everything is settled. */
  readonly workUntil: (work: number) => void;
}

export interface BackwardSearch {
  /** The rows that lead backwards. */
  readonly backward: Csr;
  /** By edge id, finite and at least 0; undefined: every edge costs 1. */
  readonly costs: ArrayLike<number> | undefined;
  readonly edgeAllowed: Uint8Array | undefined;
  readonly nodeAllowed: Uint8Array | undefined;
  readonly target: number;
  /** Whether an edge from one node to another is to be left out. */
  readonly isBarred?: ((from: number, to: number) => boolean) | undefined;
}

/** `found` must be as new, and is used until the end of the search. */
export function costsToTarget(
  { backward, costs, edgeAllowed, nodeAllowed, target, isBarred }: BackwardSearch,
  found: NodeCosts,
): CostsToTarget {
  const { offsets, targets, edgeIds } = backward;
  const { cost } = found;
  const heap = createKeyedHeap();
  let work = 0;
  /** The cost that is settled next: whatever is known to cost no more costs exactly that. Infinity when nothing is left. */
  let radius = 0;
  found.lower(target, 0);
  heap.push(0, target);

  const settle = (): void => {
    const v = heap.pop();
    const settled = radius;
    radius = heap.leastKey();
    if (cost[v]! < settled) return;
    const end = offsets[v + 1]!;
    work += 1 + end - offsets[v]!;
    for (let p = offsets[v]!; p < end; p++) {
      const u = targets[p]!;
      const edge = edgeIds[p]!;
      const candidate = settled + (costs === undefined ? 1 : costs[edge]!);
      if (candidate >= cost[u]! || edgeAllowed?.[edge] === 0 || nodeAllowed?.[u] === 0) continue;
      if (isBarred?.(u, v) === true) continue;
      found.lower(u, candidate);
      heap.push(candidate, u);
    }
    radius = heap.leastKey();
  };

  const isLeft = (wanted: number): boolean => work < wanted && radius < Infinity;
  return {
    bound: (node) => Math.min(cost[node]!, radius),
    isSettled: (node) => cost[node]! <= radius,
    work: () => work,
    workUntil(wanted) {
      while (isLeft(wanted)) settle();
    },
  };
}
