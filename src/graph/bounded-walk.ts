/**
 * Depth-first enumeration of simple ways from `start` to `goal` with at most `maxEdges` arcs, in lexicographic order.
 * A step is taken only if the goal is still within reach, so the work is bounded by the output times the length.
 * `start` and `goal` may be one node: then the ways are the cycles through it.
 */
import type { Csr } from "./csr.ts";
import type { StepCounter } from "./stop-check.ts";

export interface BoundedWalk {
  readonly arcs: Csr;
  readonly start: number;
  readonly goal: number;
  readonly maxEdges: number;
  /** By node: at most the least number of arcs to the goal, -1 for nodes that must not be entered. */
  readonly arcsToGoal: Int32Array;
  /** Which positions of the rows are no arcs of their own; absent: all are. */
  readonly isSkipped?: ((position: number, row: number) => boolean) | undefined;
  /** By node, all 0: marks the nodes of the current way; it is all 0 again afterwards. */
  readonly onWay: Uint8Array;
  readonly counter: StepCounter;
  /** Gets each way as nodes and positions of arcs, which it must not keep; `false` ends the enumeration. */
  readonly found: (nodes: readonly number[], arcs: readonly number[]) => boolean;
}

/** `false` if it was ended early, by `found` or by the budget. */
export function boundedWalk(walk: BoundedWalk): boolean {
  const { arcs, start, goal, maxEdges, arcsToGoal, isSkipped, onWay, counter, found } = walk;
  const nodes = [start];
  const way: number[] = [];
  const cursors = [arcs.offsets[start]!];
  let whole = true;
  onWay[start] = 1;
  while (whole && nodes.length > 0) {
    const depth = nodes.length;
    const v = nodes[depth - 1]!;
    const arc = cursors[depth - 1]!++;
    if (arc >= arcs.offsets[v + 1]!) {
      onWay[v] = 0;
      nodes.pop();
      way.pop();
      cursors.pop();
      continue;
    }
    if (isSkipped?.(arc, v) === true) continue;
    const w = arcs.targets[arc]!;
    if (w === goal && depth <= maxEdges) {
      way.push(arc);
      whole = found(nodes, way) && counter.step();
      way.pop();
    } else if (onWay[w] === 0 && arcsToGoal[w]! > 0 && depth + arcsToGoal[w]! <= maxEdges) {
      onWay[w] = 1;
      nodes.push(w);
      way.push(arc);
      cursors.push(arcs.offsets[w]!);
      whole = counter.step();
    }
  }
  for (const v of nodes) onWay[v] = 0;
  return whole;
}
