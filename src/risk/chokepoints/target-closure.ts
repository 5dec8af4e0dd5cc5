import { PHASES_OF_EFFECT, type Effect } from "../../domain/channels.ts";
import type { Projection } from "../../projection/projection.ts";
import type { NeedState, NeedStates } from "../failure-runs.ts";
import { slotRange } from "../need-coverage.ts";
import type { SlotFilter } from "../slot-filter.ts";

/** A need that the effect evaluates, and what the question makes of it. */
export interface EvaluatedNeed {
  readonly number: number;
  readonly state: NeedState;
}

/** Everything that some targets can depend on in one effect, by providers that count. */
export interface TargetClosure {
  /** By node: 1 where a target can depend on it, and for the targets themselves. */
  readonly isInside: Uint8Array;
  /** The needs of those nodes; exposures and other channels are not among them. */
  readonly needs: readonly EvaluatedNeed[];
}

export function targetClosure(
  projection: Projection,
  filter: SlotFilter,
  states: NeedStates,
  effect: Effect,
  targets: readonly number[],
): TargetClosure {
  const isInside = new Uint8Array(projection.andOr.nodeCount);
  for (const target of targets) isInside[target] = 1;
  const found = [...targets];
  const needs: EvaluatedNeed[] = [];
  for (const node of found) {
    const own = evaluatedNeeds(projection, states, effect, node);
    needs.push(...own);
    for (const provider of providersOf(projection, filter, own)) {
      if (isInside[provider] === 1) continue;
      isInside[provider] = 1;
      found.push(provider);
    }
  }
  return { isInside, needs };
}

function evaluatedNeeds(
  projection: Projection,
  { states }: NeedStates,
  effect: Effect,
  node: number,
): readonly EvaluatedNeed[] {
  const { needOffsets } = projection.andOr;
  const phases = PHASES_OF_EFFECT[effect];
  const needs: EvaluatedNeed[] = [];
  for (let number = needOffsets[node] ?? 0; number < (needOffsets[node + 1] ?? 0); number += 1) {
    const state = states[number] ?? "OUT_OF_SCOPE";
    if (state !== "OUT_OF_SCOPE" && phases.includes(projection.need(number).phase))
      needs.push({ number, state });
  }
  return needs;
}

/** Who counts for the needs that failures can empty. */
function providersOf(
  projection: Projection,
  { allowed }: SlotFilter,
  needs: readonly EvaluatedNeed[],
): readonly number[] {
  return needs
    .filter(({ state }) => state === "EVALUATED")
    .flatMap(({ number }) => slotRange(projection, number))
    .filter((slot) => allowed[slot] === 1)
    .map((slot) => projection.andOr.providers[slot] ?? 0);
}
