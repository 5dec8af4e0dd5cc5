/**
 * Single points of failure: for each of several tops, the nodes whose failure alone stops it. Minimal cut sets of order 1, for
 * many tops on one structure. A top is not its own point of failure. Method: see decisive-nodes.ts; cost: a propagation for each
 * node tried.
 */
import { andOrClosure } from "./and-or-closure.ts";
import type { AndOrGraph } from "./and-or-graph.ts";
import { decisiveNodes } from "./decisive-nodes.ts";
import { requireMask, requireNode } from "./input-checks.ts";
import type { MinimalCutSetsOptions } from "./min-cut-sets.ts";
import { countSteps } from "./stop-check.ts";
import { failureOracle, topOracle } from "./working-support.ts";

export type SingleFailuresOptions = Omit<MinimalCutSetsOptions, "maxOrder" | "limit">;

export interface SingleFailures {
  /** By top, in the order given: the nodes that stop it, ascending; `undefined` for one that is down without any failure. */
  readonly stoppedBy: readonly (readonly number[] | undefined)[];
  /** The budget ended the search: the last tops are missing. */
  readonly truncated: boolean;
}

export function singleFailures(
  graph: AndOrGraph,
  tops: readonly number[],
  options: SingleFailuresOptions = {},
): SingleFailures {
  const { failable, semantics = "running" } = options;
  for (const [i, top] of tops.entries()) requireNode(top, graph.nodeCount, `tops[${i}]`);
  requireMask(failable, graph.nodeCount, "failable");
  const closure = andOrClosure(graph, tops, options);
  const innerOf = new Map(Array.from(closure.nodes, (node, inner) => [node, inner]));
  const common = failureOracle(closure.graph, semantics);
  const isCandidate = new Uint8Array(closure.graph.nodeCount);
  const counter = countSteps(options.stop);
  const stoppedBy: (readonly number[] | undefined)[] = [];
  for (const top of tops) {
    const inner = innerOf.get(top)!;
    const oracle = topOracle(common, inner);
    if (oracle.isDown([])) {
      stoppedBy.push(undefined);
      continue;
    }
    const candidates = oracle
      .support()
      .filter((node) => node !== inner && failable?.[closure.nodes[node]!] !== 0);
    const found = decisiveNodes({ oracle, isCandidate, counter }, [], candidates);
    if (found === undefined) return { stoppedBy, truncated: true };
    stoppedBy.push(found.map((node) => closure.nodes[node]!).toSorted((a, b) => a - b));
  }
  return { stoppedBy, truncated: false };
}
