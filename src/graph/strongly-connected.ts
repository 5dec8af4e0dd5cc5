/**
 * Strongly connected components.
 *
 * Source: Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2), 146–160; in the form of
 * Pearce 2016, A space-efficient algorithm for finding strongly connected components, Information Processing Letters 116(1),
 * 47–52, doi 10.1016/j.ipl.2015.08.010: one array by node, which is read once for each edge; all else lies on stacks.
 * Parallel edges and self-loops change nothing; weights play no part.
 * Components are numbered by their smallest node id. Cost O(n + m), no recursion.
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
  const { count, mark } = markComponents(graph);
  const numberOf = new Int32Array(count).fill(-1);
  const size = new Uint32Array(count);
  let numbered = 0;
  const component = mark.map((value) => {
    const found = LAST_MARK - value;
    if (numberOf[found] === -1) numberOf[found] = numbered++;
    const number = numberOf[found]!;
    size[number]!++;
    return number;
  });
  return { count, component, size };
}

/** By component: its nodes, ascending. */
export function componentMembers({ count, component }: StronglyConnected): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let v = 0; v < component.length; v++) members[component[v]!]!.push(v);
  return members;
}

const LAST_MARK = 0xffffffff;

/** By node: the mark of its component; marks run down from the last one, in the order in which components are done with. */
function markComponents({ nodeCount, offsets, targets }: Csr): {
  readonly count: number;
  readonly mark: Uint32Array;
} {
  /** 0 is unvisited; then the number of the visit; then the mark of the component, which is above all visits. */
  const mark = new Uint32Array(nodeCount);
  /** From the front the nodes from the start to the one before v, from the back the nodes left that belong to no component yet. */
  const stack = new Uint32Array(nodeCount);
  /** By depth in the stack: where to go on in the row, and the least visit that is known to be reached. */
  const cursors = new Uint32Array(nodeCount);
  const lows = new Uint32Array(nodeCount);
  let kept = nodeCount;
  let visits = 0;
  let count = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (mark[start] !== 0) continue;
    let depth = 0;
    let v = start;
    let p = offsets[v]!;
    let low = ++visits;
    mark[v] = low;
    for (;;) {
      const end = offsets[v + 1]!;
      let met = 1;
      for (; p < end && met !== 0; p++) {
        met = mark[targets[p]!]!;
        if (met < low && met !== 0) low = met;
      }
      if (met === 0) {
        stack[depth] = v;
        cursors[depth] = p;
        lows[depth] = low;
        depth++;
        v = targets[p - 1]!;
        p = offsets[v]!;
        low = ++visits;
        mark[v] = low;
        continue;
      }
      const visit = mark[v]!;
      if (low === visit) {
        const done = LAST_MARK - count++;
        while (kept < nodeCount && mark[stack[kept]!]! > visit) mark[stack[kept++]!] = done;
        mark[v] = done;
      } else {
        stack[--kept] = v;
      }
      if (depth === 0) break;
      depth--;
      v = stack[depth]!;
      p = cursors[depth]!;
      low = Math.min(low, lows[depth]!);
    }
  }
  return { count, mark };
}
