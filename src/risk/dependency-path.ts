import { CERTAINTIES, CONFIDENCES, type Certainty } from "../domain/channels.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Projection } from "../projection/projection.ts";
import type { Interval } from "./answer.ts";
import { buildHop, countRoots, type Hop } from "./hop.ts";
import type { PathArcs } from "./path-arcs.ts";
import type { SlotFilter } from "./slot-filter.ts";

/** One story: how the first thing depends on the last, hop by hop. */
export interface DependencyPath {
  readonly sentence: string;
  readonly hops: readonly Hop[];
  /** Number of hops. */
  readonly length: number;
  /** That of the weakest hop. */
  readonly certainty: Certainty;
  /** The hop on which the story stands worst: least certain, least trusted, fewest origins, nearest to the start. */
  readonly weakest: Hop;
  /** Product of the shares of its hops; null unless every one is known. */
  readonly share: Interval | null;
  /** Independent origins behind its weakest-sourced hop: a story is as well sourced as its worst hop. */
  readonly independentOrigins: number;
  /** Contracts on its hops, added up; a contract and its parts on one hop count as one. */
  readonly parallelContracts: number;
}

export function buildPath(
  projection: Projection,
  filter: SlotFilter,
  arcs: PathArcs,
  nodes: readonly number[],
): DependencyPath | null {
  const hops = nodes
    .slice(1)
    .map((node, position) => buildHop(projection, filter, arcs, nodes[position] ?? node, node));
  const [first, ...rest] = hops;
  if (first === undefined) return null;
  const weakest = rest.reduce((worst, hop) => (compareStrength(hop, worst) < 0 ? hop : worst), first);
  return {
    sentence: `${hops.map(({ sentence }) => sentence).join("; ")}.`,
    hops,
    length: hops.length,
    certainty: weakest.certainty,
    weakest,
    share: productOfShares(hops),
    independentOrigins: Math.min(...hops.map(({ independentOrigins }) => independentOrigins)),
    parallelContracts: hops.reduce((total, { contracts }) => total + countRoots(projection, contracts), 0),
  };
}

/** The facts that a story is told from: the relationships behind its hops, and the contracts whose size and stage it names. */
export function factsOfPath({ hops }: DependencyPath): readonly RecordId[] {
  return hops.flatMap(({ relationships, contracts }) => [...relationships, ...contracts]);
}

function compareStrength(a: Hop, b: Hop): number {
  return (
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    a.independentOrigins - b.independentOrigins
  );
}

/** Shares multiply only when all are known: an unknown one leaves the product unknown. */
function productOfShares(hops: readonly Hop[]): Interval | null {
  let product = 1;
  for (const { share } of hops) {
    if (share === null || share.low === null || share.low !== share.high) return null;
    product *= share.low;
  }
  return { low: product, high: product, unit: "fraction", basis: "the whole of one need at each hop" };
}
