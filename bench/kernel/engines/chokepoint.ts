import { articulation } from "../../../src/graph/articulation.ts";
import { distancesFrom } from "../../../src/graph/bfs.ts";
import { buildCsr, reverseCsr, type Csr } from "../../../src/graph/csr.ts";
import { cycles } from "../../../src/graph/cycles.ts";
import { dijkstra } from "../../../src/graph/dijkstra.ts";
import { disjointPaths } from "../../../src/graph/disjoint-paths.ts";
import { dominators } from "../../../src/graph/dominators.ts";
import { kShortestPaths } from "../../../src/graph/k-shortest-paths.ts";
import { stronglyConnected } from "../../../src/graph/strongly-connected.ts";
import { readNetworkFiles, type NetworkFiles } from "../network-files.ts";
import type { Pair } from "../tasks.ts";
import { hhiOfMarkets, hhiOfNodes } from "./concentrations.ts";
import { measure, repeat, tell } from "./measure.ts";

/** This project's kernel at the tasks that others can do too. */
function run(files: NetworkFiles): void {
  const { nodeCount, dependents, providers, leadTimes, workload } = files;
  let graph: Csr | undefined;
  repeat("build", 3, () => {
    graph = buildCsr(nodeCount, dependents, providers);
    reverseCsr(graph);
    return [graph.targets.length];
  });
  if (graph === undefined) return;
  const csr = graph;
  const { root } = workload;
  const costsOfPaths =
    (costs: Float64Array | undefined, k: number) =>
    ([from, to]: Pair): number[] => [
      kShortestPaths(csr, costs, from, to, k).paths.reduce((sum, { cost }) => sum + cost, 0),
    ];
  // As with every engine, what is compared is worked out beside the search, not in its time.
  const reference = distancesFrom(csr, [root]);
  const sumOfHops = reference.reached.reduce((sum, node) => sum + reference.hops[node]!, 0);
  repeat("bfs", 5, () => [distancesFrom(csr, [root]).reached.length, sumOfHops]);
  measure("hopPath", workload.hopPairs, costsOfPaths(undefined, 1));
  measure("leadTimePath", workload.leadTimePairs, costsOfPaths(leadTimes, 1));
  repeat("distances", 1, () => {
    const { distance } = dijkstra(csr, leadTimes, [root]);
    return [distance.reduce((sum, cost) => (cost === Infinity ? sum : sum + cost), 0)];
  });
  measure("fiveHopPaths", workload.manyPathPairs, costsOfPaths(undefined, 5));
  measure("fiveLeadTimePaths", workload.manyPathPairs, costsOfPaths(leadTimes, 5));
  measure("tenLeadTimePaths", workload.manyPathPairs, costsOfPaths(leadTimes, 10));
  repeat("dominators", 3, () => [hashOfDominators(dominators(csr, root).immediateDominator, root)]);
  repeat("components", 5, () => {
    const { count, size } = stronglyConnected(csr);
    return [count, size.reduce((a, b) => Math.max(a, b))];
  });
  repeat("articulation", 2, () => {
    const { points } = articulation(csr);
    return [points.length, points.reduce((a, b) => a + b, 0)];
  });
  measure("disjointPaths", workload.disjointPairs, ([from, to]) => [
    disjointPaths(csr, from, to).nodeDisjoint,
  ]);
  measure("cycles", workload.cycleNodes, (through) => [
    cycles(csr, { maxLength: 5, through, maxCycles: 1e6 }).cycles.length,
  ]);
  repeat("nodeConcentration", 3, () => [hhiOfNodes(csr, files)]);
  repeat("marketConcentration", 3, () => [hhiOfMarkets(files)]);
}

/** The root and nodes out of reach count nothing. */
function hashOfDominators(immediate: Int32Array, root: number): number {
  return immediate.reduce((sum, d, v) => (d === -1 || v === root ? sum : sum + d * ((v % 97) + 1)), 0);
}

const [folder = "."] = process.argv.slice(2);
tell({ engine: "chokepoint", version: process.version });
run(readNetworkFiles(folder));
tell({ memory: process.memoryUsage().rss });
