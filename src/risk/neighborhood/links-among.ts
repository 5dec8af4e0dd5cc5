import { compareStrings } from "../../domain/compare.ts";
import { plainRelationships, plainState } from "./plain-links.ts";
import { row, type Drawing } from "./spread.ts";
import { dependencyLinks, plainLink, type SubgraphLink } from "./subgraph-link.ts";
import type { SlotFilter } from "../slot-filter.ts";

/** Every link among some nodes, by from and to; dependences in the order of the channels, then relationships by id. */
export function linksAmong(
  drawing: Drawing,
  filter: SlotFilter,
  nodes: readonly number[],
): readonly SubgraphLink[] {
  const isAmong = new Set(nodes);
  return nodes
    .toSorted((a, b) => a - b)
    .flatMap((node) => [
      ...dependenciesFrom(drawing, filter, node, isAmong),
      ...plainLinksFrom(drawing, node, isAmong),
    ])
    .toSorted(
      (a, b) =>
        compareStrings(a.from, b.from) ||
        compareStrings(a.to, b.to) ||
        Number(a.channel === null) - Number(b.channel === null),
    );
}

function dependenciesFrom(
  { projection, arcs }: Drawing,
  filter: SlotFilter,
  node: number,
  isAmong: ReadonlySet<number>,
): readonly SubgraphLink[] {
  const byEnd = new Map<number, number[]>();
  for (const [end, arc] of row(projection.story.forward, node)) {
    if (end === node || !isAmong.has(end) || arcs.allowed[arc] !== 1) continue;
    const between = byEnd.get(end) ?? [];
    between.push(arc);
    byEnd.set(end, between);
  }
  return [...byEnd.values()].flatMap((between) => dependencyLinks(projection, filter, arcs, between));
}

function plainLinksFrom(
  { projection, under, hasPlainLinks }: Drawing,
  node: number,
  isAmong: ReadonlySet<number>,
): readonly SubgraphLink[] {
  if (!hasPlainLinks) return [];
  const id = projection.nodeId(node);
  return plainRelationships(projection, id).flatMap((relationship) => {
    const end = projection.nodeNumber(relationship.to ?? "");
    if (relationship.from !== id || end === undefined || end === node || !isAmong.has(end)) return [];
    const state = plainState(projection, under, relationship);
    return state === "ALLOWED" || state === "MAYBE"
      ? [plainLink(projection, relationship, state === "MAYBE")]
      : [];
  });
}
