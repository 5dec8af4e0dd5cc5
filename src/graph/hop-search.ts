/**
 * The first path, in the order (hops, node ids lexicographically), that continues a given prefix to the target without meeting
 * it again and without taking one of some banned next nodes: what spur-search.ts finds, where every edge costs 1.
 *
 * Breadth-first search from both ends, always a whole level of the end that has fewer edges to look at. Rows are sorted, so the
 * search ahead meets the nodes of a level in the order of the first ways to them: the first one with an edge to what was met
 * behind lies on the first of all shortest paths, and no other of these paths is looked for. From there on each step leads to
 * the first neighbour that is nearer to the target.
 */
import type { Csr } from "./csr.ts";
import { lending } from "./lending.ts";
import type { FoundPath, PathProblem, PathSearch, PathSpace } from "./path-search.ts";

interface HopSpace extends PathSpace {
  /** Greatest number of edges of a whole path. */
  readonly maxHops: number;
  /** By node, all 0 before and after each search: index + 1 in the queue ahead, or -(index + 1) in the queue behind. */
  readonly place: Int32Array;
}

/** The place of the nodes of the prefix. */
const BLOCKED = 0x7fffffff;

interface Front {
  readonly rows: Csr;
  /** Nodes in the order in which they were met. */
  readonly queue: number[];
  /** Where each whole level ends in the queue. */
  readonly ends: number[];
}

interface Fronts extends HopSpace {
  readonly ahead: Front;
  /** By index in the queue ahead: the index that it was met from, -1 for the first level. */
  readonly parents: number[];
  readonly behind: Front;
}

const lendPlaces = lending((nodeCount) => new Int32Array(nodeCount));

/** Lends `use` the search in a space. */
export function withHopSearch<T>(space: PathSpace, maxHops: number, use: (search: PathSearch) => T): T {
  return lendPlaces(space.graph, space.graph.nodeCount, (place) =>
    use({
      first: (problem) => firstPath({ ...space, maxHops, place }, problem),
      bound: ({ prefixCost }) => prefixCost + 1,
    }),
  );
}

function firstPath(space: HopSpace, problem: PathProblem): FoundPath | undefined {
  const { graph, backward, place, target } = space;
  const { prefix } = problem;
  const ahead: Front = { rows: graph, queue: [], ends: [] };
  const behind: Front = { rows: backward, queue: [target], ends: [1] };
  place[target] = -1;
  for (const node of prefix) place[node] = BLOCKED;
  try {
    const rest = shortestRest({ ...space, ahead, parents: [], behind }, problem);
    return rest && { nodes: [...prefix, ...rest], cost: prefix.length - 1 + rest.length };
  } finally {
    for (const nodes of [prefix, ahead.queue, behind.queue]) for (const node of nodes) place[node] = 0;
  }
}

function shortestRest(fronts: Fronts, problem: PathProblem): readonly number[] | undefined {
  const { ahead, behind, target, maxHops } = fronts;
  const passed = problem.prefix.length - 1;
  if (passed + 1 > maxHops) return undefined;
  if (leavePrefix(fronts, problem)) return [target];
  while (passed + ahead.ends.length + behind.ends.length <= maxHops) {
    const [edgesAhead, edgesBehind] = [edgesToLookAt(ahead), edgesToLookAt(behind)];
    if (edgesAhead === 0 || edgesBehind === 0) return undefined;
    const last = edgesAhead <= edgesBehind ? expandAhead(fronts) : expandBehind(fronts);
    if (last === undefined) return undefined;
    if (last >= 0) return restThrough(fronts, last);
  }
  return undefined;
}

/** Makes the first level ahead; true if the target is in it. */
function leavePrefix(
  { ahead, parents, place, target, edgeAllowed, nodeAllowed }: Fronts,
  { prefix, bannedNext }: PathProblem,
): boolean {
  const { rows, queue, ends } = ahead;
  const start = prefix.at(-1)!;
  for (let p = rows.offsets[start]!; p < rows.offsets[start + 1]!; p++) {
    const next = rows.targets[p]!;
    if (place[next]! > 0 || edgeAllowed?.[rows.edgeIds[p]!] === 0 || nodeAllowed?.[next] === 0) continue;
    if (bannedNext.has(next)) continue;
    if (next === target) return true;
    place[next] = queue.push(next);
    parents.push(-1);
  }
  ends.push(queue.length);
  return false;
}

function edgesToLookAt({ rows: { offsets }, queue, ends }: Front): number {
  let sum = 0;
  for (let i = ends.at(-2) ?? 0; i < queue.length; i++) {
    const node = queue[i]!;
    sum += offsets[node + 1]! - offsets[node]!;
  }
  return sum;
}

/**
 * Looks at the edges of the last level for the next one. Returns the index of the first node ahead with an edge to the last
 * level behind, -1 if there is none, and `undefined` when the budget ended.
 */
function expandAhead({
  ahead,
  parents,
  place,
  edgeAllowed,
  nodeAllowed,
  counter,
}: Fronts): number | undefined {
  const { rows, queue, ends } = ahead;
  const { offsets, targets, edgeIds } = rows;
  const end = ends.at(-1)!;
  for (let i = ends.at(-2) ?? 0; i < end; i++) {
    if (!counter.step()) return undefined;
    const node = queue[i]!;
    const rowEnd = offsets[node + 1]!;
    for (let p = offsets[node]!; p < rowEnd; p++) {
      const next = targets[p]!;
      const met = place[next]!;
      if (met > 0 || edgeAllowed?.[edgeIds[p]!] === 0 || nodeAllowed?.[next] === 0) continue;
      if (met < 0) return i;
      place[next] = queue.push(next);
      parents.push(i);
    }
  }
  ends.push(queue.length);
  return -1;
}

/** The same from behind. */
function expandBehind({ behind, place, edgeAllowed, nodeAllowed, counter }: Fronts): number | undefined {
  const { rows, queue, ends } = behind;
  const { offsets, targets, edgeIds } = rows;
  const end = ends.at(-1)!;
  let first = BLOCKED;
  for (let i = ends.at(-2) ?? 0; i < end; i++) {
    if (!counter.step()) return undefined;
    const node = queue[i]!;
    const rowEnd = offsets[node + 1]!;
    for (let p = offsets[node]!; p < rowEnd; p++) {
      const before = targets[p]!;
      const met = place[before]!;
      if (met < 0 || met >= first || edgeAllowed?.[edgeIds[p]!] === 0) continue;
      if (met > 0) first = met;
      else if (nodeAllowed?.[before] !== 0) place[before] = -queue.push(before);
    }
  }
  if (first < BLOCKED) return first - 1;
  ends.push(queue.length);
  return -1;
}

/** From the first level ahead to the target, by way of a node ahead with an edge to the last whole level behind. */
function restThrough({ ahead, parents, behind, place, edgeAllowed }: Fronts, last: number): number[] {
  const { rows, queue } = ahead;
  const nodes: number[] = [];
  for (let i = last; i !== -1; i = parents[i]!) nodes.push(queue[i]!);
  nodes.reverse();
  for (const end of behind.ends.toReversed()) {
    let p = rows.offsets[nodes.at(-1)!]!;
    const isNearer = (): boolean => {
      const met = place[rows.targets[p]!]!;
      return met < 0 && -met <= end && edgeAllowed?.[rows.edgeIds[p]!] !== 0;
    };
    while (!isNearer()) p++;
    nodes.push(rows.targets[p]!);
  }
  return nodes;
}
