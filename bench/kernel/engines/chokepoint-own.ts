import { andOrClosure } from "../../../src/graph/and-or-closure.ts";
import { andOrIndex } from "../../../src/graph/and-or-graph.ts";
import { distancesFrom, reachedFrom } from "../../../src/graph/bfs.ts";
import { minimalCutSets } from "../../../src/graph/min-cut-sets.ts";
import { buildCsr, reverseCsr, type Csr } from "../../../src/graph/csr.ts";
import { failureSpread } from "../../../src/graph/failure-spread.ts";
import { dominators } from "../../../src/graph/dominators.ts";
import { stronglyConnected } from "../../../src/graph/strongly-connected.ts";
import { arcMask } from "../arc-mask.ts";
import { searchOrder } from "../search-order.ts";
import { supplyNetwork, TODAY, type SupplyNetwork } from "../supply-network.ts";
import { measure, repeat, tell } from "./measure.ts";

/** What only this project's kernel does, or does under filters. */
function run(network: SupplyNetwork, root: number): void {
  const { nodeCount, dependents, providers, tierStarts } = network;
  const graph = buildCsr(nodeCount, dependents, providers);
  const backward = reverseCsr(graph);
  const bytes = [graph, backward].reduce(
    (sum, { offsets, targets, edgeIds }) =>
      sum + offsets.byteLength + targets.byteLength + edgeIds.byteLength,
    0,
  );
  tell({ task: "memory", wall: [0], cpu: [0], answers: [[bytes]] });
  repeat("reached", 5, () => [count(reachedFrom(graph, [root]))]);
  const hubs = Array.from(tierStarts.subarray(1, -1));
  measure("dependents of a hub, 3 hops", hubs, (hub) => [
    distancesFrom(backward, [hub], { maxDepth: 3 }).reached.length,
  ]);
  runFiltered(network, graph);
  runInSearchOrder(network, graph, root);
  const spread = failureSpread(andOrIndex(network.andOr));
  measure("disruption of a hub", hubs, (hub) => {
    spread.run([hub]);
    return [spread.fallen().length];
  });
}

/** The same structure with its nodes numbered as a search meets them: what is left is work, and no wait for memory. */
function runInSearchOrder(
  { nodeCount, dependents, providers }: SupplyNetwork,
  graph: Csr,
  root: number,
): void {
  let place: Uint32Array = new Uint32Array();
  repeat("numbering nodes in the order of a search", 1, () => {
    place = searchOrder(graph, root);
    return [place[root] ?? NaN];
  });
  const renumbered = buildCsr(
    nodeCount,
    dependents.map((node) => place[node]!),
    providers.map((node) => place[node]!),
  );
  reverseCsr(renumbered);
  repeat("reached, in that order", 5, () => [count(reachedFrom(renumbered, [0]))]);
  repeat("dominators, in that order", 3, () => [dominators(renumbered, 0).subtreeSize[0] ?? NaN]);
  repeat("components, in that order", 5, () => [stronglyConnected(renumbered).count]);
}

function count(marks: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < marks.length; i++) sum += marks[i]!;
  return sum;
}

/** Chokepoints of a product in closures of about 20,000 and 2,000 nodes, whatever the size of the network is. */
function runChokepoints(seed: number): void {
  const large = supplyNetwork({ nodeCount: 22_000, arcCount: 110_000 }, seed).andOr;
  const sweep = (product: number): readonly [stoppedBy: number, closure: number] => {
    const { graph, nodes } = andOrClosure(large, [product]);
    const spread = failureSpread(andOrIndex(graph));
    const top = nodes.indexOf(product);
    let stoppedBy = 0;
    for (let node = 0; node < nodes.length; node++) {
      spread.run([node]);
      if (node !== top && spread.isDown(top)) stoppedBy++;
    }
    return [stoppedBy, nodes.length];
  };
  const stoppedBy = Array.from({ length: 20 }, (_, product) => sweep(product)[0]);
  const weakest = stoppedBy.indexOf(Math.max(...stoppedBy));
  repeat("sweepOfFailures", 5, () => sweep(weakest));
  const small = supplyNetwork({ nodeCount: 2200, arcCount: 11_000 }, seed).andOr;
  repeat("pairsOfFailures", 3, () => [
    minimalCutSets(small, 13, { maxOrder: 2 }).cutSets.length,
    andOrClosure(small, [13]).nodes.length,
  ]);
  const end = performance.now() + 20_000;
  repeat("triplesOfFailures", 1, () => {
    const { cutSets, truncated } = minimalCutSets(small, 13, {
      maxOrder: 3,
      stop: () => performance.now() > end,
    });
    return [cutSets.length, truncated ? 1 : 0];
  });
}

/** The same search without a filter, and as of two days; the mask is made anew for each question, or kept from the last one. */
function runFiltered({ terms }: SupplyNetwork, graph: Csr): void {
  const products = Array.from({ length: 20 }, (_, product) => product);
  const reach = (edgeAllowed?: Uint8Array): number[] => [
    count(reachedFrom(graph, products, { edgeAllowed })),
  ];
  repeat("needs of 20 products, no filter", 5, () => reach());
  for (const [name, day] of [
    ["as of today", TODAY],
    ["as of three years ago", TODAY - 1095],
  ] as const) {
    const filter = { day, leastConfidence: 1, leastStage: 2 };
    const kept = arcMask(terms, filter);
    repeat(`the same ${name}`, 5, () => reach(arcMask(terms, filter)));
    repeat(`the same ${name}, mask kept`, 5, () => reach(kept));
    repeat(`the mask ${name}`, 5, () => [arcMask(terms, filter).length]);
  }
}

const [nodes = "0", arcs = "0", seed = "0", shape = "tiers", root = "0"] = process.argv.slice(2);
tell({ engine: "chokepoint", version: process.version });
if (Number(nodes) >= 100_000) runChokepoints(Number(seed));
const size = { nodeCount: Number(nodes), arcCount: Number(arcs) };
run(supplyNetwork(size, Number(seed), shape === "even" ? "even" : "tiers"), Number(root));
tell({ memory: process.memoryUsage().rss });
