import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCsr } from "../../src/graph/csr.ts";
import { cycles } from "../../src/graph/cycles.ts";
import { csrOf, smallGraphs } from "./arbitraries.ts";
import { allCycles } from "./brute-force.ts";

describe("cycles", () => {
  test("lists and counts what brute force finds", () => {
    fc.assert(
      fc.property(smallGraphs(), fc.integer({ min: 2, max: 7 }), (graph, maxLength) => {
        const expected = allCycles(graph).filter(({ nodes }) => nodes.length <= maxLength);
        const found = cycles(csrOf(graph), { maxLength });
        expect(found.cycles).toEqual(expected.map(({ nodes }) => nodes));
        expect(found.truncated).toBe(false);
        for (let length = 2; length <= maxLength; length++) {
          const ofLength = expected.filter(({ nodes }) => nodes.length === length);
          expect(found.countByLength[length]).toBe(ofLength.length);
          expect(found.multigraphCountByLength[length]).toBe(
            ofLength.reduce((sum, { ways }) => sum + ways, 0),
          );
        }
        const loops = graph.edges.filter(([from, to]) => from === to).map(([from]) => from);
        expect(found.selfLoops).toEqual([...new Set(loops)].toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test("through one node lists those of all cycles that contain it", () => {
    fc.assert(
      fc.property(smallGraphs(), fc.nat(6), (graph, pick) => {
        const through = pick % graph.nodeCount;
        const expected = allCycles(graph).filter(({ nodes }) => nodes.includes(through));
        const found = cycles(csrOf(graph), { maxLength: 7, through });
        expect(found.cycles).toEqual(expected.map(({ nodes }) => nodes));
      }),
    );
  });

  test("keeps out of masked edges, self-loops included", () => {
    const graph = buildCsr(2, [0, 1, 1], [1, 0, 1]);
    const found = cycles(graph, { maxLength: 2, edgeAllowed: Uint8Array.of(1, 0, 0) });
    expect(found).toMatchObject({ cycles: [], selfLoops: [] });
    expect(cycles(graph, { maxLength: 2, through: 0 }).selfLoops).toEqual([]);
    expect(cycles(graph, { maxLength: 2, through: 1 }).selfLoops).toEqual([1]);
  });

  test("says that it was truncated at the cap or the budget, and only then", () => {
    const graph = buildCsr(3, [0, 1, 1, 2], [1, 0, 2, 1]);
    expect(cycles(graph, { maxLength: 2, maxCycles: 1 })).toMatchObject({
      cycles: [[0, 1]],
      truncated: true,
    });
    expect(cycles(graph, { maxLength: 2, maxCycles: 2 }).truncated).toBe(false);
    expect(cycles(graph, { maxLength: 2, stop: () => true }).truncated).toBe(true);
  });
});
