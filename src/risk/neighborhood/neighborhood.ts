import type { Channel, Profile } from "../../domain/channels.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isEntityKind } from "../../domain/kinds.ts";
import { distinctFacts, type Answer, type EmptyReason, type SearchCut } from "../answer.ts";
import { saysNone } from "../documented-none.ts";
import { requireNodeNumber } from "../endpoint.ts";
import { evaluationOf } from "../evaluation.ts";
import { resolveFilter, type FactFilter } from "../fact-filter.ts";
import { needCoverage } from "../need-coverage.ts";
import { filterArcs } from "../path-arcs.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import { linksAmong } from "./links-among.ts";
import { spreadFrom, type Drawing } from "./spread.ts";
import type { SubgraphLink } from "./subgraph-link.ts";

export interface NeighborhoodInput {
  readonly id: RecordId;
  /** Hops, 1 to MAX_DEPTH. */
  readonly depth?: number | undefined;
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** Draw contracts and partnerships as nodes of their own; otherwise they are on the links that they make. */
  readonly contracts?: boolean | undefined;
  readonly maxNodes?: number | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface SubgraphNode {
  readonly node: RecordId;
  /** Hops from the centre, whichever way. */
  readonly depth: number;
}

export interface Subgraph extends Answer {
  readonly center: RecordId;
  readonly depth: number;
  /** Nearest first, then by id; the centre is the first. */
  readonly nodes: readonly SubgraphNode[];
  /** Among these nodes, by from, to and channel; those without a channel last. */
  readonly links: readonly SubgraphLink[];
  /** How many there are within the depth, listed or not. */
  readonly nodeCount: number;
  /** How many there are among the nodes that are listed. */
  readonly linkCount: number;
}

export const MAX_DEPTH = 3;
export const MAX_NODES = 500;
export const MAX_LINKS = 2000;

/**
 * What lies around a record, to be drawn: the records within a few hops, either way, and every link among them. Contracts, makings and
 * partnerships cost no hop: they are on the links, save where they are the centre or are asked for.
 */
export function neighborhood(question: Question, input: NeighborhoodInput): Subgraph {
  const { projection } = question;
  const depth = requireWhole("depth", input.depth ?? 1, MAX_DEPTH);
  const maxNodes = requireWhole("maxNodes", input.maxNodes ?? 200, MAX_NODES);
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    profile: input.profile ?? "ALL",
    channels: input.channels,
  });
  const center = requireNodeNumber(projection, "id", input.id);
  const drawing: Drawing = {
    projection,
    under,
    arcs: filterArcs(projection, under, evaluationOf(projection, under).filter()),
    hasPlainLinks: under.profile === "ALL",
    isDrawn: drawnNodes(question, center, input.contracts ?? false),
  };
  const spread = spreadFrom(drawing, center, depth, () => requireNotCancelled(question));
  const kept = spread.nodes.slice(0, maxNodes);
  const links = linksAmong(
    drawing,
    evaluationOf(projection, under).filter(),
    kept.map(({ node }) => node),
  );
  const isKept = new Set(kept.map(({ node }) => node));
  return {
    center: projection.nodeId(center),
    depth,
    nodes: kept.map(({ node, depth: hops }) => ({ node: projection.nodeId(node), depth: hops })),
    links: links.slice(0, MAX_LINKS),
    nodeCount: spread.nodes.length,
    linkCount: links.length,
    facts: () => distinctFacts(links.slice(0, MAX_LINKS).flatMap(({ relationships }) => relationships)),
    computedUnder: under,
    coverage: needCoverage(projection, under, evaluationOf(projection, under).filter(), (node) =>
      isKept.has(node),
    ),
    reason: spread.nodes.length > 1 ? null : reasonOf(drawing, center, spread.excluded.length > 0),
    cut: cutOf(spread.nodes.length, kept.length, links.length),
    excluded: spread.excluded,
  };
}

function requireWhole(argument: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new InvalidArgumentError(argument, String(value), `a whole number from 1 to ${most}`);
}

/** Things are drawn; contracts and partnerships when asked for; the centre always. */
function drawnNodes({ projection }: Question, center: number, contracts: boolean): (node: number) => boolean {
  return (node) => {
    if (node === center) return true;
    const kind = projection.records.record(projection.nodeId(node))?.kind;
    if (kind === undefined || !isEntityKind(kind)) return false;
    return contracts || (kind !== "Contract" && kind !== "Partnership");
  };
}

function reasonOf({ projection, under }: Drawing, center: number, isFiltered: boolean): EmptyReason {
  if (isFiltered) return "FILTERED_OUT";
  return saysNone(projection, center, under.channels) ? "NONE_DOCUMENTED" : "NOT_DOCUMENTED";
}

function cutOf(nodes: number, kept: number, links: number): SearchCut | null {
  if (nodes > kept) {
    return {
      limit: "NODES_VISITED",
      reached: kept,
      message: `${nodes - kept} more lie within the depth; lower the depth, raise maxNodes or narrow the channels`,
    };
  }
  if (links <= MAX_LINKS) return null;
  return {
    limit: "NODES_VISITED",
    reached: MAX_LINKS,
    message: `${links - MAX_LINKS} more links lie among the nodes; lower maxNodes or narrow the channels`,
  };
}
