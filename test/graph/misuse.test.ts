import { describe, expect, test } from "vitest";
import type { AndOrGraph } from "../../src/graph/and-or-graph.ts";
import { rareEventSum, topProbability } from "../../src/graph/and-or-probability.ts";
import { coldStart, propagate } from "../../src/graph/and-or.ts";
import { betweenness } from "../../src/graph/betweenness.ts";
import { distancesFrom } from "../../src/graph/bfs.ts";
import { concentrationRatioOfIntervals } from "../../src/graph/concentration-ratio-bounds.ts";
import { buildCsr } from "../../src/graph/csr.ts";
import { cycles } from "../../src/graph/cycles.ts";
import { dijkstra } from "../../src/graph/dijkstra.ts";
import { disjointPaths } from "../../src/graph/disjoint-paths.ts";
import { dominators } from "../../src/graph/dominators.ts";
import { GraphInputError } from "../../src/graph/graph-input-error.ts";
import { hhiOfIntervals, hhiWithUnknown } from "../../src/graph/hhi-bounds.ts";
import { concentrationRatio, groupShares, hhi, normalisedHhi } from "../../src/graph/hhi.ts";
import { kShortestPaths } from "../../src/graph/k-shortest-paths.ts";
import { mergerOfIntervals } from "../../src/graph/merger-bounds.ts";
import { merger } from "../../src/graph/merger.ts";
import { mhhi } from "../../src/graph/mhhi.ts";
import { minimalCutSets } from "../../src/graph/min-cut-sets.ts";
import { shareGraph, totalDependency } from "../../src/graph/share-product.ts";
import { simplePaths } from "../../src/graph/simple-paths.ts";

const graph = buildCsr(2, [0], [1]);

/** 0 needs 1. */
const structure: AndOrGraph = {
  nodeCount: 2,
  needOffsets: Uint32Array.of(0, 1, 1),
  needMinimum: Uint32Array.of(1),
  providerOffsets: Uint32Array.of(0, 1),
  providers: Uint32Array.of(1),
};

const unknown = { unknownFirms: null, unknownCapPct: null };

const MISUSE: readonly (readonly [message: string, call: () => unknown])[] = [
  ["nodeCount must be an integer of at least 0, got -1", () => buildCsr(-1, [], [])],
  ["nodeCount must be an integer of at least 0, got 1.5", () => buildCsr(1.5, [], [])],
  ["targets must be of length 1, got 0", () => buildCsr(2, [0], [])],
  ["sources[0] must be a node id from 0 to 1, got 2", () => buildCsr(2, [2], [0])],
  ["targets[0] must be a node id from 0 to 1, got NaN", () => buildCsr(2, [0], [NaN])],

  ["roots[1] must be a node id from 0 to 1, got -1", () => distancesFrom(graph, [0, -1])],
  [
    "edgeAllowed must be of length 1, got 2",
    () => distancesFrom(graph, [0], { edgeAllowed: new Uint8Array(2) }),
  ],
  [
    "nodeAllowed must be of length 2, got 1",
    () => distancesFrom(graph, [0], { nodeAllowed: new Uint8Array(1) }),
  ],
  ["costs[0] must be a finite number of at least 0, got -1", () => dijkstra(graph, [-1], [0])],
  ["costs must be of length 1, got 0", () => dijkstra(graph, [], [0])],
  ["costs[0] must be a finite number of at least 0, got NaN", () => kShortestPaths(graph, [NaN], 0, 1, 1)],
  ["source must be a node id from 0 to 1, got 7", () => kShortestPaths(graph, [1], 7, 1, 1)],
  ["target must be a node id from 0 to 1, got 7", () => kShortestPaths(graph, [1], 0, 7, 1)],
  ["k must be an integer of at least 1, got 0", () => kShortestPaths(graph, [1], 0, 1, 0)],
  [
    "maxHops must be an integer of at least 1, got 0",
    () => kShortestPaths(graph, [1], 0, 1, 1, { maxHops: 0 }),
  ],
  ["maxEdges must be an integer of at least 1, got 0", () => simplePaths(graph, 0, 1, { maxEdges: 0 })],
  [
    "maxPaths must be an integer of at least 1, got 0",
    () => simplePaths(graph, 0, 1, { maxEdges: 1, maxPaths: 0 }),
  ],
  ["maxLength must be an integer of at least 2, got 1", () => cycles(graph, { maxLength: 1 })],
  ["through must be a node id from 0 to 1, got 2", () => cycles(graph, { maxLength: 2, through: 2 })],
  ["root must be a node id from 0 to 1, got 2", () => dominators(graph, 2)],
  ["limit must be an integer of at least 1, got 0", () => disjointPaths(graph, 0, 1, { limit: 0 })],
  [
    "costs[0] must be above 0: cycles without cost have no shortest paths to count",
    () => betweenness(graph, { costs: [0] }),
  ],
  ["shares[0] must be a fraction from 0 to 1, got 1.1", () => shareGraph(graph, [1.1])],
  ["shares[0] must be a fraction from 0 to 1, got NaN", () => totalDependency(graph, [NaN], 0)],
  ["shares[0] must be a fraction from 0 to 1, got -0.1", () => totalDependency(graph, [-0.1], 0)],
  ["customer must be a node id from 0 to 1, got 2", () => totalDependency(graph, [0.1], 2)],

  ["shares[1] must be a finite number of at least 0, got NaN", () => hhi([1, NaN])],
  ["shares[0] must be a finite number of at least 0, got -1", () => concentrationRatio([-1], 1)],
  ["k must be an integer of at least 1, got 0", () => concentrationRatio([1], 0)],
  ["shares.length must be an integer of at least 1, got 0", () => normalisedHhi([])],
  ["groups must be of length 2, got 1", () => groupShares([1, 2], [0])],
  ["groups must be numbered from 0 without gaps", () => groupShares([1, 2], [0, 2])],
  [
    "knownPct[0] must be a finite number of at least 0, got -5",
    () => hhiWithUnknown({ knownPct: [-5], ...unknown }),
  ],
  [
    "unknownFirms must be an integer of at least 0, got 0.5",
    () => hhiWithUnknown({ ...unknown, knownPct: [], unknownFirms: 0.5 }),
  ],
  ["intervals[0] must be ordered low to high, got 60 to 40", () => hhiOfIntervals([[60, 40]])],
  [
    "intervals[0][1] must be a finite number of at least 0, got Infinity",
    () => hhiOfIntervals([[0, Infinity]]),
  ],
  [
    "residual.firms must be an integer of at least 0, got -1",
    () => hhiOfIntervals([], { residual: { firms: -1 } }),
  ],
  [
    "residual.cap must be a finite number of at least 0, got -1",
    () => hhiOfIntervals([], { residual: { cap: -1 } }),
  ],
  ["k must be an integer of at least 1, got 0", () => concentrationRatioOfIntervals([[100, 100]], 0)],
  ["merging must be different firms, got 0, 0", () => merger([50, 50], [0, 0])],
  [
    "merging[1] must be a node id from 0 to 1, got 2",
    () =>
      mergerOfIntervals(
        [
          [0, 50],
          [50, 100],
        ],
        [0, 2],
      ),
  ],
  ["cashRights[0] must be of length 2, got 1", () => mhhi([60, 40], [[1]])],
  ["cashRights of firm 1 must be positive for an owner who also has control", () => mhhi([60, 40], [[1, 0]])],

  ["failed[0] must be a node id from 0 to 1, got 2", () => propagate(structure, [2])],
  ["failed[0] must be a node id from 0 to 1, got -1", () => coldStart(structure, [-1])],
  [
    "slotActive must be of length 1, got 0",
    () => propagate(structure, [], { slotActive: new Uint8Array(0) }),
  ],
  [
    "needActive must be of length 1, got 2",
    () => propagate(structure, [], { needActive: new Uint8Array(2) }),
  ],
  [
    "providers[0] must be a node id from 0 to 1, got 5",
    () => propagate({ ...structure, providers: Uint32Array.of(5) }, []),
  ],
  [
    "needOffsets must be of length 3, got 1",
    () => propagate({ ...structure, needOffsets: Uint32Array.of(0) }, []),
  ],
  [
    "needOffsets must be non-decreasing, got 0 after 1",
    () => propagate({ ...structure, needOffsets: Uint32Array.of(0, 1, 0) }, []),
  ],
  [
    "needOffsets must be from 0 to 1, got 0 to 0",
    () => propagate({ ...structure, needOffsets: Uint32Array.of(0, 0, 0) }, []),
  ],
  [
    "nodeMinimum[1] must be at most the node's 0 needs, got 1",
    () => propagate({ ...structure, nodeMinimum: Uint32Array.of(1, 1) }, []),
  ],
  ["top must be a node id from 0 to 1, got 2", () => minimalCutSets(structure, 2, { maxOrder: 1 })],
  ["maxOrder must be an integer of at least 1, got 0", () => minimalCutSets(structure, 0, { maxOrder: 0 })],
  [
    "failable must be of length 2, got 1",
    () => minimalCutSets(structure, 0, { maxOrder: 1, failable: new Uint8Array(1) }),
  ],
  [
    "probabilities[0] must be a probability from 0 to 1, got 1.5",
    () => topProbability(structure, 0, { events: [1], probabilities: [1.5] }),
  ],
  [
    "events must be at most 20, got 21",
    () => topProbability(structure, 0, { events: Array.from({ length: 21 }, () => 1), probabilities: [] }),
  ],
  [
    "events must be different nodes, got 1, 1",
    () => topProbability(structure, 0, { events: [1, 1], probabilities: [0, 0] }),
  ],
  ["probability of node 3 must be a probability from 0 to 1, got NaN", () => rareEventSum([[3]], () => NaN)],
];

describe("a wrong argument is refused by name", () => {
  test.each(MISUSE)("%s", (message, call) => {
    expect(call).toThrow(new GraphInputError(...split(message)));
    expect(call).toThrow(GraphInputError);
  });
});

test("the error carries the argument and the expectation", () => {
  expect(new GraphInputError("k", "an integer")).toMatchObject({
    name: "GraphInputError",
    argument: "k",
    expectation: "an integer",
    message: "k must be an integer",
  });
});

function split(message: string): [string, string] {
  const [argument, ...rest] = message.split(" must be ");
  return [argument!, rest.join(" must be ")];
}
