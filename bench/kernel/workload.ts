import { distancesFrom } from "../../src/graph/bfs.ts";
import { buildCsr } from "../../src/graph/csr.ts";
import { seededRandom } from "./random.ts";
import type { SupplyNetwork } from "./supply-network.ts";
import type { Pair, Workload } from "./tasks.ts";

const SOURCES = 10;
const PAIRS = 100;

/** Products that reach much, with things that they need from near and far. */
export function chooseWorkload(network: SupplyNetwork): Workload {
  const random = seededRandom(network.seed + 1);
  const graph = buildCsr(network.nodeCount, network.dependents, network.providers);
  const sources: number[] = [];
  const reach: Uint32Array[] = [];
  while (sources.length < SOURCES) {
    const source = Math.floor(random() * network.nodeCount * 0.5);
    const { reached } = distancesFrom(graph, [source]);
    if (reached.length < network.nodeCount / 2) continue;
    sources.push(source);
    reach.push(reached);
  }
  const pairs = Array.from({ length: PAIRS }, (_, i): Pair => {
    const reached = reach[i % SOURCES]!;
    const target = reached[1 + Math.floor(random() * (reached.length - 1))]!;
    return [sources[i % SOURCES]!, target];
  });
  return {
    root: sources[0]!,
    hopPairs: pairs,
    leadTimePairs: pairs,
    manyPathPairs: pairs.slice(0, 20),
    disjointPairs: pairs.slice(0, 10),
    cycleNodes: sources,
  };
}
