import * as fc from "fast-check";
import { expect, test } from "vitest";
import { propagate } from "../../src/graph/and-or.ts";
import { hhi } from "../../src/graph/hhi.ts";
import { kShortestPaths } from "../../src/graph/k-shortest-paths.ts";
import { mhhi } from "../../src/graph/mhhi.ts";
import { minimalCutSets } from "../../src/graph/min-cut-sets.ts";
import { andOrGraphOf, csrOf, graphsWithPair, structures } from "./arbitraries.ts";
import type { Structure } from "./arbitraries.ts";
import { compareLists } from "./brute-force.ts";

/** A structure, and the same one with its nodes renamed, and the needs and providers of each in another order. */
const relabelledStructures: fc.Arbitrary<{
  readonly structure: Structure;
  readonly other: Structure;
  /** By node of `structure`: its name in `other`. */
  readonly rename: readonly number[];
}> = structures.chain((structure) => {
  const { nodes } = structure;
  return fc.shuffledSubarray([...nodes.keys()], { minLength: nodes.length }).map((rename) => ({
    structure,
    rename,
    other: {
      nodes: [...nodes.keys()].map((name) => {
        const { needs, minimum } = nodes[rename.indexOf(name)]!;
        const renamed = needs.map((need) => ({
          minimum: need.minimum,
          providers: need.providers.map((provider) => rename[provider]!).toReversed(),
        }));
        return { minimum, needs: renamed.toReversed() };
      }),
    },
  }));
});

test("failures and cut sets follow a relabelling of nodes and a shuffle of needs and providers", () => {
  fc.assert(
    fc.property(relabelledStructures, fc.nat(6), ({ structure, other, rename }, pick) => {
      const [here, there] = [andOrGraphOf(structure), andOrGraphOf(other)];
      const failed = pick % here.nodeCount;
      const { wave } = propagate(here, [failed]);
      const renamedWave = propagate(there, [rename[failed]!]).wave;
      expect(rename.map((name) => renamedWave[name])).toEqual([...wave]);
      for (const semantics of ["running", "coldStart"] as const) {
        const { cutSets } = minimalCutSets(here, 0, { maxOrder: 3, semantics });
        const expected = cutSets
          .map((cut) => cut.map((node) => rename[node]!).toSorted((a, b) => a - b))
          .toSorted((a, b) => a.length - b.length || compareLists(a, b));
        expect(minimalCutSets(there, rename[0]!, { maxOrder: 3, semantics }).cutSets).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test("costs in another unit change no path", () => {
  fc.assert(
    fc.property(graphsWithPair, (graph) => {
      const thousandfold = graph.costs.map((cost) => 1000 * cost);
      const { source, target } = graph;
      const { paths } = kShortestPaths(csrOf(graph), graph.costs, source, target, 10);
      expect(kShortestPaths(csrOf(graph), thousandfold, source, target, 10).paths).toEqual(
        paths.map((path) => ({ ...path, cost: 1000 * path.cost })),
      );
    }),
  );
});

test("amounts in another unit change no index", () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (amounts) => {
      const shares = (scale: number): number[] => {
        const total = amounts.reduce((sum, each) => sum + scale * each, 0);
        return amounts.map((each) => (100 * scale * each) / total);
      };
      expect(hhi(shares(1000))).toBeCloseTo(hhi(shares(1)), 9);
    }),
  );
});

test("rights counted in another unit change no modified index", () => {
  const rights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(rights, { minLength: 1, maxLength: 3 }), (cash) => {
      const thousandfold = cash.map((row) => row.map((right) => 1000 * right));
      expect(mhhi([60, 40], thousandfold)).toEqual(mhhi([60, 40], cash));
    }),
  );
});
