import type { Csr } from "../../graph/csr.ts";
import type { Projection } from "../../projection/projection.ts";
import type { Exclusion } from "../answer.ts";
import { tallyExclusions } from "../exclusion-tally.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { relationshipsOfArc, type PathArcs } from "../path-arcs.ts";
import { plainRelationships, plainState } from "./plain-links.ts";

/** What is drawn of a graph. */
export interface Drawing {
  readonly projection: Projection;
  readonly under: ComputedUnder;
  readonly arcs: PathArcs;
  /** Also relationships from which no dependence follows: where every channel is asked for. */
  readonly hasPlainLinks: boolean;
  readonly isDrawn: (node: number) => boolean;
}

export interface Spread {
  /** By depth, then by id. */
  readonly nodes: readonly { readonly node: number; readonly depth: number }[];
  /** Links at the nodes that were gone on from which the filter took away. */
  readonly excluded: readonly Exclusion[];
}

/** Goes from the centre along links, either way, level by level. */
export function spreadFrom(drawing: Drawing, center: number, depth: number, check: () => void): Spread {
  const depths = new Map([[center, 0]]);
  const tally = tallyExclusions();
  const met = new Set<number | string>();
  let frontier: readonly number[] = [center];
  for (let level = 1; level <= depth; level += 1) {
    check();
    const next = new Set<number>();
    for (const node of frontier) {
      for (const end of endsAround(drawing, node, tally, met)) if (!depths.has(end)) next.add(end);
    }
    frontier = [...next].toSorted((a, b) => a - b);
    for (const node of frontier) depths.set(node, level);
  }
  return {
    nodes: [...depths].map(([node, hops]) => ({ node, depth: hops })),
    excluded: tally.exclusions(),
  };
}

/** The nodes at the other ends of what counts; what the filter takes away is counted, once each. */
function endsAround(
  drawing: Drawing,
  node: number,
  tally: ReturnType<typeof tallyExclusions>,
  met: Set<number | string>,
): readonly number[] {
  const { projection, arcs, isDrawn } = drawing;
  const { forward, backward } = projection.story;
  const ends: number[] = [];
  for (const [end, arc] of [...row(forward, node), ...row(backward, node)]) {
    if (end === node || !isDrawn(end)) continue;
    if (arcs.allowed[arc] === 1) ends.push(end);
    else if (arcs.inChannel[arc] === 1 && !met.has(arc)) {
      met.add(arc);
      tally.add(arcs.stateOf(arc), () => relationshipsOfArc(projection, arc));
    }
  }
  return [...ends, ...plainEnds(drawing, node, tally, met)];
}

function plainEnds(
  { projection, under, hasPlainLinks, isDrawn }: Drawing,
  node: number,
  tally: ReturnType<typeof tallyExclusions>,
  met: Set<number | string>,
): readonly number[] {
  if (!hasPlainLinks) return [];
  const id = projection.nodeId(node);
  return plainRelationships(projection, id).flatMap((relationship) => {
    const end = projection.nodeNumber((relationship.from === id ? relationship.to : relationship.from) ?? "");
    if (end === undefined || end === node || !isDrawn(end)) return [];
    const state = plainState(projection, under, relationship);
    if (state === "ALLOWED" || state === "MAYBE") return [end];
    if (!met.has(relationship.id)) tally.add(state, () => [relationship.id]);
    met.add(relationship.id);
    return [];
  });
}

/** The far end and the id of each edge of a row. */
export function row(
  { offsets, targets, edgeIds }: Csr,
  node: number,
): readonly (readonly [number, number])[] {
  const [first, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
  return Array.from(
    { length: end - first },
    (_, offset) => [targets[first + offset] ?? 0, edgeIds[first + offset] ?? 0] as const,
  );
}
