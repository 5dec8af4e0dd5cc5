/**
 * The AND/OR structure: a node works if it has not failed itself and all its needs (or `nodeMinimum` of them) are filled;
 * a need is filled if at least `needMinimum` of its providers work. Each need is a B-arc of a directed hypergraph
 * (Gallo, Longo, Pallottino, Nguyen 1993, Directed hypergraphs and applications, Discrete Applied Mathematics 42, 177–201,
 * doi 10.1016/0166-218X(93)90045-P).
 *
 * A node without needs works unless it fails itself. A need without providers is unfilled: a caller that means "not known"
 * masks it. The same provider in two slots of one need counts once.
 */
import { GraphInputError } from "./graph-input-error.ts";
import { requireCount, requireLength, requireMask, requireNode } from "./input-checks.ts";

export interface AndOrGraph {
  readonly nodeCount: number;
  /** Length nodeCount + 1, non-decreasing: the needs of node v are needOffsets[v] up to needOffsets[v + 1]. */
  readonly needOffsets: Uint32Array;
  /** By need: how many different providers must work; 1 is "one of". */
  readonly needMinimum: Uint32Array;
  /** By node: how many of its needs must be filled. Absent: all. */
  readonly nodeMinimum?: Uint32Array | undefined;
  /** Length needCount + 1, non-decreasing: the slots of need d are providerOffsets[d] up to providerOffsets[d + 1]. */
  readonly providerOffsets: Uint32Array;
  /** By slot: the provider node, < nodeCount. */
  readonly providers: Uint32Array;
}

export interface PropagationOptions {
  /** By provider slot: 0 filters it out. */
  readonly slotActive?: Uint8Array | undefined;
  /** By need: 0 leaves it out of the evaluation, it counts as filled. */
  readonly needActive?: Uint8Array | undefined;
}

/** The structure under its masks, each provider once a need, with the way back from providers to needs. */
export interface AndOrIndex {
  readonly nodeCount: number;
  readonly needCount: number;
  /** Length nodeCount + 1: the needs of node v are needOffsets[v] up to needOffsets[v + 1]. */
  readonly needOffsets: Uint32Array;
  /** By need: the node that has it. */
  readonly needOwner: Uint32Array;
  /** By need: how many providers can be lost before it is unfilled; negative: it is unfilled from the start. */
  readonly needSpare: Int32Array;
  /** By node: how many needs can be unfilled before it falls. */
  readonly nodeSpare: Int32Array;
  /** Length nodeCount + 1: the needs that node v provides for are providedNeeds[providedOffsets[v]] and on. */
  readonly providedOffsets: Uint32Array;
  readonly providedNeeds: Uint32Array;
}

/** Checks the structure and builds its index. Cost O(size). */
export function andOrIndex(graph: AndOrGraph, options: PropagationOptions = {}): AndOrIndex {
  requireAndOrGraph(graph, options);
  const { nodeCount, needOffsets, needMinimum, nodeMinimum, providerOffsets, providers } = graph;
  const { slotActive, needActive } = options;
  const needCount = needMinimum.length;
  const needOwner = new Uint32Array(needCount);
  const nodeSpare = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    needOwner.fill(v, needOffsets[v], needOffsets[v + 1]);
    if (nodeMinimum !== undefined) nodeSpare[v] = needOffsets[v + 1]! - needOffsets[v]! - nodeMinimum[v]!;
  }
  const needSpare = new Int32Array(needCount);
  const providedOffsets = new Uint32Array(nodeCount + 1);
  /** By node: the last need, plus 1, in which it was met; finds the second slot of one provider. */
  const metIn = new Uint32Array(nodeCount);
  const isCounted = new Uint8Array(providers.length);
  for (let need = 0; need < needCount; need++) {
    if (needActive?.[need] === 0) continue;
    needSpare[need] = -needMinimum[need]!;
    for (let slot = providerOffsets[need]!; slot < providerOffsets[need + 1]!; slot++) {
      const provider = providers[slot]!;
      if (slotActive?.[slot] === 0 || metIn[provider] === need + 1) continue;
      metIn[provider] = need + 1;
      isCounted[slot] = 1;
      needSpare[need]!++;
      providedOffsets[provider + 1]!++;
    }
  }
  for (let v = 0; v < nodeCount; v++) providedOffsets[v + 1]! += providedOffsets[v]!;
  const providedNeeds = new Uint32Array(providedOffsets[nodeCount]!);
  const next = providedOffsets.slice(0, nodeCount);
  for (let need = 0; need < needCount; need++) {
    for (let slot = providerOffsets[need]!; slot < providerOffsets[need + 1]!; slot++) {
      if (isCounted[slot] === 1) providedNeeds[next[providers[slot]!]!++] = need;
    }
  }
  return {
    nodeCount,
    needCount,
    needOffsets,
    needOwner,
    needSpare,
    nodeSpare,
    providedOffsets,
    providedNeeds,
  };
}

/** Refuses a structure or masks whose shapes do not fit together. */
export function requireAndOrGraph(graph: AndOrGraph, options: PropagationOptions): void {
  const { nodeCount, needOffsets, needMinimum, nodeMinimum, providerOffsets, providers } = graph;
  requireCount(nodeCount, 0, "nodeCount");
  requireOffsets(needOffsets, nodeCount, needMinimum.length, "needOffsets");
  requireOffsets(providerOffsets, needMinimum.length, providers.length, "providerOffsets");
  for (let slot = 0; slot < providers.length; slot++) {
    requireNode(providers[slot]!, nodeCount, `providers[${slot}]`);
  }
  requireMask(options.slotActive, providers.length, "slotActive");
  requireMask(options.needActive, needMinimum.length, "needActive");
  if (nodeMinimum === undefined) return;
  requireLength(nodeMinimum, nodeCount, "nodeMinimum");
  for (let v = 0; v < nodeCount; v++) {
    const needs = needOffsets[v + 1]! - needOffsets[v]!;
    if (nodeMinimum[v]! > needs) {
      throw new GraphInputError(
        `nodeMinimum[${v}]`,
        `at most the node's ${needs} needs, got ${nodeMinimum[v]}`,
      );
    }
  }
}

function requireOffsets(offsets: Uint32Array, rows: number, last: number, argument: string): void {
  requireLength(offsets, rows + 1, argument);
  for (let row = 0; row < rows; row++) {
    if (offsets[row]! > offsets[row + 1]!) {
      throw new GraphInputError(argument, `non-decreasing, got ${offsets[row + 1]} after ${offsets[row]}`);
    }
  }
  if (offsets[0] !== 0 || offsets[rows] !== last) {
    throw new GraphInputError(argument, `from 0 to ${last}, got ${offsets[0]} to ${offsets[rows]}`);
  }
}
