/**
 * Simple directed cycles of 2 to `maxLength` edges, and self-loops apart.
 *
 * Method: for each start node, in ascending order, depth-first search among the nodes of its strongly connected component
 * with greater ids, pruned by the backward distance to the start; blocking as in Johnson 1975, Finding all the elementary
 * circuits of a directed graph, SIAM Journal on Computing 4(1), 77–84, is not needed at lengths up to about 6.
 * A cycle is written with its smallest id first, and cycles come in lexicographic order. In node form parallel edges are
 * one; in multigraph form each choice of them is a cycle of its own. Weights play no part.
 * Cost: output times length plus, for each start node, the edges within reach; through one node nothing else is looked at. Stops at `maxCycles` or when the budget
 * ends; `truncated` then says that lists and counts are only a part.
 */
import { boundedWalk } from "./bounded-walk.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireCount, requireMask, requireNode } from "./input-checks.ts";
import { multiplicity, simpleGraph } from "./simple-graph.ts";
import { countSteps } from "./stop-check.ts";
import type { StepCounter, StopCheck } from "./stop-check.ts";
import { stronglyConnected } from "./strongly-connected.ts";

export interface CyclesOptions {
  /** Longest cycle, in edges; at least 2. */
  readonly maxLength: number;
  /** Only the cycles through this node. */
  readonly through?: number | undefined;
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** Stop after this many cycles in node form. Default 10,000. */
  readonly maxCycles?: number | undefined;
  readonly stop?: StopCheck | undefined;
}

export interface Cycles {
  /** Node ids in the order of travel, smallest first, the first not repeated. */
  readonly cycles: readonly (readonly number[])[];
  /** Index = number of edges, 0 to maxLength: how many cycles in node form. */
  readonly countByLength: readonly number[];
  /** The same in multigraph form. */
  readonly multigraphCountByLength: readonly number[];
  /** Nodes with an edge to themselves, ascending; only `through` itself if that is given. */
  readonly selfLoops: readonly number[];
  readonly truncated: boolean;
}

export function cycles(graph: Csr, options: CyclesOptions): Cycles {
  const { maxLength, through, edgeAllowed, maxCycles = 10_000 } = options;
  requireCount(maxLength, 2, "maxLength");
  requireCount(maxCycles, 1, "maxCycles");
  if (through !== undefined) requireNode(through, graph.nodeCount, "through");
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  const counter = countSteps(options.stop);
  const found: number[][] = [];
  const countByLength = Array.from({ length: maxLength + 1 }, () => 0);
  const multigraphCountByLength = [...countByLength];
  let capped = false;
  const report = (nodes: readonly number[], ways: number): boolean => {
    if (found.length === maxCycles) {
      capped = true;
      return false;
    }
    found.push(smallestFirst(nodes));
    countByLength[nodes.length]!++;
    multigraphCountByLength[nodes.length]! += ways;
    return true;
  };
  const search = { graph, maxLength, edgeAllowed, counter, report };
  const whole = through === undefined ? everyCycle(search) : cyclesThrough(search, through);
  return {
    cycles: found.toSorted(lexicographic),
    countByLength,
    multigraphCountByLength,
    selfLoops: selfLoops(graph, edgeAllowed, through),
    truncated: capped || !whole,
  };
}

interface CycleSearch {
  readonly graph: Csr;
  readonly maxLength: number;
  readonly edgeAllowed: Uint8Array | undefined;
  readonly counter: StepCounter;
  /** Gets a cycle, and how many ways there are to choose among parallel edges; `false` ends the search. */
  readonly report: (nodes: readonly number[], ways: number) => boolean;
}

/** `false` if it was ended early. */
function everyCycle({ graph, maxLength, edgeAllowed, counter, report }: CycleSearch): boolean {
  const simple = simpleGraph(graph, { edgeAllowed });
  const { component } = stronglyConnected(simple.arcs);
  const backward = reverseCsr(simple.arcs);
  const arcsToGoal = new Int32Array(graph.nodeCount).fill(-1);
  const onWay = new Uint8Array(graph.nodeCount);
  let whole = true;
  for (let start = 0; whole && start < graph.nodeCount; start++) {
    const marked = markDistances(backward, start, maxLength - 1, component, arcsToGoal);
    whole = boundedWalk({
      arcs: simple.arcs,
      start,
      goal: start,
      maxEdges: maxLength,
      arcsToGoal,
      onWay,
      counter,
      found: (nodes, arcs) =>
        report(
          nodes,
          arcs.reduce((ways, arc) => ways * multiplicity(simple, arc), 1),
        ),
    });
    for (const v of marked) arcsToGoal[v] = -1;
  }
  return whole;
}

/** Looks at the surroundings of the node alone. `false` if it was ended early. */
function cyclesThrough(
  { graph, maxLength, edgeAllowed, counter, report }: CycleSearch,
  through: number,
): boolean {
  const { offsets, targets, edgeIds } = graph;
  const isAllowed = (position: number): boolean => edgeAllowed?.[edgeIds[position]!] !== 0;
  /** How many allowed parallel edges there are from a position on, in one direction. */
  const parallels = (position: number, row: number, step: 1 | -1): number => {
    let count = 0;
    for (let p = position; targets[p] === targets[position]; p += step) {
      if (p < offsets[row]! || p >= offsets[row + 1]!) break;
      if (isAllowed(p)) count++;
    }
    return count;
  };
  return boundedWalk({
    arcs: graph,
    start: through,
    goal: through,
    maxEdges: maxLength,
    arcsToGoal: boundsToGoal(graph, through, maxLength, edgeAllowed),
    isSkipped: (position, row) =>
      targets[position] === row || !isAllowed(position) || parallels(position, row, -1) > 1,
    onWay: new Uint8Array(graph.nodeCount),
    counter,
    found: (nodes, positions) =>
      report(
        nodes,
        positions.reduce((ways, position, i) => ways * parallels(position, nodes[i]!, 1), 1),
      ),
  });
}

/**
 * By node: at most how many edges lead to the goal. Searches forwards and backwards in turn, level by level, wherever fewer edges are
 * to be looked at, until both together span the greatest length: what is further off than the levels backwards is bounded by them.
 */
function boundsToGoal(
  graph: Csr,
  goal: number,
  maxLength: number,
  edgeAllowed: Uint8Array | undefined,
): Int32Array {
  const backwards = createLevels(reverseCsr(graph), goal, edgeAllowed);
  const forwards = createLevels(graph, goal, edgeAllowed);
  while (forwards.depth() + backwards.depth() < maxLength) {
    if (backwards.width() <= forwards.width()) backwards.grow();
    else forwards.grow();
  }
  const beyond = backwards.width() === 0 ? maxLength : backwards.depth() + 1;
  const bounds = new Int32Array(graph.nodeCount).fill(beyond);
  for (const [node, depth] of backwards.reached) bounds[node] = depth;
  return bounds;
}

interface Levels {
  readonly depth: () => number;
  /** How many edges lead on from the last level. */
  readonly width: () => number;
  readonly grow: () => void;
  /** Each node reached, with its depth. */
  readonly reached: ReadonlyMap<number, number>;
}

function createLevels(
  { offsets, targets, edgeIds }: Csr,
  root: number,
  edgeAllowed: Uint8Array | undefined,
): Levels {
  const reached = new Map([[root, 0]]);
  let last = [root];
  let depth = 0;
  return {
    reached,
    depth: () => depth,
    width: () => last.reduce((sum, v) => sum + offsets[v + 1]! - offsets[v]!, 0),
    grow() {
      depth++;
      const next: number[] = [];
      for (const v of last) {
        for (let p = offsets[v]!; p < offsets[v + 1]!; p++) {
          const w = targets[p]!;
          if (reached.has(w) || edgeAllowed?.[edgeIds[p]!] === 0) continue;
          reached.set(w, depth);
          next.push(w);
        }
      }
      last = next;
    },
  };
}

/** Backward search from `goal` over its component and greater ids; writes distances and returns the nodes marked. */
function markDistances(
  backward: Csr,
  goal: number,
  maxDepth: number,
  component: Uint32Array,
  arcsToGoal: Int32Array,
): readonly number[] {
  const marked = [goal];
  arcsToGoal[goal] = 0;
  for (let head = 0; head < marked.length; head++) {
    const v = marked[head]!;
    const depth = arcsToGoal[v]! + 1;
    if (depth > maxDepth) break;
    for (let p = backward.offsets[v]!; p < backward.offsets[v + 1]!; p++) {
      const w = backward.targets[p]!;
      if (w < goal || arcsToGoal[w] !== -1 || component[w] !== component[goal]) continue;
      arcsToGoal[w] = depth;
      marked.push(w);
    }
  }
  return marked;
}

function smallestFirst(nodes: readonly number[]): number[] {
  const first = nodes.indexOf(nodes.reduce((a, b) => Math.min(a, b)));
  return [...nodes.slice(first), ...nodes.slice(0, first)];
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

function selfLoops(graph: Csr, edgeAllowed: Uint8Array | undefined, through: number | undefined): number[] {
  const nodes: number[] = [];
  for (let v = through ?? 0; v < (through === undefined ? graph.nodeCount : through + 1); v++) {
    let isLoop = false;
    for (let p = graph.offsets[v]!; p < graph.offsets[v + 1]!; p++) {
      isLoop ||= graph.targets[p] === v && edgeAllowed?.[graph.edgeIds[p]!] !== 0;
    }
    if (isLoop) nodes.push(v);
  }
  return nodes;
}
