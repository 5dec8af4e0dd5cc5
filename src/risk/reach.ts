import type { Channel, Profile } from "../domain/channels.ts";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { EntityKind } from "../domain/kind-names.ts";
import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import { distinctFacts, type Answer, type EmptyReason, type SearchCut } from "./answer.ts";
import { buildPath, factsOfPath, type DependencyPath } from "./dependency-path.ts";
import { MAX_HOPS } from "./dependency-paths.ts";
import { saysNone } from "./documented-none.ts";
import { requireNodeNumber } from "./endpoint.ts";
import { pathExclusions } from "./exclusions.ts";
import { evaluationOf } from "./evaluation.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "./fact-filter.ts";
import { needCoverage } from "./need-coverage.ts";
import { filterArcs } from "./path-arcs.ts";
import type { Question } from "./question.ts";
import { walkDependencies, walkDependents, type Walk } from "./walk.ts";

export const direction = vocabulary("Direction", "Which way to look from a thing.", {
  DEPENDENCIES: "What it depends on.",
  DEPENDENTS: "What depends on it.",
});
export type Direction = WordOf<typeof direction>;

export interface ReachInput {
  readonly from: RecordId;
  readonly direction: Direction;
  /** Only these kinds are listed; others are still walked through. */
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly maxHops?: number | undefined;
  readonly filter?: FactFilter | undefined;
}

/** One thing that is reached, with one best path: from the dependent to what it depends on, whichever way was looked. */
export interface Reached {
  readonly node: RecordId;
  readonly kind: EntityKind;
  /** Hops from the start. */
  readonly tier: number;
  readonly path: () => DependencyPath | null;
}

export interface Tier {
  readonly tier: number;
  readonly count: number;
}

export interface Reach extends Answer {
  readonly from: RecordId;
  readonly direction: Direction;
  /** Counts of the listed kinds by tier, nearest first. */
  readonly tiers: readonly Tier[];
  /** By tier, then id. */
  readonly reached: readonly Reached[];
}

/** Everything that a thing depends on, or that depends on it, by tier. */
export function reach(question: Question, input: ReachInput): Reach {
  const { projection } = question;
  const { maxHops = 12 } = input;
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS) {
    throw new InvalidArgumentError("maxHops", String(maxHops), `a whole number from 1 to ${MAX_HOPS}`);
  }
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    profile: input.profile,
    channels: input.channels,
  });
  const filter = evaluationOf(projection, under).filter();
  const arcs = filterArcs(projection, under, filter);
  const start = requireNodeNumber(projection, "from", input.from);
  const isForward = input.direction === "DEPENDENCIES";
  const nodeAllowed = Uint8Array.from(projection.story.passable);
  nodeAllowed[start] = 1;
  const walkAlong = (allowed: Uint8Array): Walk =>
    (isForward ? walkDependencies : walkDependents)(projection, start, allowed, nodeAllowed);
  const walk = walkAlong(arcs.allowed);
  const listed = listReached(projection, walk, input.kinds, (node) => {
    const nodes = walk.wayTo(node);
    return buildPath(projection, filter, arcs, isForward ? nodes : nodes.toReversed());
  });
  const reached = listed.filter(({ tier }) => tier <= maxHops);
  const isReached = (node: number): boolean => isWithin(walk, node, maxHops);
  const cut = depthCut(listed.length - reached.length, maxHops);
  return {
    from: projection.nodeId(start),
    direction: input.direction,
    tiers: countTiers(reached),
    reached,
    facts: () => distinctFacts(reached.flatMap(({ path }) => pathFacts(path()))),
    computedUnder: under,
    coverage: needCoverage(projection, under, filter, isReached),
    reason:
      reached.length > 0
        ? null
        : emptyReason(projection, start, under, cut, input.kinds, walkAlong(arcs.inChannel)),
    cut,
    excluded: pathExclusions(projection, arcs, { isReached, isWanted: () => true }, isForward),
  };
}

function pathFacts(path: DependencyPath | null): readonly RecordId[] {
  return path === null ? [] : factsOfPath(path);
}

function isWithin({ hops }: Walk, node: number, maxHops: number): boolean {
  const distance = hops[node] ?? -1;
  return distance >= 0 && distance <= maxHops;
}

function listReached(
  projection: Question["projection"],
  walk: Walk,
  kinds: readonly EntityKind[] | undefined,
  pathTo: (node: number) => DependencyPath | null,
): readonly Reached[] {
  const listed: Reached[] = [];
  const reached = [...walk.hops.keys()].filter((node) => (walk.hops[node] ?? -1) > 0);
  for (const node of reached.toSorted((a, b) => (walk.hops[a] ?? 0) - (walk.hops[b] ?? 0) || a - b)) {
    const tier = walk.hops[node] ?? 0;
    const id = projection.nodeId(node);
    const kind = projection.records.record(id)?.kind as EntityKind | undefined;
    if (kind === undefined || (kinds !== undefined && !kinds.includes(kind))) continue;
    listed.push({ node: id, kind, tier, path: () => pathTo(node) });
  }
  return listed;
}

function countTiers(reached: readonly Reached[]): readonly Tier[] {
  const counts = new Map<number, number>();
  for (const { tier } of reached) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return [...counts].map(([tier, count]) => ({ tier, count }));
}

function depthCut(beyond: number, maxHops: number): SearchCut | null {
  if (beyond === 0) return null;
  return {
    limit: "MAX_HOPS",
    reached: maxHops,
    message: `${beyond} more lie beyond ${maxHops} hops; raise maxHops to see them`,
  };
}

/** Why nothing is listed; `unfiltered` is the walk that no filter but the channels holds up. */
function emptyReason(
  projection: Question["projection"],
  start: number,
  under: ComputedUnder,
  cut: SearchCut | null,
  kinds: readonly EntityKind[] | undefined,
  unfiltered: Walk,
): EmptyReason {
  if (cut !== null) return "SEARCH_CUT";
  if (listReached(projection, unfiltered, kinds, () => null).length > 0) return "FILTERED_OUT";
  const isAlone = !unfiltered.hops.some((hops) => hops > 0);
  return isAlone && saysNone(projection, start, under.channels) ? "NONE_DOCUMENTED" : "NOT_DOCUMENTED";
}
