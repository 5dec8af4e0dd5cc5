import { describe, expect, test } from "vitest";
import { coldStart, propagate } from "../../src/graph/and-or.ts";
import { articulation } from "../../src/graph/articulation.ts";
import { distancesFrom } from "../../src/graph/bfs.ts";
import { buildCsr } from "../../src/graph/csr.ts";
import { dijkstra } from "../../src/graph/dijkstra.ts";
import { disjointPaths } from "../../src/graph/disjoint-paths.ts";
import { dominators } from "../../src/graph/dominators.ts";
import { kShortestPaths } from "../../src/graph/k-shortest-paths.ts";
import { minimalCutSets } from "../../src/graph/min-cut-sets.ts";
import { simplePaths } from "../../src/graph/simple-paths.ts";
import { stronglyConnected } from "../../src/graph/strongly-connected.ts";

/** A chain far longer than a call stack is deep. */
const LENGTH = 50_000;
const LAST = LENGTH - 1;
const index = Uint32Array.from({ length: LENGTH }, (_, v) => v);
const chain = buildCsr(LENGTH, index.subarray(0, LAST), index.subarray(1));
const ring = buildCsr(
  LENGTH,
  index,
  index.map((v) => (v + 1) % LENGTH),
);

describe("a chain of 50,000 nodes", () => {
  test("has its distances and its one path", () => {
    const unit = new Float64Array(LAST).fill(1);
    expect(distancesFrom(chain, [0]).hops[LAST]).toBe(LAST);
    expect(dijkstra(chain, unit, [0]).distance[LAST]).toBe(LAST);
    expect(kShortestPaths(chain, unit, 0, LAST, 1).paths[0]!.cost).toBe(LAST);
    expect(kShortestPaths(chain, undefined, 0, LAST, 1).paths[0]!.cost).toBe(LAST);
    expect(simplePaths(chain, 0, LAST, { maxEdges: LENGTH }).paths).toHaveLength(1);
    expect(disjointPaths(chain, 0, LAST).nodeDisjoint).toBe(1);
  });

  test("has its structure", () => {
    expect(dominators(chain, 0).subtreeSize[1]).toBe(LENGTH - 1);
    expect(stronglyConnected(chain).count).toBe(LENGTH);
    expect(stronglyConnected(ring).count).toBe(1);
    expect(articulation(chain).points).toHaveLength(LENGTH - 2);
    expect(articulation(ring)).toEqual({ points: [], bridges: [], multigraphBridges: [] });
  });

  test("falls one node a round, and each node of it is a cut", () => {
    /** Node v needs node v + 1. */
    const structure = {
      nodeCount: LENGTH,
      needOffsets: Uint32Array.from({ length: LENGTH + 1 }, (_, v) => Math.min(v, LAST)),
      needMinimum: new Uint32Array(LAST).fill(1),
      providerOffsets: Uint32Array.from({ length: LENGTH }, (_, need) => need),
      providers: index.slice(1),
    };
    expect(propagate(structure, [LAST]).wave[0]).toBe(LAST);
    expect(coldStart(structure, [LAST])[0]).toBe(0);
    expect(coldStart(structure, [])[0]).toBe(1);
    expect(minimalCutSets(structure, LAST - 100, { maxOrder: 2 }).cutSets).toHaveLength(100);
  });
});
