import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concentrationRatioOfIntervals } from "../../src/graph/concentration-ratio-bounds.ts";
import { hhiOfIntervals, hhiWithUnknown } from "../../src/graph/hhi-bounds.ts";
import { concentrationRatio, effectiveNumber, groupShares, hhi, normalisedHhi } from "../../src/graph/hhi.ts";
import { mhhi } from "../../src/graph/mhhi.ts";
import { feasibleIntervals } from "./arbitraries.ts";

const SLACK = 1e-6;

/** A residual that can hold a completion's rest, and the completion's unknown firms. */
const residuals = fc.oneof(
  fc.constant({ residual: {}, parts: 1 }),
  fc.integer({ min: 1, max: 4 }).map((firms) => ({ residual: { firms }, parts: firms })),
  fc.integer({ min: 1, max: 4 }).map((parts) => ({ residual: { cap: 100 / parts }, parts })),
  fc.integer({ min: 1, max: 4 }).map((firms) => ({ residual: { firms, cap: 100 / firms }, parts: firms })),
);

describe("measures of known shares", () => {
  test("of no firm, one firm and equal firms", () => {
    expect(hhi([])).toBe(0);
    expect(effectiveNumber(0)).toBe(Infinity);
    expect([hhi([100]), effectiveNumber(10_000), normalisedHhi([100])]).toEqual([10_000, 1, 1]);
    expect([hhi([25, 25, 25, 25]), effectiveNumber(2500), normalisedHhi([25, 25, 25, 25])]).toEqual([
      2500, 4, 0,
    ]);
  });

  test("the concentration ratio takes all firms when there are fewer than k", () => {
    expect(concentrationRatio([10, 30, 20], 2)).toBe(50);
    expect(concentrationRatio([10, 30, 20], 5)).toBe(60);
  });

  test("grouping never lowers the index, whatever the order", () => {
    fc.assert(
      fc.property(feasibleIntervals, fc.infiniteStream(fc.nat(2)), ({ shares }, picks) => {
        const groups = Uint32Array.from(shares, () => picks.next().value as number);
        const used = [...new Set(groups)];
        const grouped = groupShares(
          shares,
          groups.map((group) => used.indexOf(group)),
        );
        expect(hhi(grouped)).toBeGreaterThanOrEqual(hhi(shares) - SLACK);
      }),
    );
  });

  test("a common owner never lowers the modified index", () => {
    expect(
      mhhi(
        [60, 40],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toEqual({ hhi: 5200, delta: 0, mhhi: 5200 });
    const half = [
      [0.5, 0.5],
      [0.5, 0],
      [0, 0.5],
    ];
    expect(mhhi([50, 50], half).delta).toBe(2500);
    expect(
      mhhi([50, 50], half, [
        [0, 0],
        [1, 0],
        [0, 1],
      ]).delta,
    ).toBe(0);
  });
});

describe("hhiWithUnknown", () => {
  test("agrees with points and a residual in hhiOfIntervals", () => {
    const market = fc.record({
      knownPct: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }),
      unknownFirms: fc.option(fc.integer({ min: 0, max: 6 })),
      unknownCapPct: fc.option(fc.integer({ min: 0, max: 60 })),
    });
    fc.assert(
      fc.property(market, ({ knownPct, unknownFirms, unknownCapPct }) => {
        const found = hhiWithUnknown({ knownPct, unknownFirms, unknownCapPct });
        const general = hhiOfIntervals(
          knownPct.map((share) => [share, share] as const),
          { residual: { firms: unknownFirms ?? undefined, cap: unknownCapPct ?? undefined }, tolerance: 0.5 },
        );
        expect(general.feasible).toBe(found.feasible);
        if (!found.feasible || !general.feasible) return;
        expect(general.min).toBeCloseTo(found.min, 6);
        expect(general.max).toBeCloseTo(found.max, 6);
        expect(general.minAttained).toBe(found.minAttained);
      }),
      { numRuns: 500 },
    );
  });

  test("forgives half a point of rounding, and reports more", () => {
    expect(hhiWithUnknown({ knownPct: [60, 40.4], unknownFirms: null, unknownCapPct: null })).toMatchObject({
      feasible: true,
      residual: 0,
    });
    expect(hhiWithUnknown({ knownPct: [60, 41], unknownFirms: null, unknownCapPct: null })).toEqual({
      feasible: false,
      residual: -1,
    });
  });
});

describe("hhiOfIntervals", () => {
  test("contains every completion, and attains its ends", () => {
    fc.assert(
      fc.property(feasibleIntervals, ({ intervals, shares }) => {
        const bounds = hhiOfIntervals(intervals);
        if (!bounds.feasible) throw new Error("a completion exists");
        expect(hhi(shares)).toBeGreaterThanOrEqual(bounds.min - SLACK);
        expect(hhi(shares)).toBeLessThanOrEqual(bounds.max + SLACK);
        expect(bounds.relaxedMax).toBeGreaterThanOrEqual(bounds.max - SLACK);
        expect(hhi(bounds.argmin)).toBeCloseTo(bounds.min, 6);
        expect(hhi(bounds.argmax!)).toBeCloseTo(bounds.max, 6);
        for (const point of [bounds.argmin, bounds.argmax!]) {
          expect(point.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
          for (const [i, share] of point.entries()) {
            expect(share).toBeGreaterThanOrEqual(intervals[i]![0] - SLACK);
            expect(share).toBeLessThanOrEqual(intervals[i]![1] + SLACK);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("contains every completion with unknown firms", () => {
    fc.assert(
      fc.property(feasibleIntervals, residuals, ({ intervals, shares }, { residual, parts }) => {
        // Scaled down by half, and half the market left to equal unknown firms.
        const named = shares.map((share) => share / 2);
        const halves = intervals.map(([low, high]) => [low / 2, high / 2] as const);
        const unknown = Array.from({ length: parts }, () => 50 / parts);
        const bounds = hhiOfIntervals(halves, { residual });
        if (!bounds.feasible) throw new Error("a completion exists");
        const completion = hhi([...named, ...unknown]);
        expect(completion).toBeGreaterThanOrEqual(bounds.min - SLACK);
        expect(completion).toBeLessThanOrEqual(bounds.max + SLACK);
        expect(bounds.relaxedMax).toBeGreaterThanOrEqual(bounds.max - SLACK);
        for (const k of [1, 3]) {
          const ratio = concentrationRatioOfIntervals(halves, k, { residual });
          if (!ratio.feasible) throw new Error("a completion exists");
          expect(concentrationRatio([...named, ...unknown], k)).toBeGreaterThanOrEqual(ratio.min - SLACK);
          expect(concentrationRatio([...named, ...unknown], k)).toBeLessThanOrEqual(ratio.max + SLACK);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("agrees with a list where the unknown firms are written out", () => {
    const capped = fc.record({ firms: fc.integer({ min: 1, max: 4 }), cap: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(feasibleIntervals, capped, ({ intervals }, residual) => {
        const halves = intervals.map(([low, high]) => [low / 2, high / 2] as const);
        const written = [
          ...halves,
          ...Array.from({ length: residual.firms }, () => [0, residual.cap] as const),
        ];
        const expected = hhiOfIntervals(written);
        const found = hhiOfIntervals(halves, { residual });
        expect(found.feasible).toBe(expected.feasible);
        if (!found.feasible || !expected.feasible) return;
        expect(found.min).toBeCloseTo(expected.min, 6);
        expect(found.max).toBeCloseTo(expected.max, 6);
        for (const k of [1, 2, 4]) {
          const ratio = concentrationRatioOfIntervals(halves, k, { residual });
          const ratioWritten = concentrationRatioOfIntervals(written, k);
          if (!ratio.feasible || !ratioWritten.feasible) throw new Error("feasible above");
          expect(ratio.min).toBeCloseTo(ratioWritten.min, 6);
          expect(ratio.max).toBeCloseTo(ratioWritten.max, 6);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gives a certified bound beyond 20 open intervals", () => {
    const bounds = hhiOfIntervals(Array.from({ length: 21 }, () => [0, 10] as const));
    expect(bounds).toMatchObject({
      feasible: true,
      exact: false,
      argmax: undefined,
      max: 1000,
      relaxedMax: 1000,
    });
    const points = hhiOfIntervals(Array.from({ length: 50 }, () => [2, 2] as const));
    expect(points).toMatchObject({ exact: true, min: 200, max: 200 });
  });

  test("takes another total, and forgives rounding of the sum when told to", () => {
    expect(
      hhiOfIntervals(
        [
          [0.2, 0.6],
          [0.4, 0.8],
        ],
        { total: 1 },
      ),
    ).toMatchObject({ feasible: true });
    const rounded = [
      [33.4, 33.4],
      [33.4, 33.4],
      [33.4, 33.4],
    ] as const;
    expect(hhiOfIntervals(rounded)).toEqual({ feasible: false });
    expect(hhiOfIntervals(rounded, { tolerance: 0.5 })).toMatchObject({ feasible: true, exact: true });
  });

  test("of an empty list is the unknown rest alone", () => {
    expect(hhiOfIntervals([])).toEqual({ feasible: false });
    expect(hhiOfIntervals([], { residual: { cap: 20 } })).toMatchObject({
      min: 0,
      minAttained: false,
      max: 2000,
    });
  });
});

describe("concentrationRatioOfIntervals", () => {
  test("contains every completion and is attained", () => {
    fc.assert(
      fc.property(feasibleIntervals, fc.integer({ min: 1, max: 4 }), ({ intervals, shares }, k) => {
        const bounds = concentrationRatioOfIntervals(intervals, k);
        const index = hhiOfIntervals(intervals);
        if (!bounds.feasible || !index.feasible) throw new Error("a completion exists");
        expect(concentrationRatio(shares, k)).toBeGreaterThanOrEqual(bounds.min - SLACK);
        expect(concentrationRatio(shares, k)).toBeLessThanOrEqual(bounds.max + SLACK);
        expect(concentrationRatio(index.argmin, k)).toBeCloseTo(bounds.min, 6);
      }),
    );
  });

  test("gives the least greatest share and the greatest one", () => {
    const intervals = [
      [30, 50],
      [20, 40],
      [0, 50],
    ] as const;
    expect(concentrationRatioOfIntervals(intervals, 1)).toEqual({
      feasible: true,
      min: 100 / 3,
      max: 50,
      exact: true,
    });
    expect(concentrationRatioOfIntervals([[90, 95]], 1)).toEqual({ feasible: false });
  });

  test("bounds the ratio from above when there are too many choices", () => {
    const many = Array.from({ length: 60 }, () => [1, 5] as const);
    expect(concentrationRatioOfIntervals(many, 8)).toMatchObject({ exact: false, max: 40 });
  });
});
