/**
 * The first path, in the order (cost, node ids lexicographically), that continues a given prefix to the target without
 * meeting it again and without taking one of some banned next nodes. The inner step of Yen's algorithm.
 *
 * A* with a lower bound of the cost from each node to the target. The bounds come from a search backwards from the target,
 * which goes on only as fast as the search forwards: the two meet in the middle, and what the search backwards found is there
 * for all later prefixes. All labels whose estimate does not exceed the best cost are settled, so every cheapest continuation
 * is known, and the lexicographically first one is read off. With a hop limit the search runs over (node, hops) instead of
 * nodes. Costs are sums from the source on, in path order, compared exactly. Parallel edges are one, at the least cost.
 */
import { costsToTarget } from "./costs-to-target.ts";
import type { CostsToTarget } from "./costs-to-target.ts";
import { createKeyedHeap } from "./keyed-heap.ts";
import { withNodeCosts } from "./node-costs.ts";
import type { NodeCosts } from "./node-costs.ts";
import { hopLabels, nodeLabels } from "./path-labels.ts";
import type { PathLabels } from "./path-labels.ts";
import type { FoundPath, PathProblem, PathSearch, PathSpace } from "./path-search.ts";

interface SpurSpace extends PathSpace {
  /** By edge id, finite and at least 0. */
  readonly costs: ArrayLike<number>;
  readonly toTarget: CostsToTarget;
  /** Absent if paths may be of any length. */
  readonly limit: HopLimit | undefined;
  /** As new before and after each search. */
  readonly labels: PathLabels;
  /** Edges looked at forwards so far, in all searches. */
  work: number;
}

interface HopLimit {
  /** Greatest number of arcs of a whole path. */
  readonly maxHops: number;
  readonly hopsToTarget: CostsToTarget;
}

/** So many edges are looked at before the common bounds are held to be poor for a prefix. */
const PATIENCE = 5000;

/** How far the search backwards runs ahead when it is its turn: each turn makes the estimates of waiting labels anew. */
const LEAP = 1.25;

/** Estimates are sums in another order than costs; they may be off by rounding. */
const ROUNDING = 1e-9;

export interface SpurOptions {
  /** By edge id, finite and at least 0. */
  readonly costs: ArrayLike<number>;
  readonly maxHops: number;
}

/** Lends `use` the search in a space. */
export function withSpurSearch<T>(space: PathSpace, options: SpurOptions, use: (search: PathSearch) => T): T {
  const { graph } = space;
  return withNodeCosts(graph, graph.nodeCount, (forwards) =>
    withNodeCosts(graph, graph.nodeCount, (backwards) => {
      const spurSpace = createSpace(space, options, forwards, backwards);
      return use({
        first: (problem) => firstPath(spurSpace, problem),
        bound: (problem) => lowerBound(spurSpace, problem),
      });
    }),
  );
}

function createSpace(
  space: PathSpace,
  { costs, maxHops }: SpurOptions,
  forwards: NodeCosts,
  backwards: NodeCosts,
): SpurSpace {
  const { nodeCount } = space.graph;
  const common = { ...space, costs, toTarget: costsToTarget({ ...space, costs }, backwards), work: 0 };
  // A loopless path has fewer arcs than there are nodes: a looser limit is none.
  if (maxHops >= nodeCount - 1) return { ...common, limit: undefined, labels: nodeLabels(forwards) };
  // The labels know their hops themselves, so the other array is free for the search that counts them.
  const hopsToTarget = costsToTarget({ ...space, costs: undefined }, forwards);
  return { ...common, limit: { maxHops, hopsToTarget }, labels: hopLabels(nodeCount) };
}

function lowerBound(space: SpurSpace, { prefix, prefixCost, bannedNext }: PathProblem): number {
  const { graph, costs, edgeAllowed, nodeAllowed, toTarget } = space;
  const node = prefix.at(-1)!;
  let least = Infinity;
  for (let p = graph.offsets[node]!; p < graph.offsets[node + 1]!; p++) {
    const next = graph.targets[p]!;
    const edge = graph.edgeIds[p]!;
    const bound = costs[edge]! + toTarget.bound(next);
    if (bound >= least || edgeAllowed?.[edge] === 0 || nodeAllowed?.[next] === 0) continue;
    if (!bannedNext.has(next) && !prefix.includes(next)) least = bound;
  }
  return (prefixCost + least) * (1 - ROUNDING);
}

function firstPath(space: SpurSpace, problem: PathProblem): FoundPath | undefined {
  const { graph, labels } = space;
  const start = labels.at(problem.prefix.at(-1)!, problem.prefix.length - 1);
  try {
    const goals = withNodeCosts(graph, graph.nodeCount, (costs) =>
      settleCorridor(space, problem, start, detour(space, problem, costs)),
    );
    if (goals.length === 0) return undefined;
    const nodes = [...problem.prefix, ...firstWay(space, problem, goals, start)];
    return { nodes, cost: labels.cost(goals[0]!) };
  } finally {
    labels.clear();
  }
}

/** The bounds for this prefix alone: they know that the prefix is in the way, and that there may be no way at all. */
function detour(
  { backward, costs, edgeAllowed, nodeAllowed, target }: SpurSpace,
  { prefix, bannedNext }: PathProblem,
  found: NodeCosts,
): CostsToTarget | undefined {
  if (bannedNext.size === 0) return undefined;
  const passed = new Set(prefix.slice(0, -1));
  const start = prefix.at(-1);
  const isBarred = (from: number, to: number): boolean =>
    passed.has(from) || (from === start && bannedNext.has(to));
  return costsToTarget({ backward, costs, edgeAllowed, nodeAllowed, target, isBarred }, found);
}

/** Settles every label that a cheapest path may use; returns the target's labels of least cost. */
function settleCorridor(
  space: SpurSpace,
  problem: PathProblem,
  start: number,
  around: CostsToTarget | undefined,
): number[] {
  const { target, toTarget, labels, counter } = space;
  const heap = createKeyedHeap();
  const reach = createExpansion(space, problem, start, heap.push);
  labels.lower(start, problem.prefixCost);
  heap.push(problem.prefixCost, start);
  let best = Infinity;
  let goals: number[] = [];
  const workBefore = space.work;
  while (heap.size() > 0) {
    const estimate = heap.leastKey();
    if (estimate > best + ROUNDING * best) break;
    const label = heap.pop();
    if (!labels.isOpen(label)) continue;
    const node = labels.node(label);
    const cost = labels.cost(label);
    if (!toTarget.isSettled(node) && toTarget.work() < space.work) toTarget.workUntil(LEAP * space.work);
    if (space.work - workBefore > PATIENCE) around?.workUntil(space.work - workBefore);
    const improved = cost + Math.max(toTarget.bound(node), around?.bound(node) ?? 0);
    if (improved > estimate && improved > heap.leastKey()) {
      if (improved < Infinity) heap.push(improved, label);
      continue;
    }
    if (improved === Infinity) continue;
    if (!counter.step()) return [];
    labels.close(label);
    if (node === target) {
      if (cost < best) goals = [];
      best = Math.min(best, cost);
      if (cost === best) goals.push(label);
    } else {
      space.work += reach(label, best + ROUNDING * best);
    }
  }
  return goals;
}

/** Returns the function that lowers what a label leads to at this cost at most, and gives the number of edges that it looked at. */
function createExpansion(
  space: SpurSpace,
  { prefix, bannedNext }: PathProblem,
  start: number,
  push: (estimate: number, label: number) => void,
): (label: number, most: number) => number {
  const { graph, costs, edgeAllowed, nodeAllowed, toTarget, limit, labels } = space;
  const { offsets, targets, edgeIds } = graph;
  const onPrefix = new Set(prefix);
  // Nothing is in the way of a path without bans and limit: where the searches meet, a bound is the cost of a way.
  const isFree = bannedNext.size === 0 && limit === undefined;
  let known = Infinity;
  return (label, most) => {
    const node = labels.node(label);
    const cost = labels.cost(label);
    const hops = labels.hops(label) + 1;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    limit?.hopsToTarget.workUntil(toTarget.work());
    for (let p = first; p < end; p++) {
      const next = targets[p]!;
      const edge = edgeIds[p]!;
      const reached = labels.at(next, hops);
      const candidate = cost + costs[edge]!;
      if (candidate >= labels.cost(reached) || edgeAllowed?.[edge] === 0 || nodeAllowed?.[next] === 0)
        continue;
      if (next === node || onPrefix.has(next) || (label === start && bannedNext.has(next))) continue;
      if (limit !== undefined && hops + limit.hopsToTarget.bound(next) > limit.maxHops) continue;
      const bound = toTarget.bound(next);
      const estimate = candidate + bound;
      if (bound === Infinity || estimate > most || estimate > known) continue;
      if (isFree && toTarget.isSettled(next)) known = Math.min(known, estimate + ROUNDING * estimate);
      labels.lower(reached, candidate);
      push(estimate, reached);
    }
    return end - first;
  };
}

/** The lexicographically first simple way from `start` to one of the goals over labels of exact cost; `start` left out. */
function firstWay(space: SpurSpace, problem: PathProblem, goals: readonly number[], start: number): number[] {
  const { labels } = space;
  const next = successors(space, problem, goals, start);
  const isGoal = new Set(goals);
  const path: number[] = [];
  const visited = new Set([labels.node(start)]);
  const isOpenTo = (choice: number): boolean => !visited.has(labels.node(choice));
  let label = start;
  while (!isGoal.has(label)) {
    const cost = labels.cost(label);
    const choices = next.get(label)!.toSorted((a, b) => labels.node(a) - labels.node(b));
    // Only a step without cost can lead into a cycle without cost, and so to a dead end.
    label = choices.find(
      (choice) => isOpenTo(choice) && (labels.cost(choice) > cost || reaches(choice, next, isGoal, isOpenTo)),
    )!;
    visited.add(labels.node(label));
    path.push(labels.node(label));
  }
  return path;
}

/** The labels from which a goal can be reached at exactly its cost, with the next labels on the way. */
function successors(
  space: SpurSpace,
  problem: PathProblem,
  goals: readonly number[],
  start: number,
): Map<number, number[]> {
  const next = new Map<number, number[]>();
  const pending = [...goals];
  const seen = new Set(goals);
  for (let label = pending.pop(); label !== undefined; label = pending.pop()) {
    if (label === start) continue;
    for (const before of labelsBefore(space, problem, label, start)) {
      const list = next.get(before);
      if (list === undefined) next.set(before, [label]);
      else list.push(label);
      if (seen.has(before)) continue;
      seen.add(before);
      pending.push(before);
    }
  }
  return next;
}

/** The labels that reach this one at exactly its cost. */
function labelsBefore(
  { backward, costs, edgeAllowed, labels }: SpurSpace,
  { bannedNext }: PathProblem,
  label: number,
  start: number,
): Set<number> {
  const before = new Set<number>();
  const node = labels.node(label);
  const cost = labels.cost(label);
  const hops = labels.hops(label) - 1;
  for (let p = backward.offsets[node]!; p < backward.offsets[node + 1]!; p++) {
    const from = backward.targets[p]!;
    const edge = backward.edgeIds[p]!;
    const other = labels.at(from, hops);
    const costBefore = labels.cost(other);
    if (costBefore > cost || costBefore + costs[edge]! !== cost) continue;
    if (edgeAllowed?.[edge] === 0 || from === node) continue;
    if (other !== start || !bannedNext.has(node)) before.add(other);
  }
  return before;
}

function reaches(
  from: number,
  next: ReadonlyMap<number, readonly number[]>,
  goals: ReadonlySet<number>,
  isOpenTo: (label: number) => boolean,
): boolean {
  const pending = [from];
  const seen = new Set(pending);
  for (let label = pending.pop(); label !== undefined; label = pending.pop()) {
    if (goals.has(label)) return true;
    for (const choice of next.get(label) ?? []) {
      if (seen.has(choice) || !isOpenTo(choice)) continue;
      seen.add(choice);
      pending.push(choice);
    }
  }
  return false;
}
