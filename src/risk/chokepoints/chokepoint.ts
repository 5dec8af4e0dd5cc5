import { effect as effects, type Effect } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import { unreachable } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { isEntityKind } from "../../domain/kinds.ts";
import { propagateIn, type Propagation } from "../../graph/and-or.ts";
import type { Interval } from "../answer.ts";
import { disruption, type Disruption, type Verdict } from "../disruption.ts";
import type { Evaluation } from "../evaluation.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { slotRange } from "../need-coverage.ts";
import type { Question } from "../question.ts";
import type { Witness } from "../witness.ts";
import { chokepointSentence, countSentence } from "./chokepoint-sentence.ts";
import { failableThings, nodesOfThing } from "./failable-things.ts";
import {
  explainStop,
  unfilledNeeds,
  type ExplanationInput,
  type StopExplanation,
} from "./stop-explanation.ts";
import { powerOfTargets } from "./stopped-power.ts";
import type { StoppingSet } from "./stopping-sets.ts";

/** One target that stops, and why. */
export interface StoppedTarget {
  readonly target: RecordId;
  readonly verdict: Verdict;
  /** The first effect in which it stops as surely. */
  readonly effect: () => Effect;
  /** Every need on the way that goes unfilled, the target's first; at most MAX_STEPS. */
  readonly steps: () => readonly Witness[];
  /** For a single loss: the nearest other chokepoint of the target through which it acts, as sure at least; null where it acts at once. */
  readonly through: () => RecordId | null;
  readonly sentence: () => string;
}

/** Things whose loss stops one target or several, and of which none can be spared. */
export interface Chokepoint {
  readonly members: readonly RecordId[];
  readonly kinds: readonly EntityKind[];
  readonly order: number;
  /** PROVED where it is for all that it stops. */
  readonly verdict: Verdict;
  /** The targets that it takes all of the members to stop, by id. */
  readonly stops: readonly StoppedTarget[];
  readonly provedCount: number;
  readonly stopsAll: boolean;
  /** Power of the sites among them, one interval a basis. */
  readonly megawatts: readonly Interval[];
  /** What stops without them, and why the first of it does. */
  readonly sentence: () => string;
  /** What else falls with the members, in every effect. */
  readonly falls: () => Disruption;
  /** Rounds from the loss to the nearest target, for single losses; 0 for others. */
  readonly wave: number;
  readonly facts: () => readonly RecordId[];
}

export interface DescriptionInput {
  readonly question: Question;
  readonly under: ComputedUnder;
  readonly evaluation: Evaluation;
  readonly effect: Effect;
  readonly targets: readonly number[];
}

/** The sets in words, best first: by order, most targets stopped, megawatts, verdict, nearness and ids. */
export function describeChokepoints(
  input: DescriptionInput,
  sets: readonly StoppingSet[],
): readonly Chokepoint[] {
  const powerOf = powerOfTargets(
    input.question.projection.records,
    input.targets.map((target) => input.question.projection.nodeId(target)),
  );
  const singles = singlesByTarget(sets);
  return sets.map((set) => describe(input, set, singles, powerOf)).toSorted(compareChokepoints);
}

/** By target: the single things that stop it, and how surely. */
type Singles = ReadonlyMap<number, ReadonlyMap<number, Verdict>>;

function singlesByTarget(sets: readonly StoppingSet[]): Singles {
  const singles = new Map<number, Map<number, Verdict>>();
  for (const { members, stops } of sets) {
    const [single, second] = members;
    if (single === undefined || second !== undefined) continue;
    for (const [target, verdict] of stops) {
      const known = singles.get(target) ?? new Map<number, Verdict>();
      singles.set(target, known.set(single, verdict));
    }
  }
  return singles;
}

function describe(
  input: DescriptionInput,
  set: StoppingSet,
  singles: Singles,
  powerOf: (ids: readonly RecordId[]) => readonly Interval[],
): Chokepoint {
  const { projection } = input.question;
  const members = set.members.map((member) => projection.nodeId(member));
  const spread = spreadOf(input, set.members);
  const targets = [...set.stops.keys()].toSorted((a, b) => a - b);
  const stops = targets.map((target) => stoppedTarget(input, set, target, spread, singles));
  const provedCount = targets.filter((target) => set.stops.get(target) === "PROVED").length;
  return {
    members,
    kinds: members.map((id) => kindOf(input, id)),
    order: members.length,
    wave: set.wave,
    verdict: provedCount === targets.length ? "PROVED" : "SOLE_DOCUMENTED",
    stops,
    provedCount,
    stopsAll: targets.length === input.targets.length,
    megawatts: powerOf(targets.map((target) => projection.nodeId(target))),
    sentence: () => {
      const first = stops[0]?.sentence() ?? "";
      if (input.targets.length === 1) return first;
      const counts = { stopped: targets.length, of: input.targets.length, proved: provedCount };
      return `${countSentence(projection, members, counts)} ${first}`;
    },
    falls: () => {
      const { asOf, minConfidence, minStage, minCertainty, channels } = input.under;
      const filter = { asOf, minConfidence, minStage: minStage ?? undefined, minCertainty };
      return disruption(input.question, { failed: members, channels, filter });
    },
    facts: () =>
      stops.flatMap(({ verdict, effect }, position) =>
        factsOf(input, set, spread(verdict, effect()), targets[position] ?? -1),
      ),
  };
}

type Spread = (verdict: Verdict, effect?: Effect) => Propagation;

/** The failure of the members in the reading of a verdict, each worked out once. */
function spreadOf(
  { question, evaluation, effect: asked }: DescriptionInput,
  members: readonly number[],
): Spread {
  const things = failableThings(question.projection);
  const failed = [...new Set(members.flatMap((member) => nodesOfThing(things, member)))];
  const runs = new Map<string, Propagation>();
  return (verdict, effect = asked) => {
    const key = `${verdict} ${effect}`;
    const reading = verdict === "PROVED" ? "OPEN" : "DOCUMENTED";
    const run = runs.get(key) ?? propagateIn(evaluation.index(effect, reading), failed);
    runs.set(key, run);
    return run;
  };
}

const EFFECTS = Object.keys(effects.values) as readonly Effect[];

function stoppedTarget(
  input: DescriptionInput,
  set: StoppingSet,
  target: number,
  spread: Spread,
  singles: Singles,
): StoppedTarget {
  const { projection } = input.question;
  const verdict = set.stops.get(target) ?? "SOLE_DOCUMENTED";
  let kept: StopExplanation | undefined;
  const effect = (): Effect =>
    EFFECTS.find((earlier) => (spread(verdict, earlier).wave[target] ?? -1) > 0) ?? input.effect;
  const explanation = (): StopExplanation =>
    (kept ??= explainStop(explanationInput(input, set, spread(verdict, effect())), target));
  const through = (): RecordId | null => {
    const [member, second] = set.members;
    if (member === undefined || second !== undefined) return null;
    const others = explanation().line.map(({ provider }) => projection.nodeNumber(provider) ?? -1);
    const acting = others.findLast((node) => {
      const known = node === member ? undefined : singles.get(target)?.get(node);
      return known !== undefined && (verdict !== "PROVED" || known === "PROVED");
    });
    return acting === undefined ? null : projection.nodeId(acting);
  };
  return {
    target: projection.nodeId(target),
    verdict,
    effect,
    steps: () => explanation().steps,
    through,
    sentence: () =>
      chokepointSentence(projection, input.evaluation, {
        target: projection.nodeId(target),
        members: set.members.map((member) => projection.nodeId(member)),
        verdict,
        effect: effect(),
        line: explanation().line,
      }),
  };
}

function explanationInput(
  { question, evaluation }: DescriptionInput,
  { members }: StoppingSet,
  run: Propagation,
): ExplanationInput {
  return {
    projection: question.projection,
    filter: evaluation.filter(),
    needs: evaluation.needs(),
    run,
    isSingle: members.length === 1,
  };
}

/** The relationships by which the needs on the way had their providers, and the statements that there are no others. */
function factsOf(
  input: DescriptionInput,
  set: StoppingSet,
  run: Propagation,
  target: number,
): readonly RecordId[] {
  const { projection } = input.question;
  return unfilledNeeds(explanationInput(input, set, run), target).flatMap((number) => {
    const { closure } = projection.need(number);
    const considered = slotRange(projection, number).flatMap((slot) => projection.slot(slot).relationships);
    const statement = closure.kind === "STATED" ? undefined : closure.completeness;
    return statement === undefined ? considered : [...considered, statement];
  });
}

function kindOf({ question }: DescriptionInput, id: RecordId): EntityKind {
  const kind = question.projection.records.record(id)?.kind;
  return kind !== undefined && isEntityKind(kind) ? kind : unreachable(`${id} is no entity`);
}

function compareChokepoints(a: Chokepoint, b: Chokepoint): number {
  return (
    a.order - b.order ||
    b.stops.length - a.stops.length ||
    comparePower(b.megawatts, a.megawatts) ||
    compareStrings(a.verdict, b.verdict) ||
    a.wave - b.wave ||
    compareStrings(a.members.join(" "), b.members.join(" "))
  );
}

/** On the first basis, by its name, on which they differ: nothing is compared across bases. */
function comparePower(a: readonly Interval[], b: readonly Interval[]): number {
  const bases = [...new Set([...a, ...b].map(({ basis }) => basis ?? ""))].toSorted(compareStrings);
  const least = (power: readonly Interval[], basis: string): number =>
    power.find((interval) => interval.basis === basis)?.low ?? 0;
  const differing = bases.find((basis) => least(a, basis) !== least(b, basis));
  return differing === undefined ? 0 : least(a, differing) - least(b, differing);
}
