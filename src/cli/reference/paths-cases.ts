import { articulation } from "../../graph/articulation.ts";
import { betweenness } from "../../graph/betweenness.ts";
import { distancesFrom } from "../../graph/bfs.ts";
import { buildCsr, undirectedCsr } from "../../graph/csr.ts";
import type { Csr } from "../../graph/csr.ts";
import { cycles } from "../../graph/cycles.ts";
import { dijkstra } from "../../graph/dijkstra.ts";
import { dominators } from "../../graph/dominators.ts";
import { kShortestPaths } from "../../graph/k-shortest-paths.ts";
import { shareGraph, totalDependency } from "../../graph/share-product.ts";
import { componentMembers, stronglyConnected } from "../../graph/strongly-connected.ts";
import { RELATIVE_1E9, asSet, caseName, isObject, objectsOf, runCase } from "./compare.ts";
import type { CaseComparison, CaseResult, Json } from "./compare.ts";
import { runPair } from "./path-pairs.ts";

const KARATE = "karate_club_betweenness_normalised_undirected";

/** A file of path cases: graphs with a root or pairs, or one of the two sections of their own. */
export function isPathsFile(file: Json): boolean {
  if (isObject(file["share_product"]) || isObject(file[KARATE])) return true;
  const cases = objectsOf(file["cases"]);
  return (
    cases.length > 0 &&
    cases.every((fields) => "n" in fields && "edges" in fields) &&
    cases.some((fields) => "root" in fields || "pairs" in fields)
  );
}

const RUNNERS = { cases: runGraph, share_product: runShareProduct, [KARATE]: runKarate };

/** The sections of a file that are run. */
export const PATHS_SECTIONS = Object.keys(RUNNERS);

/** Runs every case. Tolerance: relative 1e-9. */
export function runPathsFile(file: Json): readonly CaseResult[] {
  return Object.entries(RUNNERS).flatMap(([section, run]) =>
    objectsOf(file[section]).map((fields, i) =>
      runCase(caseName(fields, section, i), fields, RELATIVE_1E9, run),
    ),
  );
}

type Edge = readonly [number, number, number?];

function readGraph(
  edges: readonly Edge[],
  nodeCount: number,
): { readonly graph: Csr; readonly costs: number[] } {
  const graph = buildCsr(
    nodeCount,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
  return { graph, costs: edges.map(([, , cost]) => cost ?? 1) };
}

function runGraph(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("n", "names", "edges", "root", "cycle_max_length", "pairs");
  const { graph, costs } = readGraph(fields["edges"] as readonly Edge[], fields["n"] as number);
  if (typeof fields["root"] === "number") runRoot(comparison, graph, costs, fields["root"]);
  comparison.field("sccs", () => componentMembers(stronglyConnected(graph)), asSet);
  comparison.field("articulation_points_undirected", () => articulation(graph).points);
  comparison.field("bridges_undirected_simple", () => articulation(graph).bridges, asSet);
  comparison.field("bridges_undirected_multigraph", () => articulation(graph).multigraphBridges, asSet);
  comparison.field("betweenness_unweighted", () => Array.from(betweenness(graph)));
  comparison.field("betweenness_weighted", () => Array.from(betweenness(graph, { costs })));
  runCycles(comparison, graph, fields);
  for (const [i, pair] of objectsOf(fields["pairs"]).entries()) {
    runPair(comparison.part(`pairs[${i}]`, pair), pair, graph, costs);
  }
}

function runRoot(comparison: CaseComparison, graph: Csr, costs: readonly number[], root: number): void {
  comparison.field("distance_from_root", () =>
    Array.from(dijkstra(graph, costs, [root]).distance, (d) => (d === Infinity ? null : d)),
  );
  comparison.field("hops_from_root", () => Array.from(distancesFrom(graph, [root]).hops, nullIfMissing));
  comparison.field("immediate_dominator_from_root", () =>
    Array.from(dominators(graph, root).immediateDominator, nullIfMissing),
  );
}

function runCycles(comparison: CaseComparison, graph: Csr, fields: Json): void {
  const maxLength = fields["cycle_max_length"];
  if (typeof maxLength !== "number") return;
  const found = cycles(graph, { maxLength, maxCycles: 1_000_000 });
  comparison.field("simple_cycles_node_form", () => found.cycles);
  comparison.field("simple_cycle_count_by_length", () => byLength(found.countByLength, 2));
  comparison.field("simple_cycle_count_multigraph_by_length", () =>
    byLength(found.multigraphCountByLength, 2),
  );
  comparison.field("self_loops", () => found.selfLoops, nodesOfLoops);
}

function runShareProduct(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("rule", "edges", "source", "target");
  const edges = fields["edges"] as readonly Edge[];
  const source = fields["source"] as number;
  const nodeCount = Math.max(...edges.flatMap(([from, to]) => [from, to])) + 1;
  const { graph, costs: shares } = readGraph(edges, nodeCount);
  comparison.field("paths_by_strength", () => {
    const { arcs, costs } = shareGraph(graph, shares);
    const wanted = (fields["paths_by_strength"] as readonly unknown[]).length;
    const { paths } = kShortestPaths(arcs, costs, source, fields["target"] as number, wanted + 1);
    return paths.map(({ nodes, cost }) => ({ strength: Math.exp(-cost), cost_neg_ln: cost, path: nodes }));
  });
  comparison.field(`total_dependency_${source}_on`, () =>
    Array.from(totalDependency(graph, shares, source).dependency),
  );
}

function runKarate(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("about", "edges");
  const values = fields["values"] as readonly number[];
  const { graph } = readGraph(fields["edges"] as readonly Edge[], values.length);
  comparison.field("values", () =>
    Array.from(betweenness(undirectedCsr(graph), { undirected: true, normalised: true })),
  );
}

function nullIfMissing(value: number): number | null {
  return value === -1 ? null : value;
}

/** Counts as the format writes them: by length, from the shortest possible on. */
export function byLength(counts: readonly number[], shortest: number): Json {
  return Object.fromEntries(counts.map((count, length) => [String(length), count] as const).slice(shortest));
}

/** A loop may be written as its node or as the pair of its ends; parallel loops are one. */
function nodesOfLoops(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return asSet([
    ...new Set(value.map((loop: unknown) => (Array.isArray(loop) ? (loop[0] as unknown) : loop))),
  ]);
}
