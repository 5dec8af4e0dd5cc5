import * as fc from "fast-check";
import type { AndOrGraph } from "../../src/graph/and-or-graph.ts";
import { buildCsr } from "../../src/graph/csr.ts";
import type { Csr } from "../../src/graph/csr.ts";
import type { ShareInterval } from "../../src/graph/interval-market.ts";

/** A small multigraph as a list of edges, with a cost each. */
export interface SmallGraph {
  readonly nodeCount: number;
  readonly edges: readonly (readonly [from: number, to: number])[];
  readonly costs: readonly number[];
}

/** Up to 7 nodes, so that brute force is possible; self-loops, parallel edges and costs of 0 included. */
export function smallGraphs(leastCost = 0): fc.Arbitrary<SmallGraph> {
  return fc.integer({ min: 1, max: 7 }).chain((nodeCount) => {
    const node = fc.integer({ min: 0, max: nodeCount - 1 });
    const edge = fc.tuple(node, node, fc.integer({ min: leastCost, max: 4 }));
    return fc.array(edge, { maxLength: 18 }).map((edges) => ({
      nodeCount,
      edges: edges.map(([from, to]) => [from, to] as const),
      costs: edges.map(([, , cost]) => cost),
    }));
  });
}

export function csrOf({ nodeCount, edges }: SmallGraph): Csr {
  return buildCsr(
    nodeCount,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
}

/** A graph with two of its nodes. */
export const graphsWithPair: fc.Arbitrary<SmallGraph & { readonly source: number; readonly target: number }> =
  smallGraphs().chain((graph) => {
    const node = fc.integer({ min: 0, max: graph.nodeCount - 1 });
    return fc.tuple(node, node).map(([source, target]) => ({ ...graph, source, target }));
  });

/** A graph, and the same graph with its nodes renamed and its edges shuffled. */
export const relabelledGraphs: fc.Arbitrary<{
  readonly graph: SmallGraph;
  readonly other: SmallGraph;
  /** By node of `graph`: its name in `other`. */
  readonly rename: readonly number[];
}> = smallGraphs(1).chain((graph) => {
  const names = fc.shuffledSubarray([...Array(graph.nodeCount).keys()], { minLength: graph.nodeCount });
  const order = fc.shuffledSubarray([...graph.edges.keys()], { minLength: graph.edges.length });
  return fc.tuple(names, order).map(([rename, shuffled]) => ({
    graph,
    rename,
    other: {
      nodeCount: graph.nodeCount,
      edges: shuffled.map((e) => [rename[graph.edges[e]![0]]!, rename[graph.edges[e]![1]]!] as const),
      costs: shuffled.map((e) => graph.costs[e]!),
    },
  }));
});

/** An AND/OR structure as nested lists: by node, its needs; by need, minimum and providers. */
export interface Structure {
  readonly nodes: readonly {
    readonly needs: readonly { readonly minimum: number; readonly providers: readonly number[] }[];
    /** How many needs must be filled. */
    readonly minimum: number;
  }[];
}

/** Up to 7 nodes with cycles, k-of-n needs, k-of-n nodes, empty needs and repeated providers. */
export const structures: fc.Arbitrary<Structure> = fc.integer({ min: 2, max: 7 }).chain((nodeCount) => {
  const need = fc.record({
    minimum: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: 3 })),
    providers: fc.array(fc.integer({ min: 0, max: nodeCount - 1 }), { maxLength: 4, minLength: 0 }),
  });
  const node = fc
    .tuple(fc.array(need, { maxLength: 3 }), fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 3 })))
    .map(([needs, minimum]) => ({ needs, minimum: Math.min(minimum, needs.length) }));
  return fc.array(node, { minLength: nodeCount, maxLength: nodeCount }).map((nodes) => ({ nodes }));
});

export function andOrGraphOf({ nodes }: Structure): AndOrGraph {
  const needs = nodes.flatMap((node) => node.needs);
  return {
    nodeCount: nodes.length,
    needOffsets: offsetsOf(nodes.map((node) => node.needs.length)),
    needMinimum: Uint32Array.from(needs, (need) => need.minimum),
    nodeMinimum: Uint32Array.from(nodes, (node) => node.minimum),
    providerOffsets: offsetsOf(needs.map((need) => need.providers.length)),
    providers: Uint32Array.from(needs.flatMap((need) => need.providers)),
  };
}

/** Share intervals of whole points that hold at least one completion, which comes with them. */
export const feasibleIntervals: fc.Arbitrary<{
  readonly intervals: readonly ShareInterval[];
  readonly shares: readonly number[];
}> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((firms) => {
    const total = firms.reduce((sum, [weight]) => sum + weight, 0);
    const shares = firms.map(([weight]) => (100 * weight) / total);
    const intervals = firms.map(
      ([, below, above], i) => [Math.max(0, shares[i]! - below), shares[i]! + above] as const,
    );
    return { intervals, shares };
  });

function offsetsOf(lengths: readonly number[]): Uint32Array {
  let end = 0;
  return Uint32Array.from([0, ...lengths.map((length) => (end += length))]);
}
