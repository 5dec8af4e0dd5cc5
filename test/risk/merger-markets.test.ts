import { describe, expect, it } from "vitest";
import type { GraphBuilder } from "../support/graph-builder.ts";
import { askMerger, numbers } from "./ask-merger.ts";

const COMPLETE = { isComplete: true };

describe("the markets of a merger by published statement", () => {
  it("gives one number before and after where all shares are known", () => {
    const { markets, kind, presumption } = askMerger(
      (g) =>
        g.estimate(
          "hbm",
          g.component("hbm"),
          [
            ["a", 57],
            ["b", 21],
            ["c", 22],
          ],
          COMPLETE,
        ),
      "a",
      "b",
    );
    // 57² + 21² + 22²; 78² + 22²; 2 · 57 · 21
    expect(markets.map(numbers)).toEqual([[[4174, 4174], [6568, 6568], [2394, 2394], [78, 78], "YES"]]);
    expect([kind, presumption]).toEqual(["HORIZONTAL", "YES"]);
  });

  it("lets what no one is named for be the parties' own at the most", () => {
    const { markets } = askMerger(
      (g) =>
        g.estimate("switch", g.component("switch"), [
          ["a", 21.5],
          ["b", 20.7],
        ]),
      "a",
      "b",
    );
    expect(markets.map(numbers)).toEqual([
      [[890.7, 4231.6], [1780.8, 10000], [890.1, 5000], [42.2, 100], "YES"],
    ]);
  });

  it("can't tell where one has no figure, and says no where the increase is small whatever is unknown", () => {
    const unknown = askMerger(
      (g) =>
        g.estimate("x", g.component("x"), [
          ["a", 40],
          ["b", null],
          ["c", 30],
        ]),
      "a",
      "b",
    );
    expect(unknown.markets.map(({ presumption }) => presumption)).toEqual(["CANNOT_TELL"]);
    expect(unknown.reason).toBe("BELOW_COVERAGE_FLOOR");
    const small = askMerger(
      (g) =>
        g.estimate(
          "x",
          g.component("x"),
          [
            ["a", 5],
            ["b", [0, 5]],
            ["c", [85, 90]],
            ["d", 5],
          ],
          COMPLETE,
        ),
      "a",
      "b",
    );
    expect(small.markets.map(({ presumption, delta }) => [presumption, delta.high])).toEqual([["NO", 50]]);
  });

  it("knows the sum of two that share one figure, and not what either adds", () => {
    const { markets } = askMerger(
      (g) =>
        g.estimate(
          "eml",
          g.component("eml"),
          [
            [
              ["a", "b"],
              [80, 80],
            ],
            ["c", 20],
          ],
          COMPLETE,
        ),
      "a",
      "b",
    );
    // Before: 40² + 40² + 20² or 80² + 20²; after it is 80² + 20² in any case.
    expect(markets.map(numbers)).toEqual([[[3600, 6800], [6800, 6800], [0, 3200], [80, 80], "CANNOT_TELL"]]);
  });

  it("gives a party of a figure for several anything up to the figure", () => {
    const { markets } = askMerger(
      (g) =>
        g.estimate(
          "eml",
          g.component("eml"),
          [
            [["a", "c", "d"], 60],
            ["b", 40],
          ],
          COMPLETE,
        ),
      "a",
      "b",
    );
    const [market] = markets;
    expect(market?.acquirerShare).toMatchObject({ low: 0, high: 0.6 });
    expect(market?.delta).toMatchObject({ low: 0, high: 4800 });
    expect(market?.presumption).toBe("CANNOT_TELL");
    // Nothing is lower after than before.
    expect(market?.after.low).toBeGreaterThanOrEqual(market?.before.low ?? Infinity);
  });

  it("counts companies under one parent as one, before and after", () => {
    const { markets, acquirer } = askMerger(
      (g) => {
        g.link("OWNS_STAKE", g.company("parent"), g.company("a"), { type: "CONSOLIDATED", state: "ACTIVE" });
        g.link("OWNS_STAKE", "company:parent", g.company("a2"), {
          type: "MAJORITY",
          votingShare: 0.6,
          state: "ACTIVE",
        });
        g.estimate(
          "x",
          g.component("x"),
          [
            ["a", 20],
            ["a2", 10],
            ["b", 30],
            ["c", 40],
          ],
          COMPLETE,
        );
      },
      "a",
      "b",
    );
    expect(acquirer.members).toEqual(["company:a", "company:a2", "company:parent"]);
    // 30² + 30² + 40², then 60² + 40²
    expect(markets.map(numbers)).toEqual([[[3400, 3400], [5200, 5200], [1800, 1800], [60, 60], "YES"]]);
  });

  it("leaves the seller of a target outside", () => {
    const { markets, target } = askMerger(
      (g) => {
        g.link("OWNS_STAKE", g.company("seller"), g.company("b"), { type: "CONSOLIDATED", state: "ACTIVE" });
        g.estimate(
          "x",
          g.component("x"),
          [
            ["a", 20],
            ["b", 30],
            ["seller", 50],
          ],
          COMPLETE,
        );
      },
      "a",
      "b",
    );
    expect(target.members).toEqual(["company:b"]);
    expect(markets.map(({ mergedShare }) => [mergedShare.low, mergedShare.high])).toEqual([[0.5, 0.5]]);
  });

  it("keeps every statement apart, and leaves out what a filter does", () => {
    const { markets, excluded } = askMerger(
      (g) => {
        const x = g.component("x");
        g.estimate(
          "old",
          x,
          [
            ["a", 30],
            ["b", 30],
            ["c", 40],
          ],
          { ...COMPLETE, period: "2024" },
        );
        g.estimate(
          "new",
          x,
          [
            ["a", 10],
            ["b", 10],
            ["c", 80],
          ],
          { ...COMPLETE, period: "2025" },
        );
        g.estimate(
          "later",
          x,
          [
            ["a", 1],
            ["b", 1],
            ["c", 98],
          ],
          { ...COMPLETE, period: "2027" },
        );
      },
      "a",
      "b",
    );
    expect(markets.map(({ estimate }) => estimate)).toEqual(["estimate:new", "estimate:old"]);
    expect(excluded).toEqual([{ filter: "asOf", count: 1, examples: ["estimate:later"] }]);
  });
});

describe("the markets of a merger without shares of both", () => {
  const makers = (g: GraphBuilder, role: readonly [string, string]): void => {
    g.makes("a", "x", { role: role[0] });
    g.makes("b", "x", { role: role[1] });
  };

  it("are listed and can't be told, never dropped", () => {
    const { markets, coverage, kind } = askMerger(
      (g) => makers(g, ["MANUFACTURER", "MANUFACTURER"]),
      "a",
      "b",
    );
    expect(markets.map(numbers)).toEqual([
      [[null, null], [null, null], [null, null], [null, null], "CANNOT_TELL"],
    ]);
    expect([kind, coverage.known, coverage.needed]).toEqual(["HORIZONTAL", 0, 1]);
  });

  it("do not make a foundry the rival of its customer", () => {
    const answer = askMerger((g) => makers(g, ["DESIGNER", "FOUNDRY"]), "a", "b");
    expect(answer.markets).toEqual([]);
    expect(answer.kind).toBe("VERTICAL");
    expect(answer.links.map(({ sentence }) => sentence)).toEqual(["b fabricates x, which a designs."]);
  });

  it("come from the models of one class, and are named by the most special class", () => {
    const { markets } = askMerger(
      (g) => {
        g.makes("a", "m1");
        g.makes("b", "m2");
        g.isA("m1", "dram");
        g.isA("m2", "dram");
        g.isA("dram", "memory");
      },
      "a",
      "b",
    );
    expect(markets.map(({ market }) => market.subject)).toEqual(["component:dram"]);
  });

  it("use the statement that names one and leaves something open, not one that is whole without the other", () => {
    const world = (isComplete: boolean) => (g: GraphBuilder) => {
      makers(g, ["MANUFACTURER", "MANUFACTURER"]);
      g.estimate(
        "x",
        "component:x",
        [
          ["a", 60],
          ["c", 30],
        ],
        { isComplete },
      );
    };
    const open = askMerger(world(false), "a", "b").markets;
    expect(
      open.map(({ estimate, targetShare, delta }) => [estimate, targetShare.low, delta.low, delta.high]),
    ).toEqual([["estimate:x", 0, 0, 1200]]);
    const whole = askMerger(world(true), "a", "b").markets;
    expect(whole.map(({ estimate, presumption }) => [estimate, presumption])).toEqual([
      [null, "CANNOT_TELL"],
    ]);
  });
});

describe("the markets of a merger by contract", () => {
  const lease = (
    g: GraphBuilder,
    slug: string,
    landlord: string,
    tenant: string,
    megawatts?: number,
  ): string => {
    const id = g.contract(slug, "LEASE", { LESSOR: landlord, LESSEE: tenant }, [], {
      capacityMegawatts: megawatts,
      capacityBasis: megawatts === undefined ? undefined : "CRITICAL_IT",
    });
    g.milestone(id, "DEFINITIVE", "2025-01-01");
    return id;
  };

  it("are those of third parties with whom both have contracts", () => {
    const { markets, links, internal } = askMerger(
      (g) => {
        lease(g, "one", "a", "tenant", 400);
        lease(g, "two", "b", "tenant", 526);
        lease(g, "three", "c", "tenant", 590);
      },
      "a",
      "b",
    );
    expect(markets.map(({ market }) => [market.kind, market.subject])).toEqual([
      ["LANDLORDS_OF", "company:tenant"],
      ["SUPPLIERS_TO", "company:tenant"],
    ]);
    // (400² + 526² + 590²) / 1516²; (926² + 590²) / 1516²; 2 · 400 · 526 / 1516²
    expect(markets.slice(0, 1).map(numbers)).toEqual([
      [[3414.7, 3414.7], [5245.6, 5245.6], [1831, 1831], [61.1, 61.1], "YES"],
    ]);
    expect([links, internal.contracts]).toEqual([[], []]);
  });

  it("widen where an overlap is unclear, where a member is undisclosed, and tell nothing beside a contract without an amount", () => {
    const markets = (more: (g: GraphBuilder) => void) =>
      askMerger(
        (g) => {
          lease(g, "one", "a", "tenant", 50);
          lease(g, "two", "b", "tenant", 50);
          more(g);
        },
        "a",
        "b",
      )
        .markets.filter(({ market }) => market.kind === "LANDLORDS_OF")
        .map(numbers);
    expect(
      markets((g) => lease(g, "three", g.company("nobody", { entityType: "PLACEHOLDER" }), "tenant", 100)),
    ).toEqual([
      // The undisclosed 100 are a landlord's of their own, or one of the two's.
      [[3750, 6250], [5000, 10000], [1250, 5000], [50, 100], "YES"],
    ]);
    expect(markets((g) => lease(g, "three", "c", "tenant"))).toEqual([
      [[null, null], [null, null], [null, null], [null, null], "CANNOT_TELL"],
    ]);
  });
});
