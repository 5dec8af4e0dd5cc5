/**
 * Measures of concentration of a market, from shares in percent (0 to 100).
 *
 * HHI: the sum of squared shares, 0 to 10,000; as in the US Merger Guidelines of 18 December 2023. Shares are taken as
 * given: they are never rescaled to 100, so partly known shares give a part of the index (see hhi-bounds.ts).
 * Firms of one parent are to be added up first (`groupShares`). Cost O(n), `concentrationRatio` O(n log n).
 */
import { GraphInputError } from "./graph-input-error.ts";
import { requireAmounts, requireCount, requireLength } from "./input-checks.ts";

/** Sum of squares; 0 for no shares at all. */
export function hhi(shares: ArrayLike<number>): number {
  requireAmounts(shares, "shares");
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += shares[i]! * shares[i]!;
  return sum;
}

/** How many firms of equal size would give this index: 10,000 / HHI. Infinity for an index of 0. */
export function effectiveNumber(index: number): number {
  return 10_000 / index;
}

/** (H - 1/N) / (1 - 1/N) with H on 0 to 1, over all firms listed, those without share too; 1 for a single firm. */
export function normalisedHhi(shares: ArrayLike<number>): number {
  requireCount(shares.length, 1, "shares.length");
  if (shares.length === 1) return 1;
  const even = 1 / shares.length;
  return (hhi(shares) / 10_000 - even) / (1 - even);
}

/** Sum of the k greatest shares, or of all if there are fewer. */
export function concentrationRatio(shares: ArrayLike<number>, k: number): number {
  requireAmounts(shares, "shares");
  requireCount(k, 1, "k");
  return Float64Array.from(shares)
    .sort()
    .subarray(-k)
    .reduceRight((sum, share) => sum + share, 0);
}

/** Shannon entropy -Σ p ln p with p = share / 100, in nats; a share of 0 adds 0. */
export function shareEntropy(shares: ArrayLike<number>): number {
  requireAmounts(shares, "shares");
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const p = shares[i]! / 100;
    if (p > 0) sum -= p * Math.log(p);
  }
  return sum;
}

/** Adds up the shares of each group; `groups[i]` is the group of firm i, numbered from 0. By group: its share. */
export function groupShares(shares: ArrayLike<number>, groups: ArrayLike<number>): Float64Array {
  requireAmounts(shares, "shares");
  requireLength(groups, shares.length, "groups");
  const sums: number[] = [];
  for (let i = 0; i < groups.length; i++) {
    requireCount(groups[i]!, 0, `groups[${i}]`);
    sums[groups[i]!] = (sums[groups[i]!] ?? 0) + shares[i]!;
  }
  if (sums.includes(undefined!)) throw new GraphInputError("groups", "numbered from 0 without gaps");
  return Float64Array.from(sums);
}
