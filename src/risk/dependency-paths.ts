import { CERTAINTIES, type Channel, type Profile } from "../domain/channels.ts";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import { distancesFrom, reachedFrom } from "../graph/bfs.ts";
import { kShortestPaths } from "../graph/k-shortest-paths.ts";
import type { Projection } from "../projection/projection.ts";
import { distinctFacts, type Answer, type EmptyReason, type SearchCut } from "./answer.ts";
import { buildPath, factsOfPath, type DependencyPath } from "./dependency-path.ts";
import { saysNone } from "./documented-none.ts";
import { requireNodeNumber } from "./endpoint.ts";
import { pathExclusions } from "./exclusions.ts";
import { evaluationOf } from "./evaluation.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "./fact-filter.ts";
import { needCoverage } from "./need-coverage.ts";
import { filterArcs, withLastArcs, type PathArcs } from "./path-arcs.ts";
import { MAX_VISITS, startBudget, type Question } from "./question.ts";
import type { SlotFilter } from "./slot-filter.ts";

export const pathRank = vocabulary("PathRank", "The order of paths, best first; ties by id.", {
  HOPS: "Fewest hops first.",
  CERTAINTY: "Fewest uncertain hops first, then fewest hops.",
});
export type PathRank = WordOf<typeof pathRank>;

export interface PathsInput {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** How many stories, 1 to MAX_PATHS. */
  readonly k?: number | undefined;
  readonly maxHops?: number | undefined;
  /** Nodes that no path may pass: the break test. */
  readonly avoid?: readonly RecordId[] | undefined;
  readonly rank?: PathRank | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface DependencyPaths extends Answer {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly paths: readonly DependencyPath[];
}

export const MAX_PATHS = 50;
export const MAX_HOPS = 32;
/** Candidates that are looked at before the search says that it was cut: most of them add a stop to a story already told. */
const MAX_CANDIDATES = 400;
/** Dearer than any number of hops, so that one uncertain hop outweighs a longer way. */
const UNCERTAIN_HOP = 1000;

interface Search {
  readonly question: Question;
  readonly under: ComputedUnder;
  readonly filter: SlotFilter;
  readonly arcs: PathArcs;
  readonly from: number;
  readonly to: number;
  readonly nodeAllowed: Uint8Array;
  readonly maxHops: number;
  /** By arc: 1 where a path may go under the filter, and where it could go without one. */
  readonly edgeAllowed: Uint8Array;
  readonly edgeInChannel: Uint8Array;
}

function edgeMasks(
  projection: Projection,
  arcs: PathArcs,
  to: number,
): Pick<Search, "edgeAllowed" | "edgeInChannel"> {
  return {
    edgeAllowed: withLastArcs(projection, arcs.allowed, to),
    edgeInChannel: withLastArcs(projection, arcs.inChannel, to),
  };
}

/**
 * How does one thing depend on another? The distinct stories, best first: a path that only adds stops to a story already told
 * is left out. Paths ignore whether a need has other providers; `disruption` tests that.
 */
export function dependencyPaths(question: Question, input: PathsInput): DependencyPaths {
  const { projection } = question;
  const { k = 5, maxHops = 12, rank = "HOPS" } = input;
  requireCount("k", k, MAX_PATHS);
  requireCount("maxHops", maxHops, MAX_HOPS);
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    profile: input.profile,
    channels: input.channels,
  });
  const filter = evaluationOf(projection, under).filter();
  const arcs = filterArcs(projection, under, filter);
  const from = requireNodeNumber(projection, "from", input.from);
  const to = requireNodeNumber(projection, "to", input.to);
  if (from === to) throw new InvalidArgumentError("to", "the same record as from", "another record");
  const avoid = (input.avoid ?? []).map((id) => requireNodeNumber(projection, "avoid", id));
  const search = {
    question,
    under,
    filter,
    arcs,
    from,
    to,
    maxHops,
    nodeAllowed: passableNodes(projection, [from, to], avoid),
    ...edgeMasks(projection, arcs, to),
  };
  const { stories, cut } = findStories(search, k, rank);
  const paths = stories.flatMap((nodes) => buildPath(projection, filter, arcs, nodes) ?? []);
  return {
    from: projection.nodeId(from),
    to: projection.nodeId(to),
    paths,
    facts: () => distinctFacts(paths.flatMap(factsOfPath)),
    ...explain(search, paths.length, cut ?? depthCut(search, paths.length, k, rank)),
  };
}

function requireCount(argument: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new InvalidArgumentError(argument, String(value), `a whole number from 1 to ${most}`);
}

function passableNodes({ story }: Projection, ends: readonly number[], avoid: readonly number[]): Uint8Array {
  const allowed = Uint8Array.from(story.passable);
  for (const node of ends) allowed[node] = 1;
  for (const node of avoid) allowed[node] = 0;
  return allowed;
}

interface Stories {
  readonly stories: readonly (readonly number[])[];
  readonly cut: SearchCut | null;
}

function findStories(search: Search, k: number, rank: PathRank): Stories {
  const { question, arcs, from, to, nodeAllowed, maxHops, edgeAllowed } = search;
  const { story } = question.projection;
  const costs = arcCosts(story.count, arcs, rank);
  const stop = startBudget(question.budget);
  for (let wanted = Math.min(2 * k, MAX_CANDIDATES); ; wanted = Math.min(2 * wanted, MAX_CANDIDATES)) {
    const found = kShortestPaths(story.forward, costs, from, to, wanted, {
      edgeAllowed,
      nodeAllowed,
      maxHops,
      stop,
    });
    const stories = distinctStories(found.paths.map(({ nodes }) => nodes)).slice(0, k);
    if (found.truncated) return { stories, cut: budgetCut(found.steps) };
    if (stories.length === k || found.complete || found.paths.length < wanted) return { stories, cut: null };
    if (wanted === MAX_CANDIDATES) {
      return {
        stories,
        cut: {
          limit: "PATHS",
          reached: wanted,
          message: `the first ${wanted} paths tell these stories; longer ones may tell others`,
        },
      };
    }
  }
}

/** Fewer stories than asked for: says so when longer ones lie beyond the hops asked for. */
function depthCut(search: Search, found: number, k: number, rank: PathRank): SearchCut | null {
  const { maxHops } = search;
  if (found === 0 || found >= k || maxHops === MAX_HOPS) return null;
  if (findStories({ ...search, maxHops: MAX_HOPS }, found + 1, rank).stories.length <= found) return null;
  return {
    limit: "MAX_HOPS",
    reached: maxHops,
    message: `other stories have more than ${maxHops} hops; raise maxHops to see them`,
  };
}

function budgetCut(steps: number): SearchCut {
  return {
    limit: steps > MAX_VISITS ? "NODES_VISITED" : "TIME",
    reached: steps,
    message: `the search ended after ${steps} steps; ask for fewer hops or paths`,
  };
}

function arcCosts(count: number, arcs: PathArcs, rank: PathRank): Float64Array | undefined {
  if (rank === "HOPS") return undefined;
  const surest = CERTAINTIES.length - 1;
  return new Float64Array(count).map((_, arc) => 1 + (surest - arcs.certaintyRank(arc)) * UNCERTAIN_HOP);
}

/** Leaves out every path whose stops contain all the stops of an earlier one in their order: a detour of the same story. */
export function distinctStories(paths: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const stories: (readonly number[])[] = [];
  for (const path of paths) if (!stories.some((story) => isSubsequence(story, path))) stories.push(path);
  return stories;
}

function isSubsequence(short: readonly number[], long: readonly number[]): boolean {
  let matched = 0;
  for (const node of long) if (node === short[matched]) matched += 1;
  return matched === short.length;
}

function explain(search: Search, found: number, cut: SearchCut | null): Omit<Answer, "facts"> {
  const { question, arcs, from, to, nodeAllowed } = search;
  const { projection } = question;
  const reached = reachedFrom(projection.story.forward, [from], {
    edgeAllowed: search.edgeAllowed,
    nodeAllowed,
  });
  const unfiltered = passableNodes(projection, [from, to], []);
  const leads = reachedFrom(projection.story.backward, [to], {
    edgeAllowed: search.edgeInChannel,
    nodeAllowed: unfiltered,
  });
  const hopCut = found === 0 && cut === null && reached[to] === 1 ? hopsCut(search) : null;
  const coverage = needCoverage(projection, search.under, search.filter, (node) => reached[node] === 1);
  return {
    computedUnder: search.under,
    coverage,
    reason: found > 0 ? null : emptyReason(search, cut ?? hopCut, leads[from] === 1),
    cut: cut ?? hopCut,
    excluded: pathExclusions(projection, arcs, {
      isReached: (node) => reached[node] === 1,
      isWanted: (node) => leads[node] === 1,
      isAvoided: (node) => unfiltered[node] === 1 && nodeAllowed[node] !== 1,
    }),
  };
}

function hopsCut({ question, edgeAllowed, from, to, nodeAllowed, maxHops }: Search): SearchCut {
  const { hops } = distancesFrom(question.projection.story.forward, [from], {
    edgeAllowed,
    nodeAllowed,
  });
  const shortest = hops[to] ?? 0;
  return {
    limit: "MAX_HOPS",
    reached: maxHops,
    message: `the shortest path has ${shortest} hops; raise maxHops to see it`,
  };
}

function emptyReason(search: Search, cut: SearchCut | null, isReachableUnfiltered: boolean): EmptyReason {
  if (cut !== null) return "SEARCH_CUT";
  if (isReachableUnfiltered) return "FILTERED_OUT";
  return isNone(search) ? "NONE_DOCUMENTED" : "NOT_DOCUMENTED";
}

/** None is documented where the start says so and the graph knows nothing else of it. */
function isNone({ question, under, edgeInChannel, from }: Search): boolean {
  const { story } = question.projection;
  const isStart = story.from.some((node, arc) => node === from && edgeInChannel[arc] === 1);
  return !isStart && saysNone(question.projection, from, under.channels);
}
