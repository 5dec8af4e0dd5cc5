import type { Effect } from "../domain/channels.ts";
import type { AndOrIndex } from "../graph/and-or-graph.ts";
import type { Projection } from "../projection/projection.ts";
import { failureIndex, needStates, type NeedStates, type Reading } from "./failure-runs.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import { filterSlots, type SlotFilter } from "./slot-filter.ts";

/** What one filter makes of one graph version: each part worked out when it is first asked for, and kept for the next question. */
export interface Evaluation {
  readonly filter: () => SlotFilter;
  readonly needs: () => NeedStates;
  /** Where failures spread under one effect and one reading. */
  readonly index: (effect: Effect, reading: Reading) => AndOrIndex;
}

/** Filters of which a graph version remembers what they make of it; today's unfiltered questions are nearly all. */
const MAX_KEPT = 8;

const kept = new WeakMap<Projection, Map<string, Evaluation>>();

/** The evaluation of a projection under a filter; questions under the same filter share it. */
export function evaluationOf(projection: Projection, under: ComputedUnder): Evaluation {
  const evaluations = kept.get(projection) ?? new Map<string, Evaluation>();
  kept.set(projection, evaluations);
  const key = [
    under.asOf,
    under.minConfidence,
    under.minStage,
    under.minCertainty === "DOCUMENTED",
    ...under.channels,
  ].join(" ");
  const evaluation = evaluations.get(key) ?? makeEvaluation(projection, under);
  // The one used last stands last, so that the first is the one to forget.
  evaluations.delete(key);
  evaluations.set(key, evaluation);
  const [oldest] = evaluations.keys();
  if (evaluations.size > MAX_KEPT && oldest !== undefined) evaluations.delete(oldest);
  return evaluation;
}

function makeEvaluation(projection: Projection, under: ComputedUnder): Evaluation {
  let filter: SlotFilter | undefined;
  let needs: NeedStates | undefined;
  const indexes = new Map<string, AndOrIndex>();
  const evaluation: Evaluation = {
    filter: () => (filter ??= filterSlots(projection, under)),
    needs: () => (needs ??= needStates(projection, under, evaluation.filter())),
    index(effect, reading) {
      const key = `${effect} ${reading}`;
      const index =
        indexes.get(key) ??
        failureIndex(projection, evaluation.filter(), evaluation.needs(), effect, reading);
      indexes.set(key, index);
      return index;
    },
  };
  return evaluation;
}
