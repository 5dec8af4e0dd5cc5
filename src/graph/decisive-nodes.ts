/**
 * Which single nodes, failing besides what has failed already, stop a top.
 *
 * Whatever stops the top is in every set that supports it, so only nodes of one support are candidates, and of those only the
 * ones that are also in supports which avoid them where they can: few more than are decisive. Each of these is tried. Failing
 * many at once to rule them out together was measured and is no quicker: what falls is what costs.
 */
import type { StepCounter } from "./stop-check.ts";
import type { TopOracle } from "./working-support.ts";

export interface DecisiveSearch {
  readonly oracle: TopOracle;
  /** By node, all 0 between uses. */
  readonly isCandidate: Uint8Array;
  readonly counter: StepCounter;
}

/** `candidates` are all of one support that can fail, under these failures. `undefined` when the budget ended. */
export function decisiveNodes(
  { oracle, isCandidate, counter }: DecisiveSearch,
  failures: readonly number[],
  candidates: readonly number[],
): readonly number[] | undefined {
  const decisive: number[] = [];
  for (const node of commonSupport(oracle, isCandidate, candidates)) {
    if (!counter.step()) return undefined;
    if (oracle.isDown([...failures, node])) decisive.push(node);
  }
  return decisive;
}

function commonSupport(
  oracle: TopOracle,
  isCandidate: Uint8Array,
  candidates: readonly number[],
): readonly number[] {
  let common = candidates;
  let before: number;
  do {
    before = common.length;
    for (const node of common) isCandidate[node] = 1;
    const support = new Set(oracle.support(isCandidate));
    for (const node of common) isCandidate[node] = 0;
    common = common.filter((node) => support.has(node));
  } while (common.length < 0.8 * before);
  return common;
}
