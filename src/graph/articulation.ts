/**
 * Articulation points and bridges of the undirected view: how the *map* hangs together, not how supply flows.
 *
 * Source: Hopcroft and Tarjan 1973, Algorithm 447: efficient algorithms for graph manipulation, Communications of the
 * ACM 16(6), 372–378; low points, with an explicit stack. Direction is dropped, weights play no part, self-loops are
 * ignored. A bridge of the simple view may stand for several parallel edges; one of the multigraph does not.
 * Cost O(n + m).
 */
import { undirectedCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { multiplicity, simpleGraph } from "./simple-graph.ts";

export interface Articulation {
  /** Nodes whose removal splits their component, ascending. */
  readonly points: readonly number[];
  /** Pairs [u, v], u < v, in ascending order, whose removal with all parallel edges splits their component. */
  readonly bridges: readonly (readonly [number, number])[];
  /** Those bridges that are one single edge. */
  readonly multigraphBridges: readonly (readonly [number, number])[];
}

export function articulation(graph: Csr): Articulation {
  const simple = simpleGraph(undirectedCsr(graph));
  const { offsets, targets, nodeCount } = simple.arcs;
  /** Visit number from 1; 0 is unvisited. */
  const index = new Uint32Array(nodeCount);
  const low = new Uint32Array(nodeCount);
  const parent = new Int32Array(nodeCount).fill(-1);
  const parentArc = new Int32Array(nodeCount).fill(-1);
  const cursor = offsets.slice(0, nodeCount);
  const isPoint = new Uint8Array(nodeCount);
  const bridgeArcs: number[] = [];
  let visits = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (index[start] !== 0) continue;
    index[start] = low[start] = ++visits;
    let rootChildren = 0;
    let v = start;
    while (v !== -1) {
      if (cursor[v]! < offsets[v + 1]!) {
        const arc = cursor[v]!++;
        const w = targets[arc]!;
        if (index[w] === 0) {
          parent[w] = v;
          parentArc[w] = arc;
          index[w] = low[w] = ++visits;
          if (v === start) rootChildren++;
          v = w;
        } else if (w !== parent[v] && index[w]! < low[v]!) {
          low[v] = index[w]!;
        }
        continue;
      }
      const u = parent[v]!;
      if (u !== -1) {
        if (low[v]! < low[u]!) low[u] = low[v]!;
        if (low[v]! >= index[u]! && u !== start) isPoint[u] = 1;
        if (low[v]! > index[u]!) bridgeArcs.push(parentArc[v]!);
      }
      v = u;
    }
    if (rootChildren > 1) isPoint[start] = 1;
  }
  const ends = (arc: number): readonly [number, number] => {
    const v = targets[arc]!;
    const u = parent[v]!;
    return u < v ? [u, v] : [v, u];
  };
  const single = bridgeArcs.filter((arc) => multiplicity(simple, arc) === 1);
  return {
    points: [...isPoint.keys()].filter((v) => isPoint[v] === 1),
    bridges: bridgeArcs.map(ends).toSorted(byEnds),
    multigraphBridges: single.map(ends).toSorted(byEnds),
  };
}

function byEnds(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}
