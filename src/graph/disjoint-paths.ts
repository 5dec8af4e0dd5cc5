/**
 * How many ways from source to target share no node, and how many share no edge.
 *
 * Source: Menger 1927, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10, 96–115, by augmenting paths of Ford
 * and Fulkerson 1956, Maximal flow through a network, Canadian Journal of Mathematics 8, 399–404, with unit capacities
 * and breadth-first search from both ends. Node form: every node but the ends is split in two; parallel edges count once, and a direct
 * edge is one way that no node removal can cut. Edge form: each parallel edge is a way of its own. Self-loops are
 * ignored, weights play no part. Cost O(n + m) at worst for each way found, mostly far less, as it is looked for from both
 * ends; it stops at `limit` ways.
 */
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireCount, requireMask, requireNode } from "./input-checks.ts";
import { meetingWay } from "./meeting-search.ts";
import type { StepSpace } from "./meeting-search.ts";

export interface DisjointPathsOptions {
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** Stop counting here: 3 is enough to say "at least 3". Default: no limit. */
  readonly limit?: number | undefined;
}

export interface DisjointPaths {
  readonly nodeDisjoint: number;
  readonly edgeDisjoint: number;
  /** Whether source and target are joined by an edge, which nodeDisjoint counts as one. */
  readonly directEdge: boolean;
}

/** From a node to itself there is no way to count: both numbers are 0. */
export function disjointPaths(
  graph: Csr,
  source: number,
  target: number,
  options: DisjointPathsOptions = {},
): DisjointPaths {
  const { edgeAllowed, limit = Infinity } = options;
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireMask(edgeAllowed, graph.edgeCount, "edgeAllowed");
  if (limit !== Infinity) requireCount(limit, 1, "limit");
  if (source === target) return { nodeDisjoint: 0, edgeDisjoint: 0, directEdge: false };
  const problem = { graph, backward: reverseCsr(graph), source, target, edgeAllowed };
  const directEdge = hasEdge(problem);
  const direct = directEdge ? 1 : 0;
  return {
    nodeDisjoint: direct + nodeFlow(problem, limit - direct),
    edgeDisjoint: edgeFlow(problem, limit),
    directEdge,
  };
}

interface FlowProblem {
  readonly graph: Csr;
  readonly backward: Csr;
  readonly source: number;
  readonly target: number;
  readonly edgeAllowed: Uint8Array | undefined;
}

function hasEdge({ graph, source, target, edgeAllowed }: FlowProblem): boolean {
  let found = false;
  for (let p = graph.offsets[source]!; p < graph.offsets[source + 1]!; p++) {
    found ||= graph.targets[p] === target && edgeAllowed?.[graph.edgeIds[p]!] !== 0;
  }
  return found;
}

/** Calls `visit` with the far end and the id of each allowed edge of a row. */
function eachEdge(
  rows: Csr,
  node: number,
  edgeAllowed: Uint8Array | undefined,
  visit: (far: number, edge: number) => void,
): void {
  for (let p = rows.offsets[node]!; p < rows.offsets[node + 1]!; p++) {
    const edge = rows.edgeIds[p]!;
    if (edgeAllowed?.[edge] !== 0) visit(rows.targets[p]!, edge);
  }
}

/**
 * Greatest number of ways without a common inner node and without the direct edge, at most `limit`. The state 2v is node v
 * where ways come in, 2v + 1 where they go out; what the ways found so far allow between the two is worked out on the go.
 */
function nodeFlow({ graph, backward, source, target, edgeAllowed }: FlowProblem, limit: number): number {
  /** By inner node of a way: the node before it and the node after it. */
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const isTaken = (from: number, to: number): boolean =>
    to === target ? after.get(from) === target : before.get(to) === from;
  const isWay = (from: number, to: number): boolean =>
    from !== to && to !== source && from !== target && !(from === source && to === target);
  const space: StepSpace = {
    after(state, visit) {
      const node = state >> 1;
      const isOut = (state & 1) === 1;
      if (isOut) {
        eachEdge(graph, node, edgeAllowed, (to) => {
          if (isWay(node, to) && !isTaken(node, to)) visit(2 * to, 0);
        });
      }
      // On a way: what comes in can only push back the step that led here, and what goes out can give the node up.
      const previous = before.get(node);
      if (isOut && previous !== undefined) visit(2 * node, 0);
      if (!isOut) visit(2 * (previous ?? node) + 1, 0);
    },
    before(state, visit) {
      const node = state >> 1;
      const isOut = (state & 1) === 1;
      if (!isOut) {
        eachEdge(backward, node, edgeAllowed, (from) => {
          if (isWay(from, node) && !isTaken(from, node)) visit(2 * from + 1, 0);
        });
      }
      const next = after.get(node);
      if (!isOut && next !== undefined) visit(2 * node + 1, 0);
      if (isOut && next !== target) visit(2 * (next ?? node), 0);
    },
  };
  let flow = 0;
  for (; flow < limit; flow++) {
    const way = meetingWay(space, 2 * source + 1, 2 * target);
    if (way === undefined) break;
    const moves = way.map(({ from, to }) => ({ from: from >> 1, to: to >> 1, isBack: (from & 1) === 0 }));
    const changes = moves.filter(({ from, to }) => from !== to);
    for (const { from, to, isBack } of changes) {
      if (!isBack) continue;
      before.delete(from);
      if (to !== source) after.delete(to);
    }
    for (const { from, to, isBack } of changes) {
      if (isBack) continue;
      if (to !== target) before.set(to, from);
      if (from !== source) after.set(from, to);
    }
  }
  return flow;
}

/** Greatest number of ways without a common edge, at most `limit`. */
function edgeFlow({ graph, backward, source, target, edgeAllowed }: FlowProblem, limit: number): number {
  const used = new Set<number>();
  const space: StepSpace = {
    after(node, visit) {
      eachEdge(graph, node, edgeAllowed, (to, edge) => {
        if (!used.has(edge)) visit(to, edge);
      });
      eachEdge(backward, node, edgeAllowed, (from, edge) => {
        if (used.has(edge)) visit(from, edge);
      });
    },
    before(node, visit) {
      eachEdge(backward, node, edgeAllowed, (from, edge) => {
        if (!used.has(edge)) visit(from, edge);
      });
      eachEdge(graph, node, edgeAllowed, (to, edge) => {
        if (used.has(edge)) visit(to, edge);
      });
    },
  };
  let flow = 0;
  for (; flow < limit; flow++) {
    const way = meetingWay(space, source, target);
    if (way === undefined) break;
    // A way takes an edge that is free, or gives back one that is used.
    for (const { label } of way) if (!used.delete(label)) used.add(label);
  }
  return flow;
}
