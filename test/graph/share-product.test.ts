import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCsr, reverseCsr } from "../../src/graph/csr.ts";
import { kShortestPaths } from "../../src/graph/k-shortest-paths.ts";
import { shareGraph, totalDependency } from "../../src/graph/share-product.ts";

describe("shareGraph", () => {
  test("adds up parallel shares, at most to 1, and drops shares of 0 and self-loops", () => {
    const graph = buildCsr(3, [0, 0, 1, 1, 1, 2], [1, 1, 2, 2, 0, 2]);
    const found = shareGraph(graph, [0.2, 0.3, 0.7, 0.7, 0, 0.5]);
    expect([...found.shares]).toEqual([0.5, 1]);
    expect([...found.costs]).toEqual([Math.LN2, 0]);
  });

  test("makes the strongest path the cheapest", () => {
    const { arcs, costs } = shareGraph(buildCsr(3, [0, 0, 1], [1, 2, 2]), [0.9, 0.5, 0.8]);
    const { paths } = kShortestPaths(arcs, costs, 0, 2, 2);
    expect(paths.map(({ nodes, cost }) => [nodes, Math.exp(-cost).toFixed(9)])).toEqual([
      [[0, 1, 2], "0.720000000"],
      [[0, 2], "0.500000000"],
    ]);
  });

  test("a lower share never raises the strength of the strongest path", () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 5, maxLength: 5 }), fc.nat(4), share, (shares, at, factor) => {
        const graph = buildCsr(4, [0, 0, 1, 2, 1], [1, 2, 3, 3, 2]);
        const strength = (values: readonly number[]): number => {
          const { arcs, costs } = shareGraph(graph, values);
          return Math.exp(-kShortestPaths(arcs, costs, 0, 3, 1).paths[0]!.cost);
        };
        expect(strength(shares.with(at, shares[at]! * factor))).toBeLessThanOrEqual(strength(shares));
      }),
    );
  });
});

describe("totalDependency", () => {
  test("adds up all walks, also around a loop", () => {
    const graph = buildCsr(2, [0, 1], [1, 0]);
    const { dependency, converged } = totalDependency(graph, [0.5, 0.5], 0);
    expect(converged).toBe(true);
    expect(dependency[0]).toBeCloseTo(1 / 3, 11);
    expect(dependency[1]).toBeCloseTo(2 / 3, 11);
  });

  test("counts a self-loop in walks, and parallel shares at most to 1", () => {
    expect(totalDependency(buildCsr(1, [0], [0]), [0.5], 0).dependency[0]).toBeCloseTo(1, 11);
    expect(totalDependency(buildCsr(2, [0, 0], [1, 1]), [0.7, 0.7], 0).dependency[1]).toBe(1);
  });

  test("says that it has not settled when a group feeds only itself", () => {
    const found = totalDependency(buildCsr(2, [0, 1], [1, 0]), [1, 1], 0, { maxSweeps: 50 });
    expect(found).toMatchObject({ converged: false, sweeps: 50 });
  });

  test("gives the same number from either end", () => {
    const share = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 6, maxLength: 6 }), (shares) => {
        const graph = buildCsr(4, [0, 0, 1, 2, 3, 2], [1, 2, 3, 3, 0, 1]);
        const forward = totalDependency(graph, shares, 0).dependency[3]!;
        const backward = totalDependency(reverseCsr(graph), shares, 3).dependency[0]!;
        expect(backward).toBeCloseTo(forward, 10);
      }),
    );
  });
});
