import createGraph, { type Graph } from "ngraph.graph";
import pathfinder from "ngraph.path";
import { readNetworkFiles, type NetworkFiles } from "../kernel/network-files.ts";
import { measure, repeat, tell } from "../kernel/engines/measure.ts";

/** The tasks by ngraph.graph and ngraph.path; the search for all that is reached is a loop over its links, as it has none. */
function run({ nodeCount, dependents, providers, leadTimes, workload }: NetworkFiles): void {
  let graph: Graph = createGraph({ multigraph: true });
  repeat("build", 1, () => {
    graph = createGraph({ multigraph: true });
    for (let v = 0; v < nodeCount; v++) graph.addNode(v);
    for (let arc = 0; arc < providers.length; arc++) {
      graph.addLink(dependents[arc]!, providers[arc]!, leadTimes[arc]);
    }
    return [graph.getLinkCount()];
  });
  repeat("bfs", 2, () => breadthFirst(graph, workload.root));
  const hops = pathfinder.nba(graph, { oriented: true });
  measure("hopPath", workload.hopPairs, ([from, to]) => [hops.find(from, to).length - 1]);
  const times = pathfinder.nba(graph, { oriented: true, distance: (_from, _to, link) => Number(link.data) });
  measure("leadTimePath", workload.leadTimePairs.slice(0, 20), ([from, to]) => [
    costOf(
      graph,
      times.find(from, to).map(({ id }) => Number(id)),
    ),
  ]);
}

function breadthFirst(graph: Graph, root: number): number[] {
  const depth = new Map([[root, 0]]);
  let sum = 0;
  for (const [node, hops] of depth) {
    sum += hops;
    graph.forEachLinkedNode(
      node,
      (next) => {
        if (!depth.has(Number(next.id))) depth.set(Number(next.id), hops + 1);
      },
      true,
    );
  }
  return [depth.size, sum];
}

/** Paths come with the target first. */
function costOf(graph: Graph, path: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) {
    let least = Infinity;
    for (const link of graph.getLinks(path[i]!) ?? []) {
      if (link.fromId === path[i] && link.toId === path[i - 1]) least = Math.min(least, Number(link.data));
    }
    sum += least;
  }
  return sum;
}

const [folder = "."] = process.argv.slice(2);
tell({ engine: "ngraph", version: "20.1.2" });
run(readNetworkFiles(folder));
tell({ memory: process.memoryUsage().rss });
