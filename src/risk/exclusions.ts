import type { Projection } from "../projection/projection.ts";
import type { Exclusion } from "./answer.ts";
import { tallyExclusions } from "./exclusion-tally.ts";
import { relationshipsOfArc, type PathArcs } from "./path-arcs.ts";

/** The part of the graph in which a path could have gone on. */
export interface Surroundings {
  /** The walk came to it. */
  isReached(node: number): boolean;
  /** It leads where the question wants to go when nothing is filtered. */
  isWanted(node: number): boolean;
  /** No path may pass it. */
  isAvoided?(node: number): boolean;
}

/** The arcs that a filter took away where a walk could have gone on. Counted by filter, in the order of the filter's arguments. */
export function pathExclusions(
  projection: Projection,
  arcs: PathArcs,
  around: Surroundings,
  isForward = true,
): readonly Exclusion[] {
  const { story } = projection;
  const [starts, ends] = isForward ? [story.from, story.to] : [story.to, story.from];
  const tally = tallyExclusions();
  for (let arc = 0; arc < story.count; arc += 1) {
    const [start, end] = [starts[arc] ?? 0, ends[arc] ?? 0];
    if (arcs.inChannel[arc] !== 1 || !around.isReached(start) || !around.isWanted(end)) continue;
    const state = arcs.allowed[arc] === 1 && around.isAvoided?.(end) === true ? "AVOIDED" : arcs.stateOf(arc);
    tally.add(state, () => relationshipsOfArc(projection, arc));
  }
  return tally.exclusions();
}
