/**
 * Modified HHI: concentration under common ownership.
 *
 * Source: O'Brien and Salop 2000, Competitive effects of partial ownership: financial interest and corporate control,
 * Antitrust Law Journal 67, 559–614. Delta = Σ_j Σ_{k≠j} s_j s_k (Σ_i γ_ij β_ik) / (Σ_i γ_ij β_ij), with shares s in
 * percent, cash rights β and control rights γ of owner i in firm j as fractions. Cost O(owners × firms²).
 */
import { GraphInputError } from "./graph-input-error.ts";
import { hhi } from "./hhi.ts";
import { requireAmounts, requireLength } from "./input-checks.ts";

export interface ModifiedHhi {
  readonly hhi: number;
  readonly delta: number;
  readonly mhhi: number;
}

/** Rows of `cashRights` and `controlRights` are owners, columns firms; control follows cash unless it is given. */
export function mhhi(
  shares: ArrayLike<number>,
  cashRights: readonly ArrayLike<number>[],
  controlRights: readonly ArrayLike<number>[] = cashRights,
): ModifiedHhi {
  requireRights(cashRights, shares.length, "cashRights");
  requireRights(controlRights, shares.length, "controlRights");
  requireLength(controlRights, cashRights.length, "controlRights");
  const index = hhi(shares);
  let delta = 0;
  for (let j = 0; j < shares.length; j++) {
    const own = commonWeight(controlRights, j, cashRights, j);
    if (own === 0) {
      throw new GraphInputError(`cashRights of firm ${j}`, "positive for an owner who also has control");
    }
    for (let k = 0; k < shares.length; k++) {
      if (k === j) continue;
      delta += (shares[j]! * shares[k]! * commonWeight(controlRights, j, cashRights, k)) / own;
    }
  }
  return { hhi: index, delta, mhhi: index + delta };
}

/** Σ over owners of control in firm j times cash rights in firm k. */
function commonWeight(
  control: readonly ArrayLike<number>[],
  j: number,
  cash: readonly ArrayLike<number>[],
  k: number,
): number {
  return control.reduce((sum, row, owner) => sum + row[j]! * cash[owner]![k]!, 0);
}

function requireRights(rights: readonly ArrayLike<number>[], firms: number, argument: string): void {
  for (const [owner, row] of rights.entries()) {
    requireLength(row, firms, `${argument}[${owner}]`);
    requireAmounts(row, `${argument}[${owner}]`);
  }
}
