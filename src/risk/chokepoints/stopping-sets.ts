import type { Verdict } from "../disruption.ts";

/** Some things whose loss stops targets, and how surely each. */
export interface StoppingSet {
  /** Node numbers, ascending. */
  readonly members: readonly number[];
  /** By target: PROVED where it stops in the open reading too. */
  readonly stops: ReadonlyMap<number, Verdict>;
  /** Rounds from the loss to the nearest target; 0 where nobody counted. */
  readonly wave: number;
}

/** Gathers which set stops which target. A set is one entry whatever it stops, and a target of it has the verdict that is added last. */
export interface StoppingSets {
  add(members: readonly number[], target: number, verdict: Verdict, wave?: number): void;
  size(): number;
  list(): readonly StoppingSet[];
}

interface Entry extends StoppingSet {
  readonly stops: Map<number, Verdict>;
  wave: number;
}

export function collectStoppingSets(): StoppingSets {
  const sets = new Map<string, Entry>();
  return {
    add(members, target, verdict, wave = 0) {
      const key = members.join(" ");
      const entry = sets.get(key) ?? { members, stops: new Map<number, Verdict>(), wave };
      sets.set(key, entry);
      entry.wave = Math.min(entry.wave, wave);
      entry.stops.set(target, verdict);
    },
    size: () => sets.size,
    list: () => [...sets.values()],
  };
}
