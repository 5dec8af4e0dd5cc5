/**
 * The first path, in the order (cost, node ids lexicographically), that continues a given prefix to the target without
 * meeting it again and without taking one of some banned next nodes. The inner step of Yen's algorithm.
 *
 * A* with the cost from each node to the target in the whole graph as potential, so that only a corridor around the
 * answer is explored. All nodes of the corridor whose estimate does not exceed the best cost are settled, so every
 * cheapest continuation is known, and the lexicographically first one is read off. With a hop limit the search runs over
 * (node, hops) instead of nodes. Costs are sums from the source on, in path order, compared exactly.
 */
import { createBinaryHeap } from "./binary-heap.ts";
import type { Csr } from "./csr.ts";
import type { StepCounter } from "./stop-check.ts";

export interface SpurSpace {
  readonly arcs: Csr;
  /** By arc, finite and at least 0. */
  readonly costs: Float64Array;
  readonly target: number;
  /** By node: cost to the target, Infinity if there is no way. */
  readonly potential: Float64Array;
  /** Absent if paths may be of any length. */
  readonly limit: HopLimit | undefined;
  readonly counter: StepCounter;
}

export interface HopLimit {
  /** Greatest number of arcs of a whole path. */
  readonly maxHops: number;
  /** By node: least number of arcs to the target, -1 if there is no way. */
  readonly arcsToTarget: Int32Array;
}

export interface SpurProblem {
  /** At least the source; the continuation starts at the last node. */
  readonly prefix: readonly number[];
  readonly prefixCost: number;
  readonly bannedNext: ReadonlySet<number>;
}

export interface SpurPath {
  /** From the source to the target. */
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** A node (at a number of hops, if those are limited) with the least cost it was reached at. */
interface Label {
  readonly node: number;
  readonly hops: number;
  cost: number;
  /** Labels that reach this one at exactly its cost. */
  readonly before: Label[];
}

/** Estimates are sums in another order than costs; they may be off by rounding. */
const ROUNDING = 1e-9;

/** `undefined` if there is no such path, or if the budget ended, which the counter then says. */
export function spurSearch(space: SpurSpace, problem: SpurProblem): SpurPath | undefined {
  const start: Label = {
    node: problem.prefix.at(-1)!,
    hops: problem.prefix.length - 1,
    cost: problem.prefixCost,
    before: [],
  };
  const goals = settleCorridor(space, problem, start);
  if (goals.length === 0) return undefined;
  const rest = firstPath(goals, start);
  return { nodes: [...problem.prefix, ...rest.map((label) => label.node)], cost: goals[0]!.cost };
}

/** Settles every label that a cheapest path may use; returns the target's labels of least cost. */
function settleCorridor(space: SpurSpace, problem: SpurProblem, start: Label): Label[] {
  const { arcs, costs, target, potential, limit, counter } = space;
  const labels = new Map<number, Label>();
  const prefix = new Set(problem.prefix);
  const heap = createBinaryHeap<{ readonly label: Label; readonly cost: number; readonly estimate: number }>(
    (a, b) => a.estimate < b.estimate,
  );
  heap.push({ label: start, cost: start.cost, estimate: start.cost + potential[start.node]! });
  let best = Infinity;
  let goals: Label[] = [];
  for (let entry = heap.pop(); entry !== undefined; entry = heap.pop()) {
    const { label } = entry;
    if (entry.estimate > best + ROUNDING * best) break;
    if (entry.cost > label.cost) continue;
    if (!counter.step()) return [];
    if (label.node === target) {
      if (label.cost < best) goals = [];
      best = Math.min(best, label.cost);
      if (label.cost === best) goals.push(label);
      continue;
    }
    for (let arc = arcs.offsets[label.node]!; arc < arcs.offsets[label.node + 1]!; arc++) {
      const node = arcs.targets[arc]!;
      const hops = label.hops + 1;
      if (potential[node] === Infinity) continue;
      if (limit !== undefined && hops + limit.arcsToTarget[node]! > limit.maxHops) continue;
      if (prefix.has(node) || (label === start && problem.bannedNext.has(node))) continue;
      const cost = label.cost + costs[arc]!;
      const key = limit !== undefined ? hops * arcs.nodeCount + node : node;
      let reached = labels.get(key);
      if (reached === undefined) {
        reached = { node, hops, cost: Infinity, before: [] };
        labels.set(key, reached);
      }
      if (cost < reached.cost) {
        reached.cost = cost;
        reached.before.length = 0;
        heap.push({ label: reached, cost, estimate: cost + potential[node]! });
      }
      if (cost === reached.cost) reached.before.push(label);
    }
  }
  return goals;
}

/** The lexicographically first simple way from `start` to one of the goals over labels of exact cost; `start` left out. */
function firstPath(goals: readonly Label[], start: Label): Label[] {
  const next = successors(goals);
  const isGoal = new Set(goals);
  const path: Label[] = [];
  const visited = new Set([start.node]);
  let label = start;
  while (!isGoal.has(label)) {
    const { cost } = label;
    const choices = next.get(label)!.toSorted((a, b) => a.node - b.node);
    // Only a step without cost can lead into a cycle without cost, and so to a dead end.
    label = choices.find(
      (choice) => !visited.has(choice.node) && (choice.cost > cost || reaches(choice, next, isGoal, visited)),
    )!;
    visited.add(label.node);
    path.push(label);
  }
  return path;
}

/** The labels from which a goal can be reached, with the next labels on the way. */
function successors(goals: readonly Label[]): Map<Label, Label[]> {
  const next = new Map<Label, Label[]>();
  const pending = [...goals];
  const seen = new Set(goals);
  for (let label = pending.pop(); label !== undefined; label = pending.pop()) {
    for (const before of label.before) {
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

function reaches(
  from: Label,
  next: ReadonlyMap<Label, readonly Label[]>,
  goals: ReadonlySet<Label>,
  visited: ReadonlySet<number>,
): boolean {
  const pending = [from];
  const seen = new Set(pending);
  for (let label = pending.pop(); label !== undefined; label = pending.pop()) {
    if (goals.has(label)) return true;
    for (const choice of next.get(label) ?? []) {
      if (seen.has(choice) || visited.has(choice.node)) continue;
      seen.add(choice);
      pending.push(choice);
    }
  }
  return false;
}
