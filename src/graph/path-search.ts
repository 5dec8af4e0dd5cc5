/** What the searches for the first path of a subproblem have in common: the inner step of Yen's algorithm. */
import type { Csr } from "./csr.ts";
import type { StepCounter } from "./stop-check.ts";

/** Where paths are looked for. */
export interface PathSpace {
  readonly graph: Csr;
  /** The same edges backwards. */
  readonly backward: Csr;
  /** By edge id: 0 leaves the edge out. */
  readonly edgeAllowed: Uint8Array | undefined;
  /** By node: 0 leaves the node out. */
  readonly nodeAllowed: Uint8Array | undefined;
  readonly target: number;
  readonly counter: StepCounter;
}

/** The paths that continue a prefix without meeting it again and without taking one of some banned next nodes. */
export interface PathProblem {
  /** At least the source; the continuation starts at the last node. */
  readonly prefix: readonly number[];
  readonly prefixCost: number;
  readonly bannedNext: ReadonlySet<number>;
}

export interface FoundPath {
  /** From the source to the target. */
  readonly nodes: readonly number[];
  readonly cost: number;
}

export interface PathSearch {
  /**
   * The first path of a subproblem in the order (cost, node ids lexicographically); `undefined` if there is none, or if the budget
   * ended, which the counter then says.
   */
  readonly first: (problem: PathProblem) => FoundPath | undefined;
  /** At most the cost of the first path; Infinity if it is clear that there is none. */
  readonly bound: (problem: PathProblem) => number;
}
