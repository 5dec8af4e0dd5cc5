/**
 * A certificate that a node works despite some failures: a set of nodes, none of them failed, that keeps it working on its
 * own. Whatever is to stop the node must hit every such set.
 *
 * Running system: each member's needs are met by members; members may support each other. Cold start: they must also be
 * able to start one after the other, so a member is only supported by members that start before it.
 */
import { andOrIndex } from "./and-or-graph.ts";
import type { AndOrGraph } from "./and-or-graph.ts";
import { startOrder } from "./and-or.ts";
import { failureSpread } from "./failure-spread.ts";

/** Which fixed point "works" means; see and-or.ts. */
export type Semantics = "running" | "coldStart";

/** Asks about failures, again and again, on one structure without masks and with each provider once a need. */
export interface FailureOracle {
  /** Lets these nodes fail; the others work as the structure lets them. */
  readonly fail: (failed: readonly number[]) => void;
  /** Whether a node is down after the last failures. */
  readonly isDown: (node: number) => boolean;
  /**
   * Of a node that is not down: a set that keeps it working, the node itself included, in the order of discovery. Where there is
   * a choice, nodes that are marked in `avoid` (by node) are taken last.
   */
  readonly support: (node: number, avoid?: Uint8Array) => readonly number[];
}

export type StructureWithMinimum = AndOrGraph & { readonly nodeMinimum: Uint32Array };

export function failureOracle(graph: StructureWithMinimum, semantics: Semantics): FailureOracle {
  const index = andOrIndex(graph);
  if (semantics === "running") {
    const spread = failureSpread(index);
    const supports = (provider: number): boolean => !spread.isDown(provider);
    return { fail: spread.run, isDown: spread.isDown, support: createSupportSearch(graph, supports) };
  }
  let order: Uint32Array = new Uint32Array(graph.nodeCount);
  const supports = (provider: number, owner: number): boolean =>
    order[provider] !== 0 && order[provider]! < order[owner]!;
  return {
    fail(failed) {
      order = startOrder(index, failed);
    },
    isDown: (node) => order[node] === 0,
    support: createSupportSearch(graph, supports),
  };
}

/** The same for one top node. */
export interface TopOracle {
  /** Whether the top is down when these nodes have failed. */
  readonly isDown: (failed: readonly number[]) => boolean;
  /** After `isDown` said no: see `FailureOracle`. */
  readonly support: (avoid?: Uint8Array) => readonly number[];
}

export function topOracle(oracle: FailureOracle, top: number): TopOracle {
  return {
    isDown(failed) {
      oracle.fail(failed);
      return oracle.isDown(top);
    },
    support: (avoid) => oracle.support(top, avoid),
  };
}

/** Returns the search that goes back from a top and takes just enough needs and providers, those already taken first. */
function createSupportSearch(
  graph: StructureWithMinimum,
  supports: (provider: number, owner: number) => boolean,
): (top: number, avoid?: Uint8Array) => readonly number[] {
  const { needOffsets, nodeMinimum, needMinimum, providerOffsets, providers } = graph;
  /** By node: the number of the search that took it. */
  const takenIn = new Uint32Array(graph.nodeCount);
  const others: number[] = [];
  let search = 0;

  /** Collects in `others` who could fill the need besides those taken; returns how many of them it takes. */
  const missingProviders = (need: number, owner: number): number => {
    let missing = needMinimum[need]!;
    others.length = 0;
    for (let slot = providerOffsets[need]!; slot < providerOffsets[need + 1]!; slot++) {
      const provider = providers[slot]!;
      if (!supports(provider, owner)) continue;
      if (takenIn[provider] === search) missing--;
      else others.push(provider);
    }
    return missing;
  };

  return (top, avoid) => {
    search++;
    const taken = [top];
    takenIn[top] = search;
    const take = (count: number, isAvoided: boolean): number => {
      let left = count;
      for (let i = 0; left > 0 && i < others.length; i++) {
        const provider = others[i]!;
        if (takenIn[provider] === search || (avoid?.[provider] === 1) !== isAvoided) continue;
        takenIn[provider] = search;
        taken.push(provider);
        left--;
      }
      return left;
    };
    for (let head = 0; head < taken.length; head++) {
      const owner = taken[head]!;
      let missingNeeds = nodeMinimum[owner]!;
      for (let need = needOffsets[owner]!; missingNeeds > 0 && need < needOffsets[owner + 1]!; need++) {
        const missing = missingProviders(need, owner);
        if (missing > others.length) continue;
        missingNeeds--;
        take(take(missing, false), true);
      }
    }
    return taken;
  };
}
