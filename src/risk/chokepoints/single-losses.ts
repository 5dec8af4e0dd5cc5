import type { AndOrIndex } from "../../graph/and-or-graph.ts";
import { failureSpread } from "../../graph/failure-spread.ts";
import type { StopCheck } from "../../graph/stop-check.ts";
import type { Reading } from "../failure-runs.ts";
import { nodesOfThing, type FailableThings } from "./failable-things.ts";
import type { StoppingSets } from "./stopping-sets.ts";

export interface SingleLossesInput {
  readonly things: FailableThings;
  readonly targets: readonly number[];
  /** By node: 1 where a target can depend on it. */
  readonly isInside: Uint8Array;
  readonly index: (reading: Reading) => AndOrIndex;
  readonly stop: StopCheck;
}

/** Lets each thing that targets can depend on fail by itself, in both readings. Returns how many were tried and whether that was all. */
export function singleLosses(
  { things, targets, isInside, index, stop }: SingleLossesInput,
  found: StoppingSets,
): { readonly tried: number; readonly isWhole: boolean } {
  const [documented, open] = [failureSpread(index("DOCUMENTED")), failureSpread(index("OPEN"))];
  let tried = 0;
  for (let thing = 0; thing < isInside.length; thing += 1) {
    const nodes = nodesOfThing(things, thing);
    if (things.canBeLost[thing] !== 1 || !nodes.some((node) => isInside[node] === 1)) continue;
    tried += 1;
    if (stop(tried)) return { tried, isWhole: false };
    documented.run(nodes);
    const stopped = targets.filter((target) => (documented.wave[target] ?? -1) > 0);
    if (stopped.length === 0) continue;
    open.run(nodes);
    for (const target of stopped) {
      const verdict = (open.wave[target] ?? -1) > 0 ? "PROVED" : "SOLE_DOCUMENTED";
      found.add([thing], target, verdict, documented.wave[target]);
    }
  }
  return { tried, isWhole: true };
}
