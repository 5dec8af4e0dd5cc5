import { rowOfPosition } from "../../graph/csr.ts";
import type { Csr } from "../../graph/csr.ts";
import { disjointPaths } from "../../graph/disjoint-paths.ts";
import { dominators, strictDominators } from "../../graph/dominators.ts";
import { kShortestPaths } from "../../graph/k-shortest-paths.ts";
import { minimalCutSets } from "../../graph/min-cut-sets.ts";
import { simplePaths } from "../../graph/simple-paths.ts";
import { asSet, isSame, objectsOf, RELATIVE_1E9 } from "./compare.ts";
import type { CaseComparison, Json } from "./compare.ts";

const UNLIMITED = 10_000_000;

/** One source and target of a path case, and everything the format says about the two. */
export function runPair(
  comparison: CaseComparison,
  fields: Json,
  graph: Csr,
  costs: readonly number[],
): void {
  comparison.inputs("source", "target", "max_edges", "k_shortest_cost_ties", "note");
  const source = fields["source"] as number;
  const target = fields["target"] as number;
  runSimplePaths(comparison, fields, graph, source, target);
  comparison.field("k_shortest_loopless", () => kShortest(fields, graph, costs, source, target));
  comparison.field("node_disjoint_paths", () => disjointPaths(graph, source, target).nodeDisjoint);
  comparison.field("edge_disjoint_paths_multigraph", () => disjointPaths(graph, source, target).edgeDisjoint);
  comparison.field(
    "single_points_of_failure",
    () => strictDominators(dominators(graph, source), target),
    asSet,
  );
  comparison.field("minimal_node_cuts_up_to_3", () => nodeCuts(graph, source, target), asSet);
}

function runSimplePaths(
  comparison: CaseComparison,
  fields: Json,
  graph: Csr,
  source: number,
  target: number,
): void {
  const maxEdges = typeof fields["max_edges"] === "number" ? fields["max_edges"] : graph.nodeCount;
  const found = simplePaths(graph, source, target, { maxEdges, maxPaths: UNLIMITED });
  const byEdges = (counts: readonly number[]): Json =>
    Object.fromEntries(counts.map((count, edges) => [String(edges), count] as const).slice(1));
  comparison.field("simple_paths", () => found.paths);
  comparison.field("simple_path_count_by_edges", () => byEdges(found.countByEdges));
  comparison.field("simple_path_count_multigraph_by_edges", () => byEdges(found.multigraphCountByEdges));
  comparison.field(
    "all_simple_path_count",
    () => simplePaths(graph, source, target, { maxEdges: graph.nodeCount, maxPaths: UNLIMITED }).paths.length,
  );
}

/**
 * The cheapest paths as the format writes them. If all of them are listed, one more is asked for and must not exist.
 * Paths of one cost may come in any order among each other, and the last cost may be listed in part.
 */
function kShortest(
  fields: Json,
  graph: Csr,
  costs: readonly number[],
  source: number,
  target: number,
): readonly Json[] {
  const expected = objectsOf(fields["k_shortest_loopless"]);
  const listsAll = expected.length === 0 || expected.length === fields["all_simple_path_count"];
  const k = expected.length + (listsAll ? 1 : 0);
  const { paths } = kShortestPaths(graph, costs, source, target, k);
  const lastCost = expected.at(-1)?.["cost"];
  return paths.map(({ nodes, cost }, i) => {
    const tied = expected.filter((other) => isSame(other["cost"], cost, RELATIVE_1E9));
    const isListed = tied.some((other) => isSame(other["path"], nodes, RELATIVE_1E9));
    const isCutOff = tied.length > 1 && !listsAll && isSame(lastCost, cost, RELATIVE_1E9);
    return { cost, path: isListed || isCutOff ? expected[i]?.["path"] : nodes };
  });
}

/** Node sets of up to 3 that cut the pair: an AND/OR structure where one predecessor is enough, started at the source. */
function nodeCuts(graph: Csr, source: number, target: number): readonly (readonly number[])[] {
  const rows = rowOfPosition(graph);
  const predecessors = Array.from({ length: graph.nodeCount }, (): number[] => []);
  for (const [p, row] of rows.entries()) predecessors[graph.targets[p] ?? 0]?.push(row);
  const needs = predecessors.flatMap((providers, v) => (v === source ? [] : [providers]));
  const structure = {
    nodeCount: graph.nodeCount,
    needOffsets: Uint32Array.from({ length: graph.nodeCount + 1 }, (_, v) => (v > source ? v - 1 : v)),
    needMinimum: Uint32Array.from(needs, () => 1),
    providerOffsets: Uint32Array.from({ length: needs.length + 1 }, (_, need) =>
      needs.slice(0, need).reduce((sum, providers) => sum + providers.length, 0),
    ),
    providers: Uint32Array.from(needs.flat()),
  };
  const failable = Uint8Array.from({ length: graph.nodeCount }, (_, v) => (v === source ? 0 : 1));
  return minimalCutSets(structure, target, {
    maxOrder: 3,
    failable,
    semantics: "coldStart",
    limit: UNLIMITED,
  }).cutSets;
}
