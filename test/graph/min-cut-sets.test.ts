import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minCutUpperBound, rareEventSum, topProbability } from "../../src/graph/and-or-probability.ts";
import { minimalCutSets } from "../../src/graph/min-cut-sets.ts";
import type { MinimalCutSetsOptions } from "../../src/graph/min-cut-sets.ts";
import { andOrGraphOf, structures } from "./arbitraries.ts";
import type { Structure } from "./arbitraries.ts";
import { cutSetsByEnumeration, subsets, worksByIteration } from "./brute-force.ts";

const semantics = fc.constantFrom("running" as const, "coldStart" as const);

function cutSetsOf(structure: Structure, options: MinimalCutSetsOptions): readonly (readonly number[])[] {
  return minimalCutSets(andOrGraphOf(structure), 0, options).cutSets;
}

describe("minimalCutSets", () => {
  test("agrees with the trial of every subset, on cycles and k-of-n, under both semantics", () => {
    fc.assert(
      fc.property(
        structures,
        fc.integer({ min: 1, max: 4 }),
        semantics,
        fc.nat(127),
        (structure, order, meaning, bits) => {
          const nodes = [...structure.nodes.keys()];
          const failable = Uint8Array.from(nodes, (v) => (bits >> v) & 1);
          const candidates = nodes.filter((v) => failable[v] === 1);
          const found = minimalCutSets(andOrGraphOf(structure), 0, {
            maxOrder: order,
            failable,
            semantics: meaning,
          });
          expect(found).toEqual({
            cutSets: cutSetsByEnumeration(structure, 0, order, candidates, meaning),
            truncated: false,
            searchedOrder: order,
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("still contains an old cut set in each new one after an alternative supplier is added", () => {
    fc.assert(
      fc.property(structures, fc.nat(), fc.nat(), (structure, pick, supplier) => {
        const owners = [...structure.nodes.keys()].filter((v) => structure.nodes[v]!.needs.length > 0);
        fc.pre(owners.length > 0);
        const owner = owners[pick % owners.length]!;
        const better: Structure = {
          nodes: structure.nodes.map((node, v) => {
            if (v !== owner) return node;
            const [first, ...others] = node.needs;
            const providers = [...first!.providers, supplier % structure.nodes.length];
            return { ...node, needs: [{ ...first!, providers }, ...others] };
          }),
        };
        const old = cutSetsOf(structure, { maxOrder: 3 });
        for (const cut of cutSetsOf(better, { maxOrder: 3 })) {
          expect(old.some((smaller) => smaller.every((v) => cut.includes(v)))).toBe(true);
        }
      }),
    );
  });

  test("gives the empty set for a top that is down already", () => {
    const structure = { nodes: [{ minimum: 1, needs: [{ minimum: 1, providers: [] }] }] };
    expect(cutSetsOf(structure, { maxOrder: 2 })).toEqual([[]]);
    expect(cutSetsOf(structure, { maxOrder: 2, needActive: Uint8Array.of(0) })).toEqual([]);
  });

  /** The top needs one of nodes 1 and 2, and one of nodes 3 and 4. */
  const pairs: Structure = {
    nodes: [
      {
        minimum: 2,
        needs: [
          { minimum: 1, providers: [1, 2] },
          { minimum: 1, providers: [3, 4] },
        ],
      },
      ...Array.from({ length: 4 }, () => ({ minimum: 0, needs: [] })),
    ],
  };

  test("says how far it came when the limit or the budget ends the search", () => {
    expect(minimalCutSets(andOrGraphOf(pairs), 0, { maxOrder: 2, limit: 1 })).toEqual({
      cutSets: [[1, 2]],
      truncated: true,
      searchedOrder: 1,
    });
    expect(minimalCutSets(andOrGraphOf(pairs), 0, { maxOrder: 2, limit: 2 })).toEqual({
      cutSets: [
        [1, 2],
        [3, 4],
      ],
      truncated: false,
      searchedOrder: 2,
    });
    for (const maxOrder of [1, 2]) {
      expect(minimalCutSets(andOrGraphOf(pairs), 0, { maxOrder, stop: () => true })).toEqual({
        cutSets: [],
        truncated: true,
        searchedOrder: 0,
      });
    }
  });

  test("stops at the limit among single nodes too", () => {
    const chain: Structure = {
      nodes: [
        {
          minimum: 2,
          needs: [
            { minimum: 1, providers: [1] },
            { minimum: 1, providers: [2] },
          ],
        },
        { minimum: 0, needs: [] },
        { minimum: 0, needs: [] },
      ],
    };
    expect(minimalCutSets(andOrGraphOf(chain), 0, { maxOrder: 3, limit: 1 })).toEqual({
      cutSets: [[1]],
      truncated: true,
      searchedOrder: 0,
    });
  });

  test("leaves out masked slots", () => {
    expect(cutSetsOf(pairs, { maxOrder: 2, slotActive: Uint8Array.of(1, 0, 1, 1) })).toEqual([[1], [3, 4]]);
  });
});

describe("probabilities", () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });

  test("agree with the sum over all sets of failures", () => {
    fc.assert(
      fc.property(structures, chances, semantics, (structure, all, meaning) => {
        const events = [...structure.nodes.keys()].slice(1);
        const probabilities = all.slice(0, events.length);
        const weight = (set: readonly number[]): number =>
          events.reduce((p, v, i) => p * (set.includes(v) ? probabilities[i]! : 1 - probabilities[i]!), 1);
        const down = subsets(events).filter((set) => !worksByIteration(structure, set, meaning)[0]);
        const expected = down.reduce((sum, set) => sum + weight(set), 0);
        const found = topProbability(
          andOrGraphOf(structure),
          0,
          { events, probabilities },
          { semantics: meaning },
        );
        expect(found.probability).toBeCloseTo(expected, 12);
        for (const [i] of events.entries()) {
          const withChance = (p: number): number =>
            topProbability(
              andOrGraphOf(structure),
              0,
              { events, probabilities: probabilities.with(i, p) },
              { semantics: meaning },
            ).probability;
          expect(found.birnbaum[i]).toBeCloseTo(withChance(1) - withChance(0), 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("of cut sets are upper bounds", () => {
    fc.assert(
      fc.property(structures, chances, (structure, all) => {
        const events = [...structure.nodes.keys()].slice(1);
        const probabilities = all.slice(0, events.length);
        const exact = topProbability(andOrGraphOf(structure), 0, { events, probabilities }).probability;
        const cuts = cutSetsOf(structure, { maxOrder: 7 });
        const probabilityOf = (node: number): number => all[node - 1]!;
        const bound = minCutUpperBound(cuts, probabilityOf);
        expect(bound).toBeGreaterThanOrEqual(exact - 1e-12);
        expect(rareEventSum(cuts, probabilityOf)).toBeGreaterThanOrEqual(bound - 1e-12);
      }),
    );
  });

  test("give no criticality when the top cannot fail", () => {
    const structure = {
      nodes: [
        { minimum: 0, needs: [] },
        { minimum: 0, needs: [] },
      ],
    };
    expect(topProbability(andOrGraphOf(structure), 0, { events: [1], probabilities: [0.5] })).toEqual({
      probability: 0,
      birnbaum: [0],
      criticality: [0],
    });
  });
});
