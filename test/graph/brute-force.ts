import type { SmallGraph, Structure } from "./arbitraries.ts";

/** Answers by exhaustion, written to be plainly right and for small graphs only. */

export interface CostedPath {
  readonly nodes: readonly number[];
  readonly cost: number;
  /** Number of ways to choose among parallel edges. */
  readonly ways: number;
}

/** All simple paths of at least one edge, by (cost, nodes); parallel edges are one, at the cheapest cost. */
export function allPaths(graph: SmallGraph, source: number, target: number): CostedPath[] {
  const found: CostedPath[] = [];
  const walk = (path: CostedPath): void => {
    const last = path.nodes.at(-1)!;
    if (last === target && path.nodes.length > 1) {
      found.push(path);
      return;
    }
    for (let next = 0; next < graph.nodeCount; next++) {
      const parallels = parallelCosts(graph, last, next);
      if (parallels.length === 0 || path.nodes.includes(next)) continue;
      walk({
        nodes: [...path.nodes, next],
        cost: path.cost + Math.min(...parallels),
        ways: path.ways * parallels.length,
      });
    }
  };
  if (source !== target) walk({ nodes: [source], cost: 0, ways: 1 });
  return found.toSorted((a, b) => a.cost - b.cost || compareLists(a.nodes, b.nodes));
}

/** All simple cycles of at least two edges, smallest node first, in lexicographic order. */
export function allCycles(graph: SmallGraph): { nodes: readonly number[]; ways: number }[] {
  const found: { nodes: readonly number[]; ways: number }[] = [];
  const walk = (nodes: readonly number[], ways: number): void => {
    const last = nodes.at(-1)!;
    const closing = parallelCosts(graph, last, nodes[0]!).length;
    if (nodes.length > 1 && closing > 0) found.push({ nodes, ways: ways * closing });
    for (let next = nodes[0]! + 1; next < graph.nodeCount; next++) {
      const parallels = parallelCosts(graph, last, next).length;
      if (parallels > 0 && !nodes.includes(next)) walk([...nodes, next], ways * parallels);
    }
  };
  for (let start = 0; start < graph.nodeCount; start++) walk([start], 1);
  return found.toSorted((a, b) => compareLists(a.nodes, b.nodes));
}

/** Nodes that can be reached from `source` without entering `removed`. */
export function reachable(graph: SmallGraph, source: number, removed: readonly number[] = []): Set<number> {
  const reached = new Set(removed.includes(source) ? [] : [source]);
  for (const v of reached) {
    for (const [from, to] of graph.edges) if (from === v && !removed.includes(to)) reached.add(to);
  }
  return reached;
}

/** The same graph with every edge in both directions. */
export function undirected(graph: SmallGraph): SmallGraph {
  return {
    ...graph,
    edges: [...graph.edges, ...graph.edges.map(([from, to]) => [to, from] as const)],
    costs: [...graph.costs, ...graph.costs],
  };
}

export function countComponents(graph: SmallGraph, removed: readonly number[] = []): number {
  const both = undirected(graph);
  const seen = new Set(removed);
  let count = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    if (seen.has(v)) continue;
    count++;
    for (const w of reachable(both, v, removed)) seen.add(w);
  }
  return count;
}

/** All subsets, smaller ones first, each in the order of the list. */
export function subsets<T>(list: readonly T[], maxSize = list.length): T[][] {
  const all = Array.from({ length: 2 ** list.length }, (_, set) => list.filter((__, i) => set & (1 << i)));
  return all.filter((subset) => subset.length <= maxSize).toSorted((a, b) => a.length - b.length);
}

/** Greatest (running) or least (cold start) fixed point of "works", by repeated evaluation of every node. */
export function worksByIteration(
  { nodes }: Structure,
  failed: readonly number[],
  semantics: "running" | "coldStart",
): boolean[] {
  let works = nodes.map((_, v) => semantics === "running" && !failed.includes(v));
  for (;;) {
    const next = nodes.map((_, v) => !failed.includes(v) && isSupplied(nodes[v]!, works));
    if (next.every((value, v) => value === works[v])) return works;
    works = next;
  }
}

/** By synchronous rounds: the round in which each node fell, 0 for those that failed, -1 for those that work. */
export function wavesByIteration({ nodes }: Structure, failed: readonly number[]): number[] {
  const wave = nodes.map((_, v): number => (failed.includes(v) ? 0 : -1));
  for (let round = 1; ; round++) {
    const works = wave.map((value) => value === -1);
    const falling = [...nodes.keys()].filter((v) => works[v] && !isSupplied(nodes[v]!, works));
    if (falling.length === 0) return wave;
    for (const v of falling) wave[v] = round;
  }
}

/** All minimal sets of other nodes, up to a size, whose failure stops the top: every subset is tried. */
export function cutSetsByEnumeration(
  structure: Structure,
  top: number,
  maxOrder: number,
  failable: readonly number[],
  semantics: "running" | "coldStart",
): number[][] {
  const cuts: number[][] = [];
  const candidates = failable.filter((v) => v !== top);
  for (const set of subsets(candidates, maxOrder)) {
    if (cuts.some((cut) => cut.every((v) => set.includes(v)))) continue;
    if (!worksByIteration(structure, set, semantics)[top]) cuts.push(set);
  }
  return cuts.toSorted((a, b) => a.length - b.length || compareLists(a, b));
}

export function compareLists(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i === -1 ? a.length - b.length : a[i]! - (b[i] ?? -1);
}

function isSupplied(node: Structure["nodes"][number], works: readonly boolean[]): boolean {
  const filled = node.needs.filter(
    ({ minimum, providers }) => new Set(providers.filter((provider) => works[provider])).size >= minimum,
  );
  return filled.length >= node.minimum;
}

function parallelCosts({ edges, costs }: SmallGraph, from: number, to: number): number[] {
  return costs.filter((_, e) => edges[e]![0] === from && edges[e]![1] === to);
}
