/**
 * Strongly connected components.
 *
 * Source: Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2), 146–160;
 * here with an explicit stack. Parallel edges and self-loops change nothing; weights play no part.
 * Components are numbered by their smallest node id. Cost O(n + m).
 */
import type { Csr } from "./csr.ts";

export interface StronglyConnected {
  readonly count: number;
  /** By node: its component, < count; components are numbered in the order of their smallest node. */
  readonly component: Uint32Array;
  /** By component: how many nodes it has. */
  readonly size: Uint32Array;
}

export function stronglyConnected(graph: Csr): StronglyConnected {
  const root = tarjanRoots(graph);
  const numberOfRoot = new Int32Array(graph.nodeCount).fill(-1);
  const component = new Uint32Array(graph.nodeCount);
  const sizes: number[] = [];
  for (let v = 0; v < graph.nodeCount; v++) {
    const r = root[v]!;
    if (numberOfRoot[r] === -1) numberOfRoot[r] = sizes.push(0) - 1;
    component[v] = numberOfRoot[r]!;
    sizes[component[v]!]!++;
  }
  return { count: sizes.length, component, size: Uint32Array.from(sizes) };
}

/** By component: its nodes, ascending. */
export function componentMembers({ count, component }: StronglyConnected): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let v = 0; v < component.length; v++) members[component[v]!]!.push(v);
  return members;
}

/** By node: one representative of its component. */
function tarjanRoots(graph: Csr): Uint32Array {
  const { nodeCount, offsets, targets } = graph;
  const root = new Uint32Array(nodeCount);
  /** Visit number from 1; 0 is unvisited, and a finished component gets the greatest number of all. */
  const low = new Uint32Array(nodeCount);
  const index = new Uint32Array(nodeCount);
  const cursor = offsets.slice(0, nodeCount);
  const path = new Uint32Array(nodeCount);
  const open = new Uint32Array(nodeCount);
  let visits = 0;
  let openCount = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (index[start] !== 0) continue;
    let depth = 0;
    path[depth++] = open[openCount++] = start;
    index[start] = low[start] = ++visits;
    while (depth > 0) {
      const v = path[depth - 1]!;
      if (cursor[v]! < offsets[v + 1]!) {
        const w = targets[cursor[v]!++]!;
        if (index[w] === 0) {
          index[w] = low[w] = ++visits;
          path[depth++] = open[openCount++] = w;
        } else if (low[w]! < low[v]!) {
          low[v] = low[w]!;
        }
        continue;
      }
      depth--;
      if (low[v] === index[v]) {
        let w: number;
        do {
          w = open[--openCount]!;
          root[w] = v;
          low[w] = 0xffffffff;
        } while (w !== v);
      } else if (low[v]! < low[path[depth - 1]!]!) {
        low[path[depth - 1]!] = low[v]!;
      }
    }
  }
  return root;
}
