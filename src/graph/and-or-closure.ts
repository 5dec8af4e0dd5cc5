/**
 * The part of an AND/OR structure that some nodes can depend on, as a structure of its own.
 *
 * Masked slots and needs are left out for good; a masked need counts as filled, so `nodeMinimum` is lowered by it.
 * Nodes keep their order, so sorted lists stay sorted when they are named again. Cost O(size of the closure) after O(n).
 */
import { requireAndOrGraph } from "./and-or-graph.ts";
import type { AndOrGraph, PropagationOptions } from "./and-or-graph.ts";

export interface AndOrClosure {
  /** Its nodes are 0, 1, 2 …; `nodeMinimum` is always there. */
  readonly graph: AndOrGraph & { readonly nodeMinimum: Uint32Array };
  /** By node of the closure: the node of the whole structure, ascending. */
  readonly nodes: Uint32Array;
}

export function andOrClosure(
  graph: AndOrGraph,
  tops: readonly number[],
  options: PropagationOptions = {},
): AndOrClosure {
  requireAndOrGraph(graph, options);
  const nodes = backwardReach(graph, tops, options);
  const renamed = new Int32Array(graph.nodeCount).fill(-1);
  for (const [name, node] of nodes.entries()) renamed[node] = name;
  const needOffsets = [0];
  const needMinimum: number[] = [];
  const nodeMinimum: number[] = [];
  const providerOffsets = [0];
  const providers: number[] = [];
  for (const node of nodes) {
    const needs = activeNeeds(graph, node, options);
    for (const need of needs) {
      needMinimum.push(graph.needMinimum[need]!);
      for (const provider of activeProviders(graph, need, options)) providers.push(renamed[provider]!);
      providerOffsets.push(providers.length);
    }
    const all = graph.needOffsets[node + 1]! - graph.needOffsets[node]!;
    const wanted = graph.nodeMinimum === undefined ? all : graph.nodeMinimum[node]!;
    nodeMinimum.push(Math.max(0, wanted - (all - needs.length)));
    needOffsets.push(needMinimum.length);
  }
  return {
    graph: {
      nodeCount: nodes.length,
      needOffsets: Uint32Array.from(needOffsets),
      needMinimum: Uint32Array.from(needMinimum),
      nodeMinimum: Uint32Array.from(nodeMinimum),
      providerOffsets: Uint32Array.from(providerOffsets),
      providers: Uint32Array.from(providers),
    },
    nodes,
  };
}

/** The nodes and everything that they need, directly or not, ascending. */
function backwardReach(graph: AndOrGraph, tops: readonly number[], options: PropagationOptions): Uint32Array {
  const isReached = new Uint8Array(graph.nodeCount);
  const reached = [...new Set(tops)];
  for (const top of reached) isReached[top] = 1;
  for (let head = 0; head < reached.length; head++) {
    for (const need of activeNeeds(graph, reached[head]!, options)) {
      for (const provider of activeProviders(graph, need, options)) {
        if (isReached[provider] === 1) continue;
        isReached[provider] = 1;
        reached.push(provider);
      }
    }
  }
  return Uint32Array.from(reached).sort();
}

function activeNeeds(graph: AndOrGraph, node: number, { needActive }: PropagationOptions): number[] {
  const needs: number[] = [];
  for (let need = graph.needOffsets[node]!; need < graph.needOffsets[node + 1]!; need++) {
    if (needActive?.[need] !== 0) needs.push(need);
  }
  return needs;
}

function activeProviders(graph: AndOrGraph, need: number, { slotActive }: PropagationOptions): Set<number> {
  const found = new Set<number>();
  for (let slot = graph.providerOffsets[need]!; slot < graph.providerOffsets[need + 1]!; slot++) {
    if (slotActive?.[slot] !== 0) found.add(graph.providers[slot]!);
  }
  return found;
}
