import type { RecordId } from "../../domain/ids.ts";
import type { Propagation } from "../../graph/and-or.ts";
import type { Projection } from "../../projection/projection.ts";
import type { NeedStates } from "../failure-runs.ts";
import { slotRange } from "../need-coverage.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { buildWitness, type Witness } from "../witness.ts";

/** Why one target stops: from it down to what was lost. */
export interface StopExplanation {
  /** Every need on the way that goes unfilled, the target's first; at most MAX_STEPS. */
  readonly steps: readonly Witness[];
  /** One line of needs from the target to what was lost, each with the provider by which it goes on. */
  readonly line: readonly LineStep[];
}

export interface LineStep {
  readonly need: number;
  /** The node that goes without; a making stands for itself. */
  readonly dependent: RecordId;
  /** The provider by which the line goes on. */
  readonly provider: RecordId;
}

/** Most needs that one explanation goes through. */
export const MAX_STEPS = 50;

export interface ExplanationInput {
  readonly projection: Projection;
  readonly filter: SlotFilter;
  readonly needs: NeedStates;
  readonly run: Propagation;
  /** True where one thing was lost. */
  readonly isSingle: boolean;
}

/** Follows the causes of a failure that spread from the target back to what was lost. */
export function explainStop(input: ExplanationInput, target: number): StopExplanation {
  const { projection, filter, needs, run } = input;
  const hasFallen = (node: number): boolean => (run.wave[node] ?? -1) >= 0;
  const steps = unfilledNeeds(input, target)
    .slice(0, MAX_STEPS)
    .map((need) => buildWitness(projection, filter, need, needs.closed[need] === 1, hasFallen));
  return { steps, line: mainLine(input, target) };
}

/** The needs that felled the target and all that it fell with, breadth first. That a making needs its company goes without saying. */
export function unfilledNeeds(
  { projection, filter, run }: ExplanationInput,
  target: number,
): readonly number[] {
  const needs: number[] = [];
  const found = [target];
  const seen = new Set(found);
  for (const node of found) {
    const need = run.cause[node] ?? -1;
    if (need < 0) continue;
    if (projection.need(need).key !== "MAKER") needs.push(need);
    for (const provider of countingProviders(projection, filter, need)) {
      if (seen.has(provider)) continue;
      seen.add(provider);
      found.push(provider);
    }
  }
  return needs;
}

/**
 * At each need on by the provider that is nearest to what was lost, so that the line is short; where several things are lost, by the one
 * that is farthest, since that the others fall is plain. Ties by id.
 */
function mainLine(
  { projection, filter, run, isSingle }: ExplanationInput,
  target: number,
): readonly LineStep[] {
  const line: LineStep[] = [];
  let node = target;
  for (let need = run.cause[node] ?? -1; need >= 0; need = run.cause[node] ?? -1) {
    const providers = countingProviders(projection, filter, need);
    const waves = providers.map((provider) => run.wave[provider] ?? -1);
    const wanted = isSingle ? Math.min(...waves) : Math.max(...waves);
    const next = providers[waves.indexOf(wanted)] ?? -1;
    if (next < 0) break;
    line.push({
      need,
      dependent: projection.nodeId(node),
      provider: projection.nodeId(next),
    });
    node = next;
  }
  return line;
}

/** The different providers that count for a need, ascending. */
function countingProviders(projection: Projection, filter: SlotFilter, need: number): readonly number[] {
  const providers = slotRange(projection, need)
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.andOr.providers[slot] ?? 0);
  return [...new Set(providers)].toSorted((a, b) => a - b);
}
