import { MultiDirectedGraph } from "graphology";
import { stronglyConnectedComponents } from "graphology-components";
import { bidirectional as bidirectionalDijkstra, singleSource } from "graphology-shortest-path/dijkstra.js";
import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { bfsFromNode } from "graphology-traversal";
import { readNetworkFiles, type NetworkFiles } from "../kernel/network-files.ts";
import { measure, repeat, tell } from "../kernel/engines/measure.ts";

/** The tasks by graphology and its standard library; no several paths, dominators, articulation points or flows. */
function run({ nodeCount, dependents, providers, leadTimes, workload }: NetworkFiles): void {
  let graph = new MultiDirectedGraph();
  repeat("build", 1, () => {
    graph = new MultiDirectedGraph();
    for (let v = 0; v < nodeCount; v++) graph.addNode(v);
    for (let arc = 0; arc < providers.length; arc++) {
      graph.addEdge(dependents[arc], providers[arc], { time: leadTimes[arc] });
    }
    return [graph.size];
  });
  repeat("bfs", 2, () => {
    let count = 0;
    let sum = 0;
    bfsFromNode(graph, workload.root, (_node, _attributes, depth) => {
      count++;
      sum += depth;
    });
    return [count, sum];
  });
  measure("hopPath", workload.hopPairs, ([from, to]) => [
    (bidirectional(graph, from, to)?.length ?? Infinity) - 1,
  ]);
  measure("leadTimePath", workload.leadTimePairs.slice(0, 20), ([from, to]) => [
    costOf(graph, bidirectionalDijkstra(graph, from, to, "time")),
  ]);
  repeat("components", 1, () => {
    const sizes = stronglyConnectedComponents(graph).map((nodes) => nodes.length);
    return [sizes.length, sizes.reduce((a, b) => Math.max(a, b))];
  });
  repeat("distances", 1, () => {
    const paths = Object.values(singleSource(graph, workload.root, "time"));
    return [paths.reduce((sum, path) => sum + costOf(graph, path), 0)];
  });
}

function costOf(graph: MultiDirectedGraph, path: readonly (string | number)[] | null): number {
  if (path === null) return Infinity;
  let sum = 0;
  for (let i = 1; i < path.length; i++) {
    const parallel = graph.mapOutEdges(path[i - 1], path[i], (_edge, { time }) => Number(time));
    sum += Math.min(...parallel);
  }
  return sum;
}

const [folder = "."] = process.argv.slice(2);
tell({ engine: "graphology", version: "0.26.0" });
run(readNetworkFiles(folder));
tell({ memory: process.memoryUsage().rss });
