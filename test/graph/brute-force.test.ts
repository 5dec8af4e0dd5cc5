import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AndOrGraph } from "../../src/graph/and-or-graph.ts";
import { coldStart, propagate } from "../../src/graph/and-or.ts";
import { minimalCutSets } from "../../src/graph/min-cut-sets.ts";
import { andOrGraphOf, structures } from "./arbitraries.ts";
import type { Structure } from "./arbitraries.ts";
import { cutSetsByEnumeration, wavesByIteration, worksByIteration } from "./brute-force.ts";

/** How many random structures are compared with the trial of everything: CHOKEPOINT_BRUTE_FORCE where it is set. */
const NUMBER_OF_STRUCTURES = Number(process.env["CHOKEPOINT_BRUTE_FORCE"] ?? 300);
const MAX_ORDER = 3;
const SEMANTICS = ["running", "coldStart"] as const;

interface MaskedCase {
  /** As given to the kernel, with the masks beside it. */
  readonly graph: AndOrGraph;
  readonly masks: { readonly slotActive: Uint8Array; readonly needActive: Uint8Array };
  /** The same with the masks written into it. */
  readonly structure: Structure;
  readonly failed: readonly number[];
  readonly failable: Uint8Array;
}

/** Cycles, k-of-n, empty needs and repeated providers; about half of the cases with masks. */
const maskedCases: fc.Arbitrary<MaskedCase> = fc
  .record({
    structure: structures,
    slotBits: fc.oneof(fc.constant(-1), fc.nat()),
    needBits: fc.oneof(fc.constant(-1), fc.nat()),
    failableBits: fc.oneof(fc.constant(-1), fc.nat()),
    failed: fc.uniqueArray(fc.nat(6), { maxLength: 2 }),
  })
  .map(({ structure, slotBits, needBits, failableBits, failed }) => {
    const graph = andOrGraphOf(structure);
    const bitsFor = (length: number, bits: number): Uint8Array =>
      Uint8Array.from({ length }, (_, i) => (bits >> (i % 31)) & 1);
    const masks = {
      slotActive: bitsFor(graph.providers.length, slotBits),
      needActive: bitsFor(graph.needMinimum.length, needBits),
    };
    return {
      graph,
      masks,
      structure: withMasks(structure, masks),
      failed: failed.filter((node) => node < graph.nodeCount),
      failable: bitsFor(graph.nodeCount, failableBits),
    };
  });

/** A masked slot is no provider; a masked need is filled. */
function withMasks({ nodes }: Structure, { slotActive, needActive }: MaskedCase["masks"]): Structure {
  let need = 0;
  let slot = 0;
  return {
    nodes: nodes.map((node) => {
      const needs = node.needs.flatMap(({ minimum, providers }) => {
        const left = providers.filter(() => slotActive[slot++] === 1);
        return needActive[need++] === 1 ? [{ minimum, providers: left }] : [];
      });
      return { needs, minimum: Math.max(0, node.minimum - (node.needs.length - needs.length)) };
    }),
  };
}

describe("random structures under masks agree with the trial of everything", () => {
  const runs = { numRuns: NUMBER_OF_STRUCTURES };
  const timeout = 30_000 + 20 * NUMBER_OF_STRUCTURES;

  test("in what falls and when, and in what can start", { timeout }, () => {
    fc.assert(
      fc.property(maskedCases, ({ graph, masks, structure, failed }) => {
        expect([...propagate(graph, failed, masks).wave]).toEqual(wavesByIteration(structure, failed));
        const started = worksByIteration(structure, failed, "coldStart");
        expect([...coldStart(graph, failed, masks)]).toEqual(started.map(Number));
      }),
      runs,
    );
  });

  test.each(SEMANTICS)("in the minimal cut sets up to order 3: %s", { timeout }, (semantics) => {
    fc.assert(
      fc.property(maskedCases, ({ graph, masks, structure, failable }) => {
        const candidates = [...failable.keys()].filter((node) => failable[node] === 1);
        const found = minimalCutSets(graph, 0, { ...masks, maxOrder: MAX_ORDER, failable, semantics });
        expect(found).toEqual({
          cutSets: cutSetsByEnumeration(structure, 0, MAX_ORDER, candidates, semantics),
          truncated: false,
          searchedOrder: MAX_ORDER,
        });
      }),
      runs,
    );
  });
});
