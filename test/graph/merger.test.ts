import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hhi } from "../../src/graph/hhi.ts";
import { concentration2023, merger2023, merger2023OfBounds } from "../../src/graph/merger-2023.ts";
import { mergerOfIntervals } from "../../src/graph/merger-bounds.ts";
import type { MergerBounds, MergerOptions } from "../../src/graph/merger-bounds.ts";
import type { ShareInterval } from "../../src/graph/interval-market.ts";
import { merger } from "../../src/graph/merger.ts";
import { feasibleIntervals } from "./arbitraries.ts";

const SLACK = 1e-6;

function boundsOf(intervals: readonly ShareInterval[], options: MergerOptions = {}): MergerBounds {
  const bounds = mergerOfIntervals(intervals, [0, 1], options);
  if (!bounds.feasible) throw new Error("a completion exists");
  return bounds;
}

/** What of the bounds a completion contradicts; nothing if they are right. */
function contradictions(bounds: MergerBounds, shares: readonly number[]): string[] {
  const effect = merger(shares, [0, 1]);
  const outside = (["delta", "postHhi", "mergedShare"] as const).filter(
    (name) => effect[name] < bounds[name].min - SLACK || effect[name] > bounds[name].max + SLACK,
  );
  const wrongVerdict = merger2023(effect).presumed ? "no" : "yes";
  return merger2023OfBounds(bounds) === wrongVerdict ? [...outside, "verdict"] : outside;
}

describe("merger", () => {
  test("delta is what the index rises by, for any number of firms", () => {
    fc.assert(
      fc.property(feasibleIntervals, fc.nat(6), ({ shares }, size) => {
        const merging = [...shares.keys()].slice(0, size);
        const effect = merger(shares, merging);
        const merged = sum(merging.map((firm) => shares[firm]!));
        expect(effect.mergedShare).toBeCloseTo(merged, 9);
        expect(effect.postHhi).toBeCloseTo(hhi([merged, ...shares.slice(merging.length)]), 6);
        expect(effect.delta).toBeCloseTo(effect.postHhi - effect.preHhi, 6);
      }),
    );
  });
});

describe("merger2023", () => {
  test("compares strictly, whatever rounding does to the threshold itself", () => {
    expect(merger2023({ postHhi: 1800, delta: 150, mergedShare: 30 }).presumed).toBe(false);
    expect(merger2023({ postHhi: 1800 + 1e-12, delta: 100 + 1e-12, mergedShare: 31 }).presumed).toBe(false);
    expect(merger2023({ postHhi: 1801, delta: 101, mergedShare: 0 })).toEqual({
      byHhi: true,
      byShare: false,
      presumed: true,
    });
    expect(merger2023({ postHhi: 0, delta: 101, mergedShare: 31 }).byShare).toBe(true);
  });

  test("names the bands", () => {
    expect([999, 1000, 1800, 1800.1].map(concentration2023)).toEqual([
      "unconcentrated",
      "moderately concentrated",
      "moderately concentrated",
      "highly concentrated",
    ]);
  });
});

describe("mergerOfIntervals", () => {
  test("of points is the exact calculation", () => {
    fc.assert(
      fc.property(feasibleIntervals, ({ shares }) => {
        fc.pre(shares.length > 1);
        const bounds = boundsOf(shares.map((share) => [share, share] as const));
        expect(contradictions(bounds, shares)).toEqual([]);
        expect(bounds.delta.max - bounds.delta.min).toBeLessThan(SLACK);
        expect(bounds.postHhi.max - bounds.postHhi.min).toBeLessThan(SLACK);
        expect(merger2023OfBounds(bounds)).toBe(merger2023(merger(shares, [0, 1])).presumed ? "yes" : "no");
      }),
    );
  });

  test("contains every completion, and no verdict contradicts one", () => {
    fc.assert(
      fc.property(feasibleIntervals, ({ intervals, shares }) => {
        fc.pre(shares.length > 1);
        expect(contradictions(boundsOf(intervals), shares)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("lets the parties own part of the unknown rest, unless their shares are complete", () => {
    const split = fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10), fc.nat(10));
    fc.assert(
      fc.property(feasibleIntervals, split, ({ intervals, shares }, weights) => {
        fc.pre(shares.length > 1);
        const halves = intervals.map(([low, high]) => [low / 2, high / 2] as const);
        const named = shares.map((share) => share / 2);
        const [a, b, ...rest] = weights.map(
          (weight) => (50 * (weight + 1)) / (weights.length + sum(weights)),
        );
        const completion = [named[0]! + a!, named[1]! + b!, ...named.slice(2), ...rest];
        expect(contradictions(boundsOf(halves, { residual: {} }), completion)).toEqual([]);
        const apart = [...named, a! + b!, ...rest];
        expect(contradictions(boundsOf(halves, { residual: {}, partiesComplete: true }), apart)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("says that shares which cannot add up are infeasible", () => {
    expect(
      mergerOfIntervals(
        [
          [60, 70],
          [50, 60],
        ],
        [0, 1],
      ),
    ).toEqual({ feasible: false });
  });

  test("raises the least delta when the other firms cannot fill the market", () => {
    const bounds = boundsOf([
      [10, 50],
      [10, 50],
      [20, 40],
    ]);
    expect(bounds.mergedShare).toEqual({ min: 60, max: 80 });
    expect(bounds.delta).toEqual({ min: 1000, max: 3200 });
    expect(bounds.leastPostHhiUpTo30).toBeUndefined();
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
