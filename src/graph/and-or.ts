/**
 * What falls when something fails, and what could be started at all: the two readings of an AND/OR structure with cycles.
 *
 * `propagate`: the running system, greatest fixed point (see failure-spread.ts). `coldStart`: least fixed point, what can be
 * put to work one after the other; B-reachability in the directed hypergraph. They agree on acyclic structures and differ
 * where nodes supply each other. Cost O(size) each; for many failure sets on one structure use `failureSpread`.
 */
import { andOrIndex } from "./and-or-graph.ts";
import type { AndOrGraph, AndOrIndex, PropagationOptions } from "./and-or-graph.ts";
import { failureSpread } from "./failure-spread.ts";
import { requireNode } from "./input-checks.ts";

export type { AndOrGraph, PropagationOptions } from "./and-or-graph.ts";

export interface Propagation {
  /** By node: -1 works, 0 failed itself, n fell in synchronous round n. */
  readonly wave: Int32Array;
  /** By node: the need that felled it, the first of those unfilled in its round; -1 if none did. */
  readonly cause: Int32Array;
  /** Fallen nodes in (wave, node id) order, including those that failed themselves. */
  readonly fallen: Uint32Array;
}

/** Lets `failed` fail in a running system. Needs that cannot be filled even undisturbed fell their nodes in round 1. */
export function propagate(
  graph: AndOrGraph,
  failed: readonly number[],
  options: PropagationOptions = {},
): Propagation {
  return propagateIn(andOrIndex(graph, options), failed);
}

/** `propagate` on a structure whose masked index is there already: for many failures under the same masks. */
export function propagateIn(index: AndOrIndex, failed: readonly number[]): Propagation {
  requireFailed(failed, index.nodeCount);
  const spread = failureSpread(index);
  spread.run(failed);
  const fallen = Uint32Array.from(spread.fallen());
  const cause = new Int32Array(index.nodeCount).fill(-1);
  for (const node of fallen) {
    if (spread.wave[node] === 0) continue;
    let need = index.needOffsets[node]!;
    while (spread.needWave[need] !== spread.wave[node]) need++;
    cause[node] = need;
  }
  return { wave: spread.wave, cause, fallen };
}

/** By node: 1 if it can be put to work although `failed` have failed. */
export function coldStart(
  graph: AndOrGraph,
  failed: readonly number[],
  options: PropagationOptions = {},
): Uint8Array {
  requireFailed(failed, graph.nodeCount);
  return Uint8Array.from(startOrder(andOrIndex(graph, options), failed), (place) => (place === 0 ? 0 : 1));
}

/** By node: the place, from 1, at which it is put to work; 0 if it cannot be. Its providers come before it. */
export function startOrder(index: AndOrIndex, failed: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(index.nodeCount);
  const isFailed = new Uint8Array(index.nodeCount);
  for (let i = 0; i < failed.length; i++) isFailed[failed[i]!] = 1;
  const { missingProviders, missingNeeds } = missing(index);
  const queue: number[] = [];
  const start = (node: number): void => {
    if (isFailed[node] === 1 || order[node] !== 0) return;
    order[node] = queue.push(node);
  };
  for (let v = 0; v < index.nodeCount; v++) if (missingNeeds[v]! <= 0) start(v);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    for (let i = index.providedOffsets[node]!; i < index.providedOffsets[node + 1]!; i++) {
      const need = index.providedNeeds[i]!;
      missingProviders[need]!--;
      if (missingProviders[need] !== 0) continue;
      const owner = index.needOwner[need]!;
      missingNeeds[owner]!--;
      if (missingNeeds[owner]! <= 0) start(owner);
    }
  }
  return order;
}

/** By need: providers still to be started; by node: needs still to be filled. Nothing works yet. */
function missing(index: AndOrIndex): {
  readonly missingProviders: Int32Array;
  readonly missingNeeds: Int32Array;
} {
  const missingProviders = index.needSpare.map((spare) => -spare);
  for (const need of index.providedNeeds) missingProviders[need]!++;
  const missingNeeds = index.nodeSpare.map((spare) => -spare);
  for (const [need, owner] of index.needOwner.entries()) {
    if (missingProviders[need]! > 0) missingNeeds[owner]!++;
  }
  return { missingProviders, missingNeeds };
}

function requireFailed(failed: readonly number[], nodeCount: number): void {
  for (const [i, node] of failed.entries()) requireNode(node, nodeCount, `failed[${i}]`);
}
