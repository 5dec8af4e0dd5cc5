import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { distancesFrom } from "../../graph/bfs.ts";
import type { Projection } from "../../projection/projection.ts";
import type { EmptyReason, Interval, SearchCut } from "../answer.ts";
import { buildPath, factsOfPath, type DependencyPath } from "../dependency-path.ts";
import { requireNodeNumber } from "../endpoint.ts";
import { evaluationOf } from "../evaluation.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { arcsBetween, filterArcs, withLastArcs, type PathArcs } from "../path-arcs.ts";
import { labelOf } from "../sentence/labels.ts";
import type { SlotFilter } from "../slot-filter.ts";

/** The shortest way, through others, by which one company depends on another. */
export interface IndirectExposure {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly path: DependencyPath | null;
  /** Product of the shares along the path; null unless every one is known. */
  readonly share: Interval | null;
  readonly shareReason: string | null;
  readonly reason: EmptyReason | null;
  readonly cut: SearchCut | null;
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}

/** Money, and what it buys. */
export const EXPOSURE_CHANNELS: readonly Channel[] = [
  "SUPPLY",
  "POWER",
  "CAPACITY",
  "REVENUE",
  "CREDIT",
  "CAPITAL",
  "EXPOSURE",
];
const MAX_HOPS = 6;

/** What a filter makes of the arcs, worked out once for all companies of a question. */
export interface Ways {
  readonly projection: Projection;
  readonly filter: SlotFilter;
  readonly arcs: PathArcs;
}

export function waysUnder(projection: Projection, under: ComputedUnder): Ways {
  const filter = evaluationOf(projection, under).filter();
  return { projection, filter, arcs: filterArcs(projection, under, filter) };
}

/** One line each way: the company on the other, and the other on the company. */
export function indirectExposures(ways: Ways, company: RecordId, to: RecordId): readonly IndirectExposure[] {
  return [indirectExposure(ways, company, to), indirectExposure(ways, to, company)];
}

function indirectExposure(ways: Ways, from: RecordId, to: RecordId): IndirectExposure {
  const { projection, filter, arcs } = ways;
  const nodes = wayRound(ways, arcs.allowed, from, to);
  if (nodes === null || nodes.length - 1 > MAX_HOPS) return noWay(ways, from, to, nodes);
  const path = buildPath(projection, filter, arcs, nodes);
  if (path === null) return noWay(ways, from, to, null);
  return {
    from,
    to,
    path,
    share: path.share,
    shareReason: path.share === null ? "no source states the share of every step" : null,
    reason: null,
    cut: null,
    facts: factsOfPath(path),
    sentence: path.sentence,
  };
}

/** Node numbers of the shortest way that is not the direct one; null where there is none. */
function wayRound(
  { projection }: Ways,
  allowed: Uint8Array,
  from: RecordId,
  to: RecordId,
): readonly number[] | null {
  const { story } = projection;
  const [start, end] = [requireNodeNumber(projection, "of", from), requireNodeNumber(projection, "to", to)];
  const edgeAllowed = withLastArcs(projection, allowed, end);
  for (const arc of arcsBetween(projection, start, end)) edgeAllowed[arc] = 0;
  const nodeAllowed = Uint8Array.from(story.passable);
  nodeAllowed[start] = 1;
  nodeAllowed[end] = 1;
  const { hops, parent } = distancesFrom(story.forward, [start], { edgeAllowed, nodeAllowed });
  if ((hops[end] ?? -1) < 0) return null;
  const nodes: number[] = [];
  for (let node = end; node >= 0; node = parent[node] ?? -1) nodes.push(node);
  return nodes.toReversed();
}

function noWay(ways: Ways, from: RecordId, to: RecordId, longer: readonly number[] | null): IndirectExposure {
  const { records } = ways.projection;
  const [dependent, provider] = [labelOf(records, from), labelOf(records, to)];
  const cut: SearchCut | null =
    longer === null
      ? null
      : {
          limit: "MAX_HOPS",
          reached: MAX_HOPS,
          message: `the shortest way through others has ${longer.length - 1} steps; ask dependencyPaths for it`,
        };
  const isFiltered = longer === null && wayRound(ways, ways.arcs.inChannel, from, to) !== null;
  return {
    from,
    to,
    path: null,
    share: null,
    shareReason: null,
    reason: cut === null ? (isFiltered ? "FILTERED_OUT" : "NOT_DOCUMENTED") : "SEARCH_CUT",
    cut,
    facts: [],
    sentence: `No way of at most ${MAX_HOPS} steps through others is documented by which ${dependent} depends on ${provider}.`,
  };
}
