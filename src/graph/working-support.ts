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

/** Asks for one top node, again and again, on one structure. */
export interface TopOracle {
  /** Whether the top is down when these nodes have failed. */
  readonly isDown: (failed: readonly number[]) => boolean;
  /** After `isDown` said no: a set that keeps the top working, the top included, in the order of discovery. */
  readonly support: () => readonly number[];
}

export type StructureWithMinimum = AndOrGraph & { readonly nodeMinimum: Uint32Array };

export function topOracle(graph: StructureWithMinimum, top: number, semantics: Semantics): TopOracle {
  const index = andOrIndex(graph);
  if (semantics === "running") {
    const spread = failureSpread(index);
    return {
      isDown(failed) {
        spread.run(failed);
        return spread.isDown(top);
      },
      support: () => workingSupport(graph, top, (provider) => !spread.isDown(provider)),
    };
  }
  let order: Uint32Array = new Uint32Array(graph.nodeCount);
  return {
    isDown(failed) {
      order = startOrder(index, failed);
      return order[top] === 0;
    },
    support: () =>
      workingSupport(
        graph,
        top,
        (provider, owner) => order[provider] !== 0 && order[provider]! < order[owner]!,
      ),
  };
}

/** Goes back from the top and takes just enough needs and providers, those already taken first. */
function workingSupport(
  graph: StructureWithMinimum,
  top: number,
  supports: (provider: number, owner: number) => boolean,
): readonly number[] {
  const taken = new Set([top]);
  for (const owner of taken) {
    let missingNeeds = graph.nodeMinimum[owner]!;
    for (
      let need = graph.needOffsets[owner]!;
      missingNeeds > 0 && need < graph.needOffsets[owner + 1]!;
      need++
    ) {
      const chosen = chooseProviders(graph, need, taken, (provider) => supports(provider, owner));
      if (chosen === undefined) continue;
      missingNeeds--;
      // A set that is being iterated also visits what is added meanwhile.
      for (const provider of chosen) taken.add(provider);
    }
  }
  return [...taken];
}

/** Providers that fill the need, or undefined if too few support it. */
function chooseProviders(
  graph: AndOrGraph,
  need: number,
  taken: ReadonlySet<number>,
  supports: (provider: number) => boolean,
): readonly number[] | undefined {
  const working = new Set<number>();
  for (let slot = graph.providerOffsets[need]!; slot < graph.providerOffsets[need + 1]!; slot++) {
    if (supports(graph.providers[slot]!)) working.add(graph.providers[slot]!);
  }
  const minimum = graph.needMinimum[need]!;
  if (working.size < minimum) return undefined;
  const known = [...working].filter((provider) => taken.has(provider));
  const others = [...working].filter((provider) => !taken.has(provider));
  return [...known, ...others].slice(0, minimum);
}
