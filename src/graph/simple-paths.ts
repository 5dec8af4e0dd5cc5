/**
 * All simple paths from source to target with at most `maxEdges` edges.
 *
 * Depth-first search pruned by the backward breadth-first distance to the target. Follows the rows given. In node form
 * parallel edges are one; in multigraph form each choice of parallel edges is a path of its own. Self-loops are ignored,
 * weights play no part. Paths come in lexicographic order of node ids. Cost: output times length, after O(n + m).
 * Stops at `maxPaths` or when the budget ends; `truncated` then says that lists and counts are only a part.
 */
import { distancesFrom } from "./bfs.ts";
import { boundedWalk } from "./bounded-walk.ts";
import { reverseCsr } from "./csr.ts";
import type { Csr } from "./csr.ts";
import { requireCount, requireNode } from "./input-checks.ts";
import { multiplicity, simpleGraph } from "./simple-graph.ts";
import { countSteps } from "./stop-check.ts";
import type { StopCheck } from "./stop-check.ts";

export interface SimplePathsOptions {
  /** Longest path, in edges; at least 1. */
  readonly maxEdges: number;
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed?: Uint8Array | undefined;
  /** By node: 0 leaves the node out. */
  readonly nodeAllowed?: Uint8Array | undefined;
  /** Stop after this many paths in node form. Default 10,000. */
  readonly maxPaths?: number | undefined;
  readonly stop?: StopCheck | undefined;
}

export interface SimplePaths {
  /** Node ids from source to target. */
  readonly paths: readonly (readonly number[])[];
  /** Index = number of edges, 0 to maxEdges: how many paths in node form. */
  readonly countByEdges: readonly number[];
  /** The same in multigraph form. */
  readonly multigraphCountByEdges: readonly number[];
  readonly truncated: boolean;
}

/** From a node to itself there is no simple path of at least one edge: the answer is empty. */
export function simplePaths(
  graph: Csr,
  source: number,
  target: number,
  options: SimplePathsOptions,
): SimplePaths {
  const { maxEdges, maxPaths = 10_000 } = options;
  requireNode(source, graph.nodeCount, "source");
  requireNode(target, graph.nodeCount, "target");
  requireCount(maxEdges, 1, "maxEdges");
  requireCount(maxPaths, 1, "maxPaths");
  const paths: number[][] = [];
  const countByEdges = zeros(maxEdges);
  const multigraphCountByEdges = zeros(maxEdges);
  if (source === target) return { paths, countByEdges, multigraphCountByEdges, truncated: false };
  const simple = simpleGraph(graph, options);
  const arcsToGoal = distancesFrom(reverseCsr(simple.arcs), [target], { maxDepth: maxEdges }).hops;
  let capped = false;
  const whole = boundedWalk({
    arcs: simple.arcs,
    start: source,
    goal: target,
    maxEdges,
    arcsToGoal,
    onWay: new Uint8Array(graph.nodeCount),
    counter: countSteps(options.stop),
    found(nodes, arcs) {
      if (paths.length === maxPaths) {
        capped = true;
        return false;
      }
      paths.push([...nodes, target]);
      countByEdges[arcs.length]!++;
      multigraphCountByEdges[arcs.length]! += arcs.reduce((ways, arc) => ways * multiplicity(simple, arc), 1);
      return true;
    },
  });
  return { paths, countByEdges, multigraphCountByEdges, truncated: capped || !whole };
}

function zeros(maxEdges: number): number[] {
  return Array.from({ length: maxEdges + 1 }, () => 0);
}
