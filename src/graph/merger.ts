/**
 * What a merger does to the HHI when all shares are known, in percent.
 *
 * Delta = 2 Σ s_a s_b over the pairs of merging firms; post = pre + delta. Cost O(n + merging²).
 */
import { GraphInputError } from "./graph-input-error.ts";
import { hhi } from "./hhi.ts";
import { requireNode } from "./input-checks.ts";

export interface Merger {
  readonly preHhi: number;
  readonly postHhi: number;
  readonly delta: number;
  readonly mergedShare: number;
}

/** `merging`: indices into `shares`, each once. */
export function merger(shares: ArrayLike<number>, merging: readonly number[]): Merger {
  requireMerging(merging, shares.length);
  const preHhi = hhi(shares);
  let mergedShare = 0;
  let delta = 0;
  for (const firm of merging) {
    delta += 2 * mergedShare * shares[firm]!;
    mergedShare += shares[firm]!;
  }
  return { preHhi, postHhi: preHhi + delta, delta, mergedShare };
}

/** Refuses indices out of range and firms that merge with themselves. */
export function requireMerging(merging: readonly number[], firms: number): void {
  for (const [i, firm] of merging.entries()) requireNode(firm, firms, `merging[${i}]`);
  if (new Set(merging).size !== merging.length) {
    throw new GraphInputError("merging", `different firms, got ${merging.join(", ")}`);
  }
}
