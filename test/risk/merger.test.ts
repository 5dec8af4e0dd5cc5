import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { askMerger } from "./ask-merger.ts";

const sign = (g: GraphBuilder, contract: string): string => {
  g.milestone(contract, "DEFINITIVE", "2025-01-01");
  return contract;
};
/** A lease of b to a that binds. */
const lease = (g: GraphBuilder, slug: string, fields: Fields = {}, covers: readonly string[] = []): string =>
  sign(g, g.contract(slug, "LEASE", { LESSOR: "b", LESSEE: "a" }, covers, fields));
const value = (amount: number, basis = "BASE_TERM"): Fields => ({
  value: amount,
  currency: "USD",
  valueBasis: basis,
});
const totals = (describeGraph: (g: GraphBuilder) => void, filter = {}) =>
  askMerger(describeGraph, "a", "b", filter).internal.totals.map(({ total, customer, channel }) => [
    customer,
    channel,
    total.low,
    total.high,
    total.unit,
    total.basis,
  ]);

describe("who can merge", () => {
  const graph = graphOf((g) => {
    g.link("OWNS_STAKE", g.company("parent"), g.company("child"), { type: "CONSOLIDATED", state: "ACTIVE" });
    g.link("OWNS_STAKE", "company:parent", g.company("sister"), {
      type: "CONSOLIDATED",
      state: "ACTIVE",
      date: "2026-01-01",
    });
    g.company("nobody", { entityType: "PLACEHOLDER" });
    g.facility("site");
    g.put("redirect:old", { oldId: "company:old", target: "company:child" });
  });

  it("are two companies that are known by name", () => {
    expect(() => askMerger(graph, "parent", "ghost")).toThrow(NotFoundError);
    expect(() => askMerger(graph, "parent", "facility:site")).toThrow(
      /target is "facility:site" \(Facility\); expected a company/,
    );
    expect(() => askMerger(graph, "nobody", "parent")).toThrow(
      /acquirer is "company:nobody" \(a placeholder/,
    );
    expect(() => askMerger(graph, "parent", "parent")).toThrow(/the acquirer itself/);
  });

  it("are not one group already, at the date", () => {
    expect(() => askMerger(graph, "parent", "child")).toThrow(InvalidArgumentError);
    expect(() => askMerger(graph, "child", "sister")).toThrow(
      /already of one group .* under parent on 2026-11-25/,
    );
    const earlier = askMerger(graph, "child", "sister", { asOf: "2025-06-01" });
    expect(earlier.target.members).toEqual(["company:sister"]);
  });

  it("may be called by an id that was given up", () => {
    expect(() => askMerger(graph, "parent", "old")).toThrow(/already of one group/);
  });
});

describe("what becomes internal", () => {
  it("adds up roots by direction, channel, unit and basis, and never across", () => {
    expect(
      totals((g) => {
        lease(g, "master", value(10));
        lease(g, "part", value(4));
        g.link("PART_OF", "contract:part", "contract:master");
        lease(g, "other", value(5));
        lease(g, "backlog", value(7, "BACKLOG"));
        lease(g, "euro", { ...value(3), currency: "EUR" });
        sign(g, g.contract("supply", "SUPPLY", { SUPPLIER: "a", CUSTOMER: "b" }, [], value(2)));
      }),
    ).toEqual([
      ["ACQUIRER", "CAPACITY", 3, 3, "EUR", "BASE_TERM"],
      ["ACQUIRER", "CAPACITY", 7, 7, "USD", "BACKLOG"],
      ["ACQUIRER", "CAPACITY", 15, 15, "USD", "BASE_TERM"],
      ["TARGET", "SUPPLY", 2, 2, "USD", "BASE_TERM"],
    ]);
  });

  it("goes from the least to the greatest that sources support, and from nothing where an overlap is unclear", () => {
    expect(
      totals((g) => {
        const master = lease(g, "master", value(10, "BACKLOG"));
        g.evidence(master, "early", { field: "value", value: 8.7, basis: "BACKLOG" });
        lease(g, "austin", { ...value(1), overlapUnclear: true });
      }),
    ).toEqual([
      ["ACQUIRER", "CAPACITY", 8.7, 10, "USD", "BACKLOG"],
      ["ACQUIRER", "CAPACITY", 0, 1, "USD", "BASE_TERM"],
    ]);
  });

  it("skips what another contract took the place of, what has ended and what is only talked of", () => {
    const world = (g: GraphBuilder): void => {
      lease(g, "old", value(1));
      lease(g, "new", value(2));
      g.link("SUPERSEDES", "contract:new", "contract:old");
      lease(g, "gone", { ...value(4), outcome: "TERMINATED", outcomeDate: "2026-01-01" });
      g.contract("hope", "LEASE", { LESSOR: "b", LESSEE: "a" }, [], value(8));
    };
    expect(totals(world)).toEqual([["ACQUIRER", "CAPACITY", 2, 2, "USD", "BASE_TERM"]]);
    const { excluded } = askMerger(world, "a", "b");
    expect(excluded.map(({ filter, examples }) => [filter, examples])).toEqual([
      ["asOf", ["contract:gone"]],
      ["minStage", ["contract:hope"]],
    ]);
    expect(totals(world, { minStage: "RUMOURED" })).toEqual([
      ["ACQUIRER", "CAPACITY", 10, 10, "USD", "BASE_TERM"],
    ]);
  });

  describe("over its term", () => {
    const spread = (fields: Fields, more: (g: GraphBuilder) => void = () => {}) =>
      askMerger(
        (g) => {
          lease(g, "l", { ...value(120), termYears: 12, ...fields });
          more(g);
        },
        "a",
        "b",
      ).internal.totals.map(({ total, years, perYear, remaining }) =>
        [total, years, perYear, remaining].map(
          (bounds) => bounds && [bounds.low, bounds.high].map((bound) => Math.round(bound ?? NaN)),
        ),
      );

    it("is even, and what is left is bounded by the signature", () => {
      // Two of twelve years are over if the rent began with the signature, none if it has not begun.
      expect(spread({ signed: "2024-11-25" })).toEqual([
        [
          [120, 120],
          [12, 12],
          [10, 10],
          [100, 120],
        ],
      ]);
      expect(spread({ signed: "2024-01-01", start: "2025-11-25" })).toEqual([
        [
          [120, 120],
          [12, 12],
          [10, 10],
          [110, 110],
        ],
      ]);
    });

    it("is not known where one term is not", () => {
      expect(spread({}, (g) => lease(g, "m", value(1)))).toEqual([[[121, 121], null, null, null]]);
    });
  });

  it("counts a contract that others share from nothing, and none in which the two are on one side", () => {
    expect(
      totals((g) => {
        sign(g, g.contract("joint", "LEASE", { LESSOR: ["b", "c"], LESSEE: "a" }, [], value(9)));
        sign(g, g.contract("together", "LEASE", { LESSOR: "d", LESSEE: ["a", "b"] }, [], value(5)));
        sign(g, g.contract("used", "LEASE", { LESSOR: "d", LESSEE: "b", END_USER: "a" }, [], value(3)));
      }),
    ).toEqual([["ACQUIRER", "CAPACITY", 0, 9, "USD", "BASE_TERM"]]);
  });

  it("never adds what others share to what is the two's own, and heads with the latter", () => {
    const { internal, sentence } = askMerger(
      (g) => {
        sign(g, g.contract("own", "LEASE", { LESSOR: "b", LESSEE: "a" }, [], value(2)));
        sign(g, g.contract("joint", "LEASE", { LESSOR: ["b", "c"], LESSEE: "a" }, [], value(9)));
      },
      "a",
      "b",
    );
    expect(internal.totals.map(({ isShared, total }) => [isShared, total.low, total.high])).toEqual([
      [false, 2, 2],
      [true, 0, 9],
    ]);
    expect(sentence).toContain("a rents from b: USD 2 over the base term");
    expect(internal.totals[1]?.sentence).toContain("shared with others whose parts no source splits");
  });

  it("takes the part of a round that is between the two alone for the round", () => {
    const round = (g: GraphBuilder): void => {
      sign(
        g,
        g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: ["a", "c"], INVESTEE: "b" }, [], value(9)),
      );
      sign(g, g.contract("part", "EQUITY_INVESTMENT", { INVESTOR: "a", INVESTEE: "b" }, [], value(3)));
      g.link("PART_OF", "contract:part", "contract:round");
    };
    expect(totals(round)).toEqual([["TARGET", "EXPOSURE", 3, 3, "USD", "BASE_TERM"]]);
  });

  it("names the debts that it secures", () => {
    const { internal } = askMerger(
      (g) => {
        lease(g, "l", value(1));
        g.contract("bond", "BOND", { ISSUER: "b" });
        g.link("SECURES", "contract:l", "contract:bond");
        g.link("SECURES", "contract:l", g.facility("site"));
      },
      "a",
      "b",
    );
    expect(internal.secured).toEqual(["contract:bond"]);
  });
});
