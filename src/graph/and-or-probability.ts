/**
 * Probability that the top node is down, when nodes fail independently with given probabilities.
 *
 * Exact by enumeration up to 20 events: the top is monotone, so a set that contains a set which stops it need not be tried.
 * With more events: the rare-event sum, an upper bound, and the min-cut upper bound 1 - Π (1 - Π p), both over minimal cut
 * sets. Importance: Birnbaum = P(top | e fails) - P(top | e works); criticality = Birnbaum × p / P(top).
 * A common cause (a site, a parent, a grid) must be a node of its own: otherwise dual sourcing looks safer than it is.
 * Cost O(2^events) propagations at worst.
 */
import { andOrClosure } from "./and-or-closure.ts";
import type { AndOrGraph, PropagationOptions } from "./and-or-graph.ts";
import { GraphInputError } from "./graph-input-error.ts";
import { requireLength, requireNode, requireProbability } from "./input-checks.ts";
import { failureOracle, topOracle } from "./working-support.ts";
import type { Semantics } from "./working-support.ts";

const MAX_EVENTS = 20;

export interface EventProbabilities {
  /** Nodes that can fail, each once. */
  readonly events: readonly number[];
  /** By event: its probability of failure. */
  readonly probabilities: readonly number[];
}

export interface TopProbabilityOptions extends PropagationOptions {
  /** Default: the running system. */
  readonly semantics?: Semantics | undefined;
}

export interface TopProbability {
  readonly probability: number;
  /** By event. */
  readonly birnbaum: readonly number[];
  /** By event; 0 if the top cannot fail. */
  readonly criticality: readonly number[];
}

export function topProbability(
  graph: AndOrGraph,
  top: number,
  { events, probabilities }: EventProbabilities,
  options: TopProbabilityOptions = {},
): TopProbability {
  requireNode(top, graph.nodeCount, "top");
  requireEvents(events, probabilities, graph.nodeCount);
  const isDown = downBySet(graph, top, events, options);
  let probability = 0;
  for (let set = 0; set < isDown.length; set++) {
    if (isDown[set] === 1) probability += setProbability(set, probabilities);
  }
  const birnbaum = probabilities.map((_, e) => birnbaumOf(isDown, e, probabilities));
  const criticality = probabilities.map((p, e) => (probability === 0 ? 0 : (birnbaum[e]! * p) / probability));
  return { probability, birnbaum, criticality };
}

/** Σ Π p over the cut sets: an upper bound that is close when all p are small. `probability` is by node. */
export function rareEventSum(
  cutSets: readonly (readonly number[])[],
  probability: (node: number) => number,
): number {
  return cutSets.reduce((sum, cut) => sum + cutProbability(cut, probability), 0);
}

/** 1 - Π (1 - Π p) over the cut sets: an upper bound, never above 1. `probability` is by node. */
export function minCutUpperBound(
  cutSets: readonly (readonly number[])[],
  probability: (node: number) => number,
): number {
  return 1 - cutSets.reduce((product, cut) => product * (1 - cutProbability(cut, probability)), 1);
}

function cutProbability(cut: readonly number[], probability: (node: number) => number): number {
  return cut.reduce((product, node) => {
    const p = probability(node);
    requireProbability(p, `probability of node ${node}`);
    return product * p;
  }, 1);
}

/** By set of events, as bits: 1 if the top is down. */
function downBySet(
  graph: AndOrGraph,
  top: number,
  events: readonly number[],
  options: TopProbabilityOptions,
): Uint8Array {
  const closure = andOrClosure(graph, [top], options);
  const oracle = topOracle(
    failureOracle(closure.graph, options.semantics ?? "running"),
    closure.nodes.indexOf(top),
  );
  const inner = events.map((event) => closure.nodes.indexOf(event));
  const isDown = new Uint8Array(2 ** events.length);
  for (let set = 0; set < isDown.length; set++) {
    const failed: number[] = [];
    for (let e = 0; e < events.length && isDown[set] === 0; e++) {
      if ((set & (1 << e)) === 0) continue;
      isDown[set] = isDown[set ^ (1 << e)]!;
      if (inner[e] !== -1) failed.push(inner[e]!);
    }
    if (isDown[set] === 0 && oracle.isDown(failed)) isDown[set] = 1;
  }
  return isDown;
}

function setProbability(set: number, probabilities: readonly number[]): number {
  return probabilities.reduce((product, p, e) => product * (set & (1 << e) ? p : 1 - p), 1);
}

/** Probability that the other events are such that this one decides. */
function birnbaumOf(isDown: Uint8Array, event: number, probabilities: readonly number[]): number {
  const others = probabilities.map((p, e) => (e === event ? 0 : p));
  let sum = 0;
  for (let set = 0; set < isDown.length; set++) {
    if ((set & (1 << event)) !== 0 || isDown[set] === 1 || isDown[set ^ (1 << event)] === 0) continue;
    sum += setProbability(set, others);
  }
  return sum;
}

function requireEvents(events: readonly number[], probabilities: readonly number[], nodeCount: number): void {
  if (events.length > MAX_EVENTS) {
    throw new GraphInputError("events", `at most ${MAX_EVENTS}, got ${events.length}`);
  }
  requireLength(probabilities, events.length, "probabilities");
  for (const [i, event] of events.entries()) {
    requireNode(event, nodeCount, `events[${i}]`);
    requireProbability(probabilities[i]!, `probabilities[${i}]`);
  }
  if (new Set(events).size !== events.length) {
    throw new GraphInputError("events", `different nodes, got ${events.join(", ")}`);
  }
}
