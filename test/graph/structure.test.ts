import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articulation } from "../../src/graph/articulation.ts";
import { betweenness } from "../../src/graph/betweenness.ts";
import { buildCsr, undirectedCsr } from "../../src/graph/csr.ts";
import { disjointPaths } from "../../src/graph/disjoint-paths.ts";
import { dominators, strictDominators } from "../../src/graph/dominators.ts";
import { componentMembers, stronglyConnected } from "../../src/graph/strongly-connected.ts";
import { csrOf, graphsWithPair, relabelledGraphs, smallGraphs } from "./arbitraries.ts";
import type { SmallGraph } from "./arbitraries.ts";
import { allPaths, countComponents, reachable, subsets, undirected } from "./brute-force.ts";

describe("dominators", () => {
  test("are the nodes whose removal cuts a node off, and subtrees are what is lost", () => {
    fc.assert(
      fc.property(smallGraphs(), (graph) => {
        const tree = dominators(csrOf(graph), 0);
        const reached = reachable(graph, 0);
        for (let d = 0; d < graph.nodeCount; d++) {
          const left = reachable(graph, 0, [d]);
          const lost = [...reached].filter((v) => !left.has(v)).toSorted((a, b) => a - b);
          const dominated = [...reached].filter(
            (v) => v === d || d === 0 || strictDominators(tree, v).includes(d),
          );
          expect(dominated.toSorted((a, b) => a - b)).toEqual(reached.has(d) ? lost : []);
          expect(tree.subtreeSize[d]).toBe(reached.has(d) ? lost.length : 0);
          expect(tree.immediateDominator[d] === -1).toBe(!reached.has(d));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keep out of masked edges", () => {
    const graph = buildCsr(4, [0, 0, 1, 2], [1, 2, 3, 3]);
    const tree = dominators(graph, 0, { edgeAllowed: Uint8Array.of(1, 0, 1, 1) });
    expect([...tree.immediateDominator]).toEqual([0, 0, -1, 1]);
  });
});

describe("stronglyConnected", () => {
  test("puts two nodes together exactly if each reaches the other", () => {
    fc.assert(
      fc.property(smallGraphs(), (graph) => {
        const { component } = stronglyConnected(csrOf(graph));
        const reach = Array.from({ length: graph.nodeCount }, (_, v) => reachable(graph, v));
        for (let v = 0; v < graph.nodeCount; v++) {
          for (let w = 0; w < graph.nodeCount; w++) {
            expect(component[v] === component[w]).toBe(reach[v]!.has(w) && reach[w]!.has(v));
          }
        }
      }),
    );
  });

  test("numbers components by their smallest node and knows their sizes", () => {
    const components = stronglyConnected(buildCsr(5, [3, 0, 4, 1], [0, 3, 1, 4]));
    expect(componentMembers(components)).toEqual([[0, 3], [1, 4], [2]]);
    expect([...components.size]).toEqual([2, 2, 1]);
  });
});

test("articulation points and bridges are those whose removal adds components", () => {
  fc.assert(
    fc.property(smallGraphs(), (graph) => {
      const found = articulation(csrOf(graph));
      const whole = countComponents(graph);
      const points = Array.from({ length: graph.nodeCount }, (_, v) => v).filter(
        (v) => countComponents(graph, [v]) > whole,
      );
      expect(found.points).toEqual(points);
      const pairs = [...new Set(graph.edges.map(([a, b]) => `${Math.min(a, b)},${Math.max(a, b)}`))];
      const joins = ([a, b]: readonly [number, number], key: string): boolean =>
        `${Math.min(a, b)},${Math.max(a, b)}` === key;
      const bridges = pairs.filter(
        (key) =>
          countComponents({ ...graph, edges: graph.edges.filter((edge) => !joins(edge, key)) }) > whole,
      );
      expect(found.bridges.map(String)).toEqual(bridges.toSorted());
      const single = bridges.filter((key) => graph.edges.filter((edge) => joins(edge, key)).length === 1);
      expect(found.multigraphBridges.map(String)).toEqual(single.toSorted());
    }),
    { numRuns: 300 },
  );
});

describe("disjointPaths", () => {
  /** Menger: as many disjoint paths as a smallest cut has members. */
  function leastCut(size: number, isCut: (chosen: readonly number[]) => boolean): number {
    return subsets([...Array(size).keys()]).find(isCut)!.length;
  }

  test("equal the smallest cuts of nodes and of edges", () => {
    fc.assert(
      fc.property(graphsWithPair, (graph) => {
        const { source, target } = graph;
        fc.pre(source !== target && graph.edges.length <= 10);
        const found = disjointPaths(csrOf(graph), source, target);
        const isDirect = ([a, b]: readonly [number, number]): boolean => a === source && b === target;
        expect(found.directEdge).toBe(graph.edges.some(isDirect));
        const indirect = { ...graph, edges: graph.edges.filter((edge) => !isDirect(edge)) };
        const nodes = leastCut(
          graph.nodeCount,
          (chosen) =>
            !chosen.includes(source) &&
            !chosen.includes(target) &&
            !reachable(indirect, source, chosen).has(target),
        );
        expect(found.nodeDisjoint).toBe(nodes + (found.directEdge ? 1 : 0));
        const edges = leastCut(graph.edges.length, (chosen) => {
          const left = { ...graph, edges: graph.edges.filter((_, e) => !chosen.includes(e)) };
          return !reachable(left, source).has(target);
        });
        expect(found.edgeDisjoint).toBe(edges);
      }),
    );
  });

  test("stop at the limit and keep out of masked edges", () => {
    const graph = buildCsr(4, [0, 0, 1, 2, 0], [1, 2, 3, 3, 3]);
    expect(disjointPaths(graph, 0, 3)).toEqual({ nodeDisjoint: 3, edgeDisjoint: 3, directEdge: true });
    expect(disjointPaths(graph, 0, 3, { limit: 2 })).toEqual({
      nodeDisjoint: 2,
      edgeDisjoint: 2,
      directEdge: true,
    });
    expect(disjointPaths(graph, 0, 3, { edgeAllowed: Uint8Array.of(1, 1, 0, 1, 0) })).toEqual({
      nodeDisjoint: 1,
      edgeDisjoint: 1,
      directEdge: false,
    });
  });

  test("take back part of a way that stands in the way of two", () => {
    // The shortest way 0 1 4 7 uses an edge that neither of the two disjoint ways has.
    const edges = [
      [0, 1],
      [1, 4],
      [4, 7],
      [0, 2],
      [2, 3],
      [3, 4],
      [1, 5],
      [5, 6],
      [6, 7],
    ] as const;
    const graph = buildCsr(
      8,
      edges.map(([from]) => from),
      edges.map(([, to]) => to),
    );
    expect(disjointPaths(graph, 0, 7)).toEqual({ nodeDisjoint: 2, edgeDisjoint: 2, directEdge: false });
  });

  test("from a node to itself are none", () => {
    expect(disjointPaths(buildCsr(1, [0], [0]), 0, 0)).toEqual({
      nodeDisjoint: 0,
      edgeDisjoint: 0,
      directEdge: false,
    });
  });
});

describe("betweenness", () => {
  function byEnumeration(graph: SmallGraph): number[] {
    const sums = Array.from({ length: graph.nodeCount }, () => 0);
    for (let s = 0; s < graph.nodeCount; s++) {
      for (let t = 0; t < graph.nodeCount; t++) {
        const paths = allPaths(graph, s, t);
        const cheapest = paths.filter(({ cost }) => cost === paths[0]!.cost);
        for (const { nodes } of cheapest) for (const v of nodes.slice(1, -1)) sums[v]! += 1 / cheapest.length;
      }
    }
    return sums;
  }

  test("agrees with the enumeration of cheapest paths", () => {
    fc.assert(
      fc.property(smallGraphs(1), (graph) => {
        const unit = { ...graph, costs: graph.costs.map(() => 1) };
        const close = (found: Float64Array, expected: readonly number[]): void => {
          for (const [v, value] of expected.entries()) expect(found[v]).toBeCloseTo(value, 9);
        };
        close(betweenness(csrOf(graph), { costs: graph.costs }), byEnumeration(graph));
        // Costs in tenths, whose sums differ by rounding, tie as whole costs do.
        close(
          betweenness(csrOf(graph), { costs: graph.costs.map((cost) => cost / 10) }),
          byEnumeration(graph),
        );
        close(betweenness(csrOf(graph)), byEnumeration(unit));
        close(
          betweenness(undirectedCsr(csrOf(graph)), { undirected: true }),
          byEnumeration(undirected(unit)).map((sum) => sum / 2),
        );
      }),
    );
  });

  test("normalises by the number of pairs that leave the node out", () => {
    expect([...betweenness(buildCsr(3, [0, 1], [1, 2]), { normalised: true })]).toEqual([0, 0.5, 0]);
  });
});

test("structure measures follow a relabelling of nodes and a shuffle of edges", () => {
  fc.assert(
    fc.property(relabelledGraphs, ({ graph, other, rename }) => {
      const [a, b] = [csrOf(graph), csrOf(other)];
      const here = dominators(a, 0);
      const there = dominators(b, rename[0]!);
      const [cut, renamedCut] = [articulation(a).points, articulation(b).points];
      expect(renamedCut).toEqual(cut.map((v) => rename[v]!).toSorted((x, y) => x - y));
      for (const [v, name] of rename.entries()) {
        expect(there.subtreeSize[name]).toBe(here.subtreeSize[v]);
        const d = here.immediateDominator[v]!;
        expect(there.immediateDominator[name]).toBe(d === -1 ? -1 : rename[d]);
      }
    }),
  );
});
