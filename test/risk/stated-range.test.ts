import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statedRange } from "../../src/risk/stated-range.ts";
import { graphOf, type Fields } from "../support/graph-builder.ts";

interface Figure {
  readonly value: number;
  readonly bound?: "MIN" | "MAX";
  readonly asOf?: string;
  readonly basis?: string;
  readonly stance?: string;
}

function read(headline: Fields, figures: readonly Figure[], day = "2026-11-25") {
  const { records } = graphOf((g) => {
    g.contract("x", "LEASE", { LESSEE: "a", LESSOR: "b" }, [], {
      currency: "USD",
      valueBasis: "BACKLOG",
      ...headline,
    });
    for (const [position, figure] of figures.entries())
      g.evidence("contract:x", `source:s${position}`, { field: "value", ...figure });
  });
  const contract = records.record("contract:x");
  const range = contract === undefined ? null : statedRange(records, contract, "value", day);
  return range === null ? null : [range.low, range.high];
}

describe("the range in which a quantity is read", () => {
  it("is the headline alone, or nothing", () => {
    expect(read({ value: 7 }, [])).toEqual([7, 7]);
    expect(read({}, [])).toBeNull();
  });

  it("goes from the least to the greatest that sources support, the headline included", () => {
    expect(read({ value: 7 }, [{ value: 5 }, { value: 9 }])).toEqual([5, 9]);
    expect(read({ value: 7 }, [{ value: 5, stance: "DISPUTES" }])).toEqual([7, 7]);
    expect(read({ value: 7 }, [{ value: 5, basis: "RPO" }])).toEqual([7, 7]);
  });

  it("leaves out what was so more than a year before: the contract has changed since", () => {
    const grown = [
      { value: 500, asOf: "2024-10-22" },
      { value: 590, asOf: "2026-03-02" },
    ];
    expect(read({ value: 590 }, grown)).toEqual([590, 590]);
    expect(read({ value: 590 }, [...grown, { value: 580, asOf: "2025-05" }])).toEqual([580, 590]);
    // The day knows nothing of 2026, and the headline is of no date.
    expect(read({ value: 590 }, grown, "2025-01-01")).toEqual([500, 590]);
  });

  it("keeps the curator's choice, however old", () => {
    const figures = [
      { value: 5, asOf: "2020" },
      { value: 6, asOf: "2026" },
    ];
    expect(read({ value: 5 }, figures)).toEqual([5, 6]);
  });

  it("is open above where a source says at least and none gives as much", () => {
    expect(read({ value: 7, valueIsMinimum: true }, [])).toEqual([7, Infinity]);
    expect(read({ value: 7 }, [{ value: 7, bound: "MIN" }])).toEqual([7, Infinity]);
    expect(read({ value: 7 }, [{ value: 9, bound: "MIN" }])).toEqual([7, Infinity]);
    expect(read({ value: 7 }, [{ value: 3, bound: "MIN" }])).toEqual([7, 7]);
    const grown = [
      { value: 10, bound: "MIN" },
      { value: 20, bound: "MIN" },
    ] as const;
    expect(read({ value: 20 }, grown)).toEqual([20, Infinity]);
  });

  it("begins at nothing where a source says at most and none gives an amount", () => {
    expect(read({ value: 7 }, [{ value: 7, bound: "MAX" }])).toEqual([0, 7]);
    expect(read({ value: 7 }, [{ value: 9, bound: "MAX" }])).toEqual([7, 7]);
    expect(read({ value: 7 }, [{ value: 5, bound: "MAX" }])).toEqual([0, 7]);
  });

  it("holds every amount that a current source gives, in whatever order they come", () => {
    const figure = fc.record({
      value: fc.nat(50),
      bound: fc.constantFrom(undefined, "MIN" as const, "MAX" as const),
    });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 5 }), fc.nat(50), (figures, headline) => {
        const stated = figures.map(({ value, bound }) => ({
          value,
          ...(bound === undefined ? {} : { bound }),
        }));
        const [low = 0, high = 0] = read({ value: headline }, stated) ?? [];
        expect(read({ value: headline }, stated.toReversed())).toEqual([low, high]);
        const holds = ({ value, bound }: Figure): boolean =>
          bound === "MIN" ? high >= value : low <= value && (bound === "MAX" || value <= high);
        expect(stated.filter((one) => !holds(one))).toEqual([]);
      }),
    );
  });
});
