import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCsr, reverseCsr, rowOfPosition, undirectedCsr } from "../../src/graph/csr.ts";
import type { Csr } from "../../src/graph/csr.ts";
import { cheapestEdges, multiplicity, simpleGraph } from "../../src/graph/simple-graph.ts";
import { csrOf, smallGraphs } from "./arbitraries.ts";

function edgesOf(graph: Csr): string[] {
  const rows = rowOfPosition(graph);
  return [...rows.keys()].map((p) => `${rows[p]}>${graph.targets[p]}#${graph.edgeIds[p]}`);
}

describe("buildCsr", () => {
  test("sorts rows by target, then edge id", () => {
    const graph = buildCsr(3, [0, 0, 2, 0], [2, 1, 0, 1]);
    expect(graph).toEqual({
      nodeCount: 3,
      edgeCount: 4,
      offsets: Uint32Array.of(0, 3, 3, 4),
      targets: Uint32Array.of(1, 1, 2, 0),
      edgeIds: Uint32Array.of(1, 3, 0, 2),
    });
  });

  test("takes a graph without nodes", () => {
    expect(buildCsr(0, [], []).offsets).toEqual(Uint32Array.of(0));
  });

  test("keeps every edge exactly once", () => {
    fc.assert(
      fc.property(smallGraphs(), (small) => {
        const expected = small.edges.map(([from, to], e) => `${from}>${to}#${e}`);
        expect(edgesOf(csrOf(small)).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

test("reversing twice gives the graph back", () => {
  fc.assert(
    fc.property(smallGraphs(), (small) => {
      const graph = csrOf(small);
      expect(reverseCsr(reverseCsr(graph))).toEqual(graph);
      expect(edgesOf(reverseCsr(graph)).toSorted()).toEqual(
        small.edges.map(([from, to], e) => `${to}>${from}#${e}`).toSorted(),
      );
    }),
  );
});

test("the undirected graph has each edge both ways and no self-loops", () => {
  const graph = undirectedCsr(buildCsr(2, [0, 1, 1], [1, 1, 0]));
  expect(edgesOf(graph)).toEqual(["0>1#0", "0>1#2", "1>0#0", "1>0#2"]);
});

describe("simpleGraph", () => {
  const graph = buildCsr(3, [0, 0, 0, 1, 1], [1, 1, 0, 2, 2]);

  test("collapses parallel edges and drops self-loops", () => {
    const simple = simpleGraph(graph);
    expect(edgesOf(simple.arcs)).toEqual(["0>1#0", "1>2#1"]);
    expect([multiplicity(simple, 0), multiplicity(simple, 1)]).toEqual([2, 2]);
    expect([...simple.memberEdges]).toEqual([0, 1, 3, 4]);
  });

  test("leaves out masked edges and nodes", () => {
    const withoutEdges = simpleGraph(graph, { edgeAllowed: Uint8Array.of(0, 1, 1, 0, 0) });
    expect(edgesOf(withoutEdges.arcs)).toEqual(["0>1#0"]);
    expect([...withoutEdges.memberEdges]).toEqual([1]);
    expect(edgesOf(simpleGraph(graph, { nodeAllowed: Uint8Array.of(1, 0, 1) }).arcs)).toEqual([]);
  });

  test("finds the cheapest edge, the first among equals", () => {
    expect([...cheapestEdges(simpleGraph(graph), [5, 3, 0, 2, 2])]).toEqual([1, 3]);
  });
});
