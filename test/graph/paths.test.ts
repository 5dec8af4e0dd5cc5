import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distancesFrom, reachedFrom } from "../../src/graph/bfs.ts";
import { buildCsr } from "../../src/graph/csr.ts";
import type { Csr } from "../../src/graph/csr.ts";
import { dijkstra } from "../../src/graph/dijkstra.ts";
import { kShortestPaths } from "../../src/graph/k-shortest-paths.ts";
import { simplePaths } from "../../src/graph/simple-paths.ts";
import { csrOf, graphsWithPair, relabelledGraphs, smallGraphs } from "./arbitraries.ts";
import type { SmallGraph } from "./arbitraries.ts";
import { allPaths, compareLists } from "./brute-force.ts";

function without(graph: SmallGraph, edgeAllowed: Uint8Array): SmallGraph {
  const keep = [...graph.edges.keys()].filter((e) => edgeAllowed[e] === 1);
  return {
    nodeCount: graph.nodeCount,
    edges: keep.map((e) => graph.edges[e]!),
    costs: keep.map((e) => graph.costs[e]!),
  };
}

function maskFor(graph: SmallGraph, bits: number): Uint8Array {
  return Uint8Array.from(graph.edges, (_, e) => (bits >> (e % 31)) & 1);
}

/** 60 nodes and 240 edges, too many for brute force. */
function randomGraph(seed: number, greatestCost: number): { readonly graph: Csr; readonly costs: number[] } {
  const draw = (i: number, below: number): number =>
    Math.abs(Math.imul(seed + i, 2_654_435_761) >> 7) % below;
  const edges = Array.from({ length: 240 }, (_, i) => i);
  return {
    graph: buildCsr(
      60,
      edges.map((i) => draw(3 * i, 60)),
      edges.map((i) => draw(3 * i + 1, 60)),
    ),
    costs: edges.map((i) => 1 + draw(3 * i + 2, greatestCost)),
  };
}

describe("distancesFrom", () => {
  test("gives hops, the way back and the order of reach", () => {
    const graph = buildCsr(4, [0, 0, 2, 1], [1, 2, 1, 0]);
    const found = distancesFrom(graph, [0]);
    expect([...found.hops]).toEqual([0, 1, 1, -1]);
    expect([...found.parentEdge]).toEqual([-1, 0, 1, -1]);
    expect([...found.parent]).toEqual([-1, 0, 0, -1]);
    expect([...found.reached]).toEqual([0, 1, 2]);
  });

  test("reaches what reachedFrom marks, in small graphs and large ones, under masks", () => {
    const graphs = fc.oneof(
      smallGraphs().map(csrOf),
      fc.integer().map((seed) => randomGraph(seed, 1).graph),
    );
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(), { maxLength: 3 }), fc.nat(), (csr, picks, bits) => {
        const roots = picks.map((pick) => pick % csr.nodeCount);
        const bit = (_: unknown, i: number): number => (((bits >> (i % 29)) & 3) === 0 ? 0 : 1);
        const edgeAllowed = new Uint8Array(csr.edgeCount).map(bit);
        const nodeAllowed = new Uint8Array(csr.nodeCount).map(bit);
        for (const options of [{}, { edgeAllowed }, { nodeAllowed }, { edgeAllowed, nodeAllowed }]) {
          const { hops } = distancesFrom(csr, roots, options);
          expect(reachedFrom(csr, roots, options)).toEqual(Uint8Array.from(hops, (hop) => (hop < 0 ? 0 : 1)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("starts from the nearest of several roots, in any order", () => {
    const graph = buildCsr(4, [0, 1, 2], [1, 2, 3]);
    expect(distancesFrom(graph, [2, 0, 2])).toEqual(distancesFrom(graph, [0, 2]));
    expect([...distancesFrom(graph, [0, 2]).hops]).toEqual([0, 1, 0, 1]);
  });

  test("stops at the greatest depth and keeps out of masked edges and nodes", () => {
    const graph = buildCsr(4, [0, 1, 2], [1, 2, 3]);
    expect([...distancesFrom(graph, [0], { maxDepth: 2 }).hops]).toEqual([0, 1, 2, -1]);
    expect([...distancesFrom(graph, [0], { edgeAllowed: Uint8Array.of(1, 0, 1) }).hops]).toEqual([
      0, 1, -1, -1,
    ]);
    expect([...distancesFrom(graph, [0], { nodeAllowed: Uint8Array.of(1, 0, 1, 1) }).hops]).toEqual([
      0, -1, -1, -1,
    ]);
    expect([...distancesFrom(graph, [0], { nodeAllowed: Uint8Array.of(0, 1, 1, 1) }).reached]).toEqual([]);
  });
});

describe("dijkstra", () => {
  test("agrees with the cheapest of all paths, and its tree has that cost", () => {
    fc.assert(
      fc.property(graphsWithPair, (graph) => {
        const { distance, parentEdge, parent } = dijkstra(csrOf(graph), graph.costs, [graph.source]);
        for (let v = 0; v < graph.nodeCount; v++) {
          const cheapest = v === graph.source ? 0 : (allPaths(graph, graph.source, v)[0]?.cost ?? Infinity);
          expect(distance[v]).toBe(cheapest);
          if (v === graph.source || cheapest === Infinity) continue;
          expect(distance[parent[v]!]! + graph.costs[parentEdge[v]!]!).toBe(cheapest);
          expect(graph.edges[parentEdge[v]!]).toEqual([parent[v], v]);
        }
      }),
    );
  });

  test("with unit costs agrees with breadth-first search", () => {
    fc.assert(
      fc.property(graphsWithPair, (graph) => {
        const csr = csrOf(graph);
        const { hops } = distancesFrom(csr, [graph.source]);
        const { distance } = dijkstra(csr, new Float64Array(csr.edgeCount).fill(1), [graph.source]);
        expect(Array.from(distance, (d) => (d === Infinity ? -1 : d))).toEqual([...hops]);
      }),
    );
  });

  test("stops at the target, and keeps out of masked edges and nodes", () => {
    const graph = buildCsr(4, [0, 0, 1, 2], [1, 2, 3, 3]);
    const costs = [1, 5, 1, 1];
    expect(dijkstra(graph, costs, [0], { target: 1 }).distance[3]).toBe(Infinity);
    expect(dijkstra(graph, costs, [0], { edgeAllowed: Uint8Array.of(0, 1, 1, 1) }).distance[3]).toBe(6);
    expect(dijkstra(graph, costs, [0], { nodeAllowed: Uint8Array.of(1, 0, 1, 1) }).distance[3]).toBe(6);
    expect(dijkstra(graph, costs, [0], { nodeAllowed: Uint8Array.of(0, 1, 1, 1) }).distance[0]).toBe(
      Infinity,
    );
  });
});

describe("kShortestPaths", () => {
  test("lists all paths in the order (cost, node ids) that brute force gives", () => {
    fc.assert(
      fc.property(graphsWithPair, (graph) => {
        const expected = allPaths(graph, graph.source, graph.target);
        const found = kShortestPaths(csrOf(graph), graph.costs, graph.source, graph.target, 10_000);
        expect(found.paths.map(({ nodes, cost }) => ({ nodes, cost }))).toEqual(
          expected.map(({ nodes, cost }) => ({ nodes, cost })),
        );
        expect(found).toMatchObject({ complete: true, truncated: false });
      }),
      { numRuns: 500 },
    );
  });

  test("lists the first k under a hop limit and an edge mask", () => {
    fc.assert(
      fc.property(
        graphsWithPair,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(),
        (graph, maxHops, k, bits) => {
          const edgeAllowed = maskFor(graph, bits);
          const expected = allPaths(without(graph, edgeAllowed), graph.source, graph.target)
            .filter(({ nodes }) => nodes.length - 1 <= maxHops)
            .slice(0, k);
          const options = { maxHops, edgeAllowed };
          const found = kShortestPaths(csrOf(graph), graph.costs, graph.source, graph.target, k, options);
          expect(found.paths.map(({ nodes }) => nodes)).toEqual(expected.map(({ nodes }) => nodes));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("without costs lists what brute force gives for costs of 1, under masks and a hop limit", () => {
    fc.assert(
      fc.property(
        graphsWithPair,
        fc.record({
          k: fc.integer({ min: 1, max: 40 }),
          maxHops: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
          edgeBits: fc.nat(),
          nodeBits: fc.nat(),
        }),
        (graph, { k, maxHops, edgeBits, nodeBits }) => {
          const edgeAllowed = maskFor(graph, edgeBits | (edgeBits >> 3));
          const nodeAllowed = Uint8Array.from({ length: graph.nodeCount }, (_, v) =>
            v === graph.source || v === graph.target ? 1 : ((nodeBits | (nodeBits >> 7)) >> v) & 1,
          );
          const unit = without({ ...graph, costs: graph.edges.map(() => 1) }, edgeAllowed);
          const expected = allPaths(unit, graph.source, graph.target)
            .map(({ nodes }) => nodes)
            .filter((nodes) => nodes.length - 1 <= (maxHops ?? Infinity))
            .filter((nodes) => nodes.every((node) => nodeAllowed[node] === 1))
            .slice(0, k);
          const options = { edgeAllowed, nodeAllowed, maxHops };
          const { paths } = kShortestPaths(csrOf(graph), undefined, graph.source, graph.target, k, options);
          expect(paths.map(({ nodes }) => nodes)).toEqual(expected);
          for (const { nodes, edges, cost } of paths) {
            expect(cost).toBe(edges.length);
            expect(edges.map((e) => graph.edges[e])).toEqual(
              nodes.slice(1).map((node, i) => [nodes[i], node]),
            );
            expect(edges.every((e) => edgeAllowed[e] === 1)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("without costs finds what it finds with costs of 1, where many paths are equally short", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined }),
        (seed, maxHops) => {
          const { graph } = randomGraph(seed, 1);
          const unit = new Float64Array(graph.edgeCount).fill(1);
          const found = kShortestPaths(graph, undefined, 0, 1, 20, { maxHops });
          const expected = kShortestPaths(graph, unit, 0, 1, 20, { maxHops });
          expect(found.paths).toEqual(expected.paths);
          expect(found.complete).toBe(expected.complete);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("names edges that join the nodes and add up to the cost", () => {
    fc.assert(
      fc.property(graphsWithPair, (graph) => {
        const { paths } = kShortestPaths(csrOf(graph), graph.costs, graph.source, graph.target, 3);
        for (const { nodes, edges, cost } of paths) {
          expect(edges.map((e) => graph.edges[e])).toEqual(nodes.slice(1).map((node, i) => [nodes[i], node]));
          expect(edges.reduce((sum, e) => sum + graph.costs[e]!, 0)).toBe(cost);
        }
      }),
    );
  });

  test("keeps out of masked nodes", () => {
    const graph = buildCsr(4, [0, 0, 1, 2], [1, 2, 3, 3]);
    const { paths } = kShortestPaths(graph, [1, 1, 1, 1], 0, 3, 5, {
      nodeAllowed: Uint8Array.of(1, 0, 1, 1),
    });
    expect(paths.map(({ nodes }) => nodes)).toEqual([[0, 2, 3]]);
  });

  test("does not run into a cycle without cost that leads nowhere", () => {
    // 0 and 1 are joined both ways without cost; only 0 leads on, at the cost that is best from either.
    const graph = buildCsr(4, [3, 0, 1, 0], [0, 1, 0, 2]);
    expect(kShortestPaths(graph, [1, 0, 0, 1], 3, 2, 5)).toMatchObject({
      paths: [{ nodes: [3, 0, 2], cost: 2 }],
      complete: true,
    });
  });

  test("sees that there is no way around a bottleneck without looking everywhere", () => {
    // 0 leads to a ring with short cuts, and to 1, which alone leads to 2; the ring leads back to 0.
    const size = 20_000;
    const ring = Array.from({ length: size }, (_, i) => i + 3);
    const after = (i: number, step: number): number => 3 + ((i - 3 + step) % size);
    const graph = buildCsr(
      size + 3,
      [0, 0, 1, ...ring, ...ring, ...ring],
      [1, 3, 2, ...ring.map((i) => after(i, 1)), ...ring.map((i) => after(i, 37)), ...ring.map(() => 0)],
    );
    for (const costs of [undefined, new Float64Array(graph.edgeCount).fill(1)]) {
      const found = kShortestPaths(graph, costs, 0, 2, 2);
      expect(found.paths.map(({ nodes }) => nodes)).toEqual([[0, 1, 2]]);
      expect(found.complete).toBe(true);
      expect(found.steps).toBeLessThan(size / 4);
    }
  });

  test("finds the same under a limit that no path reaches as without one", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), (seed, greatestCost) => {
        const { graph, costs } = randomGraph(seed, greatestCost);
        const limited = kShortestPaths(graph, costs, 0, 1, 8, { maxHops: graph.nodeCount - 2 });
        expect(kShortestPaths(graph, costs, 0, 1, 8).paths).toEqual(limited.paths);
        expect(limited.paths.map(({ cost }) => cost)).toEqual(
          limited.paths.map(({ cost }) => cost).toSorted((a, b) => a - b),
        );
        expect(limited.paths[0]?.cost ?? Infinity).toBe(dijkstra(graph, costs, [0]).distance[1]);
      }),
      { numRuns: 30 },
    );
  });

  test("says that it is not complete when more paths may exist", () => {
    const graph = buildCsr(3, [0, 0, 1], [1, 2, 2]);
    expect(kShortestPaths(graph, [1, 1, 1], 0, 2, 1)).toMatchObject({ complete: false, truncated: false });
    expect(kShortestPaths(graph, [1, 1, 1], 0, 2, 3)).toMatchObject({ complete: true });
  });

  test("stops when the budget ends, and says so", () => {
    const graph = buildCsr(3, [0, 0, 1], [1, 2, 2]);
    const stopped = { paths: [], complete: false, truncated: true, steps: 1 };
    expect(kShortestPaths(graph, [1, 1, 2], 0, 2, 3, { stop: () => true })).toEqual(stopped);
    const chain = buildCsr(3, [0, 1], [1, 2]);
    expect(kShortestPaths(chain, undefined, 0, 2, 3, { stop: () => true })).toEqual(stopped);
    expect(kShortestPaths(chain, undefined, 0, 2, 3)).toMatchObject({ complete: true, truncated: false });
  });
});

describe("simplePaths", () => {
  test("lists and counts what brute force finds", () => {
    fc.assert(
      fc.property(graphsWithPair, fc.integer({ min: 1, max: 6 }), (graph, maxEdges) => {
        const expected = allPaths(graph, graph.source, graph.target).filter(
          ({ nodes }) => nodes.length - 1 <= maxEdges,
        );
        const found = simplePaths(csrOf(graph), graph.source, graph.target, { maxEdges });
        expect(found.paths).toEqual(expected.map(({ nodes }) => nodes).toSorted(compareLists));
        expect(found.truncated).toBe(false);
        for (let edges = 0; edges <= maxEdges; edges++) {
          const ofLength = expected.filter(({ nodes }) => nodes.length - 1 === edges);
          expect(found.countByEdges[edges]).toBe(ofLength.length);
          expect(found.multigraphCountByEdges[edges]).toBe(ofLength.reduce((sum, { ways }) => sum + ways, 0));
        }
      }),
    );
  });

  test("says that it was truncated at the cap or the budget, and only then", () => {
    const graph = buildCsr(4, [0, 0, 1, 2], [1, 2, 3, 3]);
    expect(simplePaths(graph, 0, 3, { maxEdges: 3, maxPaths: 1 })).toMatchObject({
      paths: [[0, 1, 3]],
      truncated: true,
    });
    expect(simplePaths(graph, 0, 3, { maxEdges: 3, maxPaths: 2 }).truncated).toBe(false);
    expect(simplePaths(graph, 0, 3, { maxEdges: 3, stop: () => true }).truncated).toBe(true);
  });
});

test("distances follow a relabelling of nodes and a shuffle of edges", () => {
  fc.assert(
    fc.property(relabelledGraphs, ({ graph, other, rename }) => {
      const [a, b] = [csrOf(graph), csrOf(other)];
      const here = { hops: distancesFrom(a, [0]).hops, cost: dijkstra(a, graph.costs, [0]).distance };
      const there = {
        hops: distancesFrom(b, [rename[0]!]).hops,
        cost: dijkstra(b, other.costs, [rename[0]!]).distance,
      };
      for (const [v, name] of rename.entries()) {
        expect([there.hops[name], there.cost[name]]).toEqual([here.hops[v], here.cost[v]]);
      }
    }),
  );
});

test("the paths found do not depend on the order of edges", () => {
  fc.assert(
    fc.property(smallGraphs(), (graph) => {
      const target = graph.nodeCount - 1;
      const turned = { ...graph, edges: graph.edges.toReversed(), costs: graph.costs.toReversed() };
      const list = ({ costs }: SmallGraph, csr: ReturnType<typeof csrOf>): unknown =>
        kShortestPaths(csr, costs, 0, target, 5).paths.map(({ nodes }) => nodes);
      expect(list(turned, csrOf(turned))).toEqual(list(graph, csrOf(graph)));
    }),
  );
});
