import type { Channel, Effect, Profile } from "../../domain/channels.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { AndOrIndex } from "../../graph/and-or-graph.ts";
import type { StopCheck } from "../../graph/stop-check.ts";
import { distinctFacts, type Answer, type EmptyReason, type SearchCut, type SearchLimit } from "../answer.ts";
import { saysNone } from "../documented-none.ts";
import { evaluationOf, type Evaluation } from "../evaluation.ts";
import { activeNeeds, type Reading } from "../failure-runs.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import { MAX_VISITS, requireNotCancelled, startBudget, type Question } from "../question.ts";
import { slotExclusions } from "../slot-exclusions.ts";
import { needViewOf, type NeedView } from "../witness.ts";
import { chokepointCaveat } from "./chokepoint-caveat.ts";
import { describeChokepoints, type Chokepoint } from "./chokepoint.ts";
import { closureCoverage } from "./closure-coverage.ts";
import { failableThings } from "./failable-things.ts";
import { jointLosses } from "./joint-losses.ts";
import { singleLosses } from "./single-losses.ts";
import { collectStoppingSets, type StoppingSets } from "./stopping-sets.ts";
import { targetClosure, type TargetClosure } from "./target-closure.ts";
import { resolveTargets, type TargetSet } from "./target-set.ts";

export interface ChokepointsInput {
  readonly of: readonly RecordId[];
  readonly targets?: TargetSet | undefined;
  /** The effect in which a target has to stop; default NEW. */
  readonly effect?: Effect | undefined;
  /** How many losses at once are searched, 1 to MAX_ORDER; default 1. */
  readonly maxOrder?: number | undefined;
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Chokepoints extends Answer {
  /** What must not stop, by id. */
  readonly targets: readonly RecordId[];
  readonly effect: Effect;
  /** By order, most targets stopped, megawatts, verdict, nearness, then ids. */
  readonly chokepoints: readonly Chokepoint[];
  /** Up to this many losses at once every set was found; 0 where not even all single ones were tried. */
  readonly searchedOrder: number;
  /** Needs of what the targets depend on that have no documented provider, by dependent: what fills them could be a chokepoint too. */
  readonly undocumented: readonly NeedView[];
  /** What the answer does not say. */
  readonly caveat: string;
}

export const MAX_ORDER = 3;

/** What must not be lost: the smallest sets of things without which a target stops, proved or by the documented providers. */
export function chokepoints(question: Question, input: ChokepointsInput): Chokepoints {
  const { projection } = question;
  const { effect = "NEW", maxOrder = 1 } = input;
  if (!Number.isInteger(maxOrder) || maxOrder < 1 || maxOrder > MAX_ORDER)
    throw new InvalidArgumentError("maxOrder", String(maxOrder), `1 to ${MAX_ORDER}`);
  const { profile, channels } = input;
  const defaults = { today: question.today, graphVersion: projection.version, profile, channels };
  const under = resolveFilter(input.filter, defaults);
  const evaluation = evaluationOf(projection, under);
  const [filter, needs] = [evaluation.filter(), evaluation.needs()];
  const targets = resolveTargets(projection, under, filter, input.of, input.targets ?? "THEMSELVES");
  const closure = targetClosure(projection, filter, needs, effect, targets);
  const found = collectStoppingSets();
  const search = { question, evaluation, effect, maxOrder, targets, closure };
  const { searchedOrder, cut } = searchLosses(search, found);
  requireNotCancelled(question);
  const sets = found.list();
  const list = describeChokepoints({ question, under, evaluation, effect, targets }, sets);
  const undocumented = closure.needs.filter(({ state }) => state === "UNDOCUMENTED");
  return {
    targets: targets.map((target) => projection.nodeId(target)),
    effect,
    chokepoints: list,
    searchedOrder,
    undocumented: undocumented
      .toSorted((a, b) => a.number - b.number)
      .map(({ number }) => needViewOf(projection, number, false)),
    caveat: chokepointCaveat(projection, under, {
      effect,
      targets,
      searchedOrder,
      undocumented: undocumented.length,
    }),
    computedUnder: under,
    coverage: closureCoverage(projection, filter, closure),
    reason: list.length > 0 ? null : emptyReason(search, under, cut),
    cut,
    excluded: slotExclusions(projection, filter, touchedSlots(projection.needOfSlot, closure)),
    facts: () => distinctFacts(list.flatMap((chokepoint) => chokepoint.facts())),
  };
}

interface LossSearch {
  readonly question: Question;
  readonly evaluation: Evaluation;
  readonly effect: Effect;
  readonly maxOrder: number;
  readonly targets: readonly number[];
  readonly closure: TargetClosure;
}

function searchLosses(
  { question, evaluation, effect, maxOrder, targets, closure }: LossSearch,
  found: StoppingSets,
): { readonly searchedOrder: number; readonly cut: SearchCut | null } {
  const { projection, budget } = question;
  const isSpent = startBudget(budget);
  let limit: SearchLimit = "TIME";
  const stop: StopCheck = (steps) => {
    if (!isSpent(steps)) return false;
    limit = steps > MAX_VISITS ? "NODES_VISITED" : "TIME";
    return true;
  };
  const things = failableThings(projection);
  const index = (reading: Reading): AndOrIndex => evaluation.index(effect, reading);
  const single = singleLosses({ things, targets, isInside: closure.isInside, index, stop }, found);
  if (!single.isWhole) return { searchedOrder: 0, cut: cutAt(limit, single.tried, "single losses") };
  if (maxOrder === 1) return { searchedOrder: 1, cut: null };
  const [filter, needs] = [evaluation.filter(), evaluation.needs()];
  const active = (reading: Reading): Uint8Array => activeNeeds(projection, needs, effect, reading);
  const joint = jointLosses({ projection, filter, targets, activeNeeds: active, maxOrder, stop }, found);
  const { searchedOrder, hitsLimit } = joint;
  if (searchedOrder === maxOrder) return { searchedOrder, cut: null };
  return { searchedOrder, cut: cutAt(hitsLimit ? "SETS" : limit, found.size(), "sets") };
}

function cutAt(limit: SearchLimit, reached: number, what: string): SearchCut {
  const message = `the search ended after ${reached} ${what}; those listed are right, others may be missing; ask for fewer targets or a smaller maxOrder`;
  return { limit, reached, message };
}

function touchedSlots(needOfSlot: Uint32Array, { needs }: TargetClosure): (slot: number) => boolean {
  const touched = new Set(needs.map(({ number }) => number));
  return (slot) => touched.has(needOfSlot[slot] ?? -1);
}

/** No loss stops a target: for want of facts, because of the filter, or because others stand in? */
function emptyReason(
  { question: { projection }, targets, closure }: LossSearch,
  under: ComputedUnder,
  cut: SearchCut | null,
): EmptyReason {
  if (cut !== null) return "SEARCH_CUT";
  const own = new Set(targets.map((target) => projection.nodeId(target)));
  const states = closure.needs
    .filter(({ number }) => own.has(projection.need(number).dependent))
    .map(({ state }) => state);
  if (states.some((state) => state === "EVALUATED" || state === "LOSES_ONLY")) return "NOTHING_STOPS";
  if (states.includes("FILTERED")) return "FILTERED_OUT";
  const saysAllNone =
    targets.length > 0 && targets.every((target) => saysNone(projection, target, under.channels));
  return saysAllNone ? "NONE_DOCUMENTED" : "NOT_DOCUMENTED";
}
