import { compareStrings } from "../../domain/compare.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import type { Verdict } from "../disruption.ts";
import type { Chokepoint } from "./chokepoint.ts";

export interface ChokepointCount {
  readonly order: number;
  readonly verdict: Verdict;
  /** Null for sets whose members are of several kinds. */
  readonly kind: EntityKind | null;
  readonly count: number;
}

/** How many chokepoints there are of each order, verdict and kind. */
export function countChokepoints(list: readonly Chokepoint[]): readonly ChokepointCount[] {
  const counts = new Map<string, ChokepointCount>();
  for (const { order, verdict, kinds } of list) {
    const kind = new Set(kinds).size === 1 ? (kinds[0] ?? null) : null;
    const key = `${order} ${verdict} ${kind ?? ""}`;
    counts.set(key, { order, verdict, kind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].toSorted(([a], [b]) => compareStrings(a, b)).map(([, count]) => count);
}
