import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import { effect as effects, type Channel, type Effect, type Profile } from "../domain/channels.ts";
import { compareStrings } from "../domain/compare.ts";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { EntityKind } from "../domain/kind-names.ts";
import { isEntityKind } from "../domain/kinds.ts";
import { textField } from "../domain/record.ts";
import { propagateIn, type Propagation } from "../graph/and-or.ts";
import { modelsBelow } from "../projection/component-classes.ts";
import type { Projection } from "../projection/projection.ts";
import { distinctFacts, type Answer, type EmptyReason, type Exclusion } from "./answer.ts";
import { requireNodeNumber } from "./endpoint.ts";
import { evaluationOf } from "./evaluation.ts";
import type { NeedStates, Reading } from "./failure-runs.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "./fact-filter.ts";
import { countsUnder } from "./contract-parties.ts";
import { contractLosses, type Loss } from "./loss.ts";
import { requireNotCancelled, type Question } from "./question.ts";
import { slotState, type SlotFilter } from "./slot-filter.ts";
import { slotExclusions } from "./slot-exclusions.ts";
import { evaluatedCoverage } from "./evaluated-coverage.ts";
import { buildWitness, type Witness } from "./witness.ts";

export const verdict = vocabulary("Verdict", "How sure a failure is.", {
  PROVED: "It falls even if needs not known to be complete had a further provider.",
  SOLE_DOCUMENTED: "It falls only if the documented providers are all there are: the graph knows no other.",
});
export type Verdict = WordOf<typeof verdict>;

export interface DisruptionInput {
  readonly failed: readonly RecordId[];
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly filter?: FactFilter | undefined;
}

/** One thing that falls: in the first effect in which it does, and again where a later effect proves it. */
export interface Fallen {
  readonly node: RecordId;
  readonly kind: EntityKind;
  readonly effect: Effect;
  readonly verdict: Verdict;
  /** Rounds from the failure: 1 falls with what failed. */
  readonly wave: number;
  readonly witness: () => Witness;
}

export interface EffectCount {
  readonly effect: Effect;
  readonly verdict: Verdict;
  readonly kind: EntityKind;
  readonly count: number;
}

export interface Disruption extends Answer {
  readonly failed: readonly RecordId[];
  /** By effect, verdict, wave and id. */
  readonly fallen: readonly Fallen[];
  /** What portfolios lose by the documented providers, by effect, then by customer. */
  readonly losses: readonly Loss[];
  readonly counts: readonly EffectCount[];
  /** Needs without any documented provider in the whole graph: they could overturn the answer. */
  readonly undocumentedNeeds: number;
}

const EFFECTS = Object.keys(effects.values) as readonly Effect[];
export const MAX_FAILED = 100;

interface Runs {
  readonly documented: Propagation;
  readonly open: Propagation;
}

/** What falls when some things fail: NOW, NEW and LATER, proved or by the documented providers, each with its witness. */
export function disruption(question: Question, input: DisruptionInput): Disruption {
  const { projection } = question;
  if (input.failed.length === 0 || input.failed.length > MAX_FAILED) {
    throw new InvalidArgumentError("failed", `${input.failed.length} ids`, `1 to ${MAX_FAILED} ids`);
  }
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    profile: input.profile,
    channels: input.channels,
  });
  const failed = failedNodes(projection, input.failed);
  const evaluation = evaluationOf(projection, under);
  const [filter, needs] = [evaluation.filter(), evaluation.needs()];
  const runs = EFFECTS.map((effect) => {
    requireNotCancelled(question);
    const run = (reading: Reading): Propagation => propagateIn(evaluation.index(effect, reading), failed);
    return { documented: run("DOCUMENTED"), open: run("OPEN") };
  });
  const fallen = listFallen(projection, filter, needs, runs);
  const losses = listLosses(projection, under, filter, runs);
  const touched = (slot: number): boolean =>
    isInScope(projection, needs, slot) &&
    runs.some(({ documented }) => (documented.wave[projection.andOr.providers[slot] ?? -1] ?? -1) >= 0);
  return {
    failed: failed.map((node) => projection.nodeId(node)),
    fallen,
    losses,
    facts: () =>
      distinctFacts([...fallen.flatMap(factsOfFallen), ...losses.flatMap(({ contracts }) => contracts)]),
    counts: countFallen(fallen),
    undocumentedNeeds: needs.states.filter((state) => state === "UNDOCUMENTED").length,
    computedUnder: under,
    coverage: evaluatedCoverage(projection, filter, needs),
    reason:
      fallen.length + losses.length > 0 ? null : emptyDisruptionReason(projection, filter, needs, failed),
    cut: null,
    excluded: slotExclusions(projection, filter, touched) satisfies readonly Exclusion[],
  };
}

/** What the witness of a fall names: the providers that were considered, and the statement on whether they are all. */
function factsOfFallen({ witness }: Fallen): readonly RecordId[] {
  const { alternatives, completeness } = witness();
  const considered = alternatives.flatMap(({ relationships }) => relationships);
  return completeness === null ? considered : [...considered, completeness];
}

/** A class stands for its models: when it fails, all of them do. */
function failedNodes(projection: Projection, ids: readonly RecordId[]): readonly number[] {
  const nodes = ids.flatMap((id) => {
    const node = requireNodeNumber(projection, "failed", id);
    const models = modelsBelow(projection.records, projection.nodeId(node));
    return [node, ...models.flatMap((model) => projection.nodeNumber(model) ?? [])];
  });
  return [...new Set(nodes)].toSorted((a, b) => a - b);
}

/** What rented capacity loses NOW and contracted supply loses NEW, by the documented providers. */
function listLosses(
  projection: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  runs: readonly Runs[],
): readonly Loss[] {
  const counts = countsUnder(under);
  const scope = (
    channel: Channel,
    effect: Effect,
    patterns: readonly string[],
    customerRoles: readonly string[],
  ): readonly Loss[] => {
    if (!under.channels.includes(channel)) return [];
    const wave = runs[EFFECTS.indexOf(effect)]?.documented.wave;
    const hasFallen = (id: RecordId): boolean => (wave?.[projection.nodeNumber(id) ?? -1] ?? -1) >= 0;
    const contracts = contractsInForce(projection, filter, patterns);
    const { asOf } = under;
    return contractLosses(projection, { effect, asOf, contracts, customerRoles, counts, hasFallen });
  };
  return [
    ...scope("CAPACITY", "NOW", ["capacity-contract", "end-user"], ["LESSEE", "CUSTOMER", "END_USER"]),
    ...scope("SUPPLY", "NEW", ["supply-contract"], ["CUSTOMER", "BUYER"]),
  ];
}

function listFallen(
  projection: Projection,
  filter: SlotFilter,
  needs: NeedStates,
  runs: readonly Runs[],
): readonly Fallen[] {
  const list: Fallen[] = [];
  for (let node = 0; node < projection.andOr.nodeCount; node += 1) {
    const id = projection.nodeId(node);
    const kind = projection.records.record(id)?.kind;
    if (kind === undefined || !isEntityKind(kind)) continue;
    const first = runs.findIndex(({ documented }) => (documented.wave[node] ?? -1) > 0);
    if (first < 0) continue;
    const proved = runs.findIndex(({ open }) => (open.wave[node] ?? -1) > 0);
    const entry = (position: number, verdictWord: Verdict): Fallen[] => {
      const [run, effect] = [runs[position], EFFECTS[position]];
      if (run === undefined || effect === undefined) return [];
      const propagation = verdictWord === "PROVED" ? run.open : run.documented;
      return [
        {
          node: id,
          kind,
          effect,
          verdict: verdictWord,
          wave: propagation.wave[node] ?? 0,
          witness: () => witnessOf(projection, filter, needs, propagation, node),
        },
      ];
    };
    if (proved !== first) list.push(...entry(first, "SOLE_DOCUMENTED"));
    if (proved >= 0) list.push(...entry(proved, "PROVED"));
  }
  return list.toSorted(compareFallen);
}

function witnessOf(
  projection: Projection,
  filter: SlotFilter,
  needs: NeedStates,
  run: Propagation,
  node: number,
): Witness {
  const need = run.cause[node] ?? -1;
  const making = fallenMaking(projection, run, need);
  const told = making ?? need;
  return buildWitness(
    projection,
    filter,
    told,
    needs.closed[told] === 1,
    (provider) => (run.wave[provider] ?? -1) >= 0,
  );
}

/** A component that falls because its only making fell for want of something else than its maker: that need is the telling one. */
function fallenMaking(projection: Projection, run: Propagation, need: number): number | null {
  const slots = projection.need(need).slots.filter(({ inactive }) => inactive === undefined);
  const only = slots.length === 1 ? projection.nodeNumber(slots[0]?.provider ?? "") : undefined;
  if (only === undefined || projection.records.record(projection.nodeId(only))?.kind !== "MAKES") return null;
  const cause = run.cause[only] ?? -1;
  return cause >= 0 && projection.need(cause).key !== "MAKER" ? cause : null;
}

function compareFallen(a: Fallen, b: Fallen): number {
  return (
    EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
    compareStrings(a.verdict, b.verdict) ||
    a.wave - b.wave ||
    compareStrings(a.node, b.node)
  );
}

function countFallen(fallen: readonly Fallen[]): readonly EffectCount[] {
  const counts = new Map<string, EffectCount>();
  for (const { effect, verdict: word, kind } of fallen) {
    const key = `${EFFECTS.indexOf(effect)} ${word} ${kind}`;
    counts.set(key, { effect, verdict: word, kind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].toSorted(([a], [b]) => compareStrings(a, b)).map(([, count]) => count);
}

function contractsInForce(
  projection: Projection,
  filter: SlotFilter,
  patterns: readonly string[],
): ReadonlySet<RecordId> {
  const inForce = new Set<RecordId>();
  for (const [number, { contract, pattern }] of projection.slots.entries()) {
    if (contract === undefined || isLand(projection, contract)) continue;
    if (filter.allowed[number] === 1 && patterns.includes(pattern)) inForce.add(contract);
  }
  return inForce;
}

/** A lease of land carries no capacity, whatever power its text names. */
function isLand({ records }: Projection, contract: RecordId): boolean {
  const record = records.record(contract);
  return record !== undefined && textField(record, "type") === "GROUND_LEASE";
}

/** Nothing falls: does nothing depend on it in the channels asked about, does the filter hide what does, or do others stand in? */
function emptyDisruptionReason(
  projection: Projection,
  filter: SlotFilter,
  needs: NeedStates,
  failed: readonly number[],
): EmptyReason {
  const { providers } = projection.andOr;
  let [dependents, counting] = [0, 0];
  for (let slot = 0; slot < providers.length; slot += 1) {
    const isDependent = failed.includes(providers[slot] ?? -1) && isInScope(projection, needs, slot);
    if (!isDependent || slotState(filter, slot) === "INACTIVE") continue;
    dependents += 1;
    counting += filter.allowed[slot] ?? 0;
  }
  if (dependents === 0) return "NOT_DOCUMENTED";
  return counting === 0 ? "FILTERED_OUT" : "NOTHING_FALLS";
}

/** True for a provider of a need that failures are evaluated for: in the channels asked about, and no mere exposure. */
function isInScope({ needOfSlot }: Projection, { states }: NeedStates, slot: number): boolean {
  return states[needOfSlot[slot] ?? -1] !== "OUT_OF_SCOPE";
}
