import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import { bandOf } from "../../src/risk/concentration/market.ts";
import { graphOf, type Fields, type GraphBuilder, type Member } from "../support/graph-builder.ts";
import { ask, bounds } from "./ask-market.ts";

/** The market of one statement on a component. */
function market(
  members: readonly Member[],
  fields: Fields = {},
  more: (g: GraphBuilder) => void = () => undefined,
) {
  return graphOf((g) => {
    g.component("x");
    g.estimate("one", "component:x", members, fields);
    more(g);
  });
}

const stated = (members: readonly Member[], fields: Fields = {}): readonly (number | null)[] =>
  bounds(ask(market(members, fields), "SUPPLIERS_OF", "component:x"));

describe("the HHI of a published statement", () => {
  it("is one number where all shares are known", () => {
    // 50² + 30² + 20² = 3800
    const members: Member[] = [
      ["a", 50],
      ["b", 30],
      ["c", 20],
    ];
    const answer = ask(market(members, { isComplete: true }), "SUPPLIERS_OF", "component:x");
    expect(bounds(answer)).toEqual([3800, 3800]);
    expect([answer.headline, answer.covered, answer.band, answer.reason]).toEqual([3800, 1, "HIGH", null]);
    expect([answer.cr1.low, answer.cr3.low]).toEqual([0.5, 1]);
    expect(answer.effectiveNumber.low).toBeCloseTo(10_000 / 3800);
  });

  it("takes what a source rounded to as the whole of a complete list", () => {
    // 33 + 33 + 33 = 99: the shares stay as they are stated, 3 × 33² = 3267.
    expect(
      stated(
        [
          ["a", 33],
          ["b", 33],
          ["c", 33],
        ],
        { isComplete: true },
      ),
    ).toEqual([3267, 3267]);
  });

  it("lies between an unknown rest spread thin and in one hand", () => {
    // 21.5² + 20.7² = 890.74; the rest of 57.8 in one hand adds 3340.84.
    expect(
      stated([
        ["nvidia", 21.5],
        ["arista", 20.7],
      ]),
    ).toEqual([890.74, 4231.58]);
  });

  it("gives nobody unnamed more than the cap that the source states", () => {
    // 40² + at most 20 each of the rest of 60: 1600 to 1600 + 3 × 400.
    expect(stated([["a", 40]], { othersCap: 0.2 })).toEqual([1600, 2800]);
  });

  it("shares a figure of several firms evenly at the least, gives it to one at the most", () => {
    // EML: 72 % of three firms together, two more named without a figure, the list not complete:
    // least 3 × 24² = 1728; most 72² + 28² = 5968.
    expect(
      stated([
        [["lumentum", "broadcom", "mitsubishi"], 72],
        ["coherent", null],
        ["sumitomo", null],
      ]),
    ).toEqual([1728, 5968]);
  });

  it("reaches over shares that are given as ranges", () => {
    // a 40–60, the rest is b's: least 50² + 50², most 60² + 40².
    expect(
      stated(
        [
          ["a", [40, 60]],
          ["b", null],
        ],
        { isComplete: true },
      ),
    ).toEqual([5000, 5200]);
  });

  it("is none where the shares can't all be true", () => {
    const answer = ask(
      market([
        ["a", 70],
        ["b", 60],
      ]),
      "SUPPLIERS_OF",
      "component:x",
    );
    expect([...bounds(answer), answer.covered, answer.headline, answer.band]).toEqual([
      null,
      null,
      null,
      null,
      "CANNOT_TELL",
    ]);
    expect(answer.caveat).toContain("add up to more than the whole");
  });

  it("gives no headline where less than half is given to one firm each", () => {
    const answer = ask(
      market([
        [["a", "b"], 60],
        ["c", 20],
      ]),
      "SUPPLIERS_OF",
      "component:x",
    );
    expect([answer.covered, answer.headline, answer.reason]).toEqual([0.2, null, "BELOW_COVERAGE_FLOOR"]);
    const half = ask(market([["a", 50]]), "SUPPLIERS_OF", "component:x");
    expect([half.covered, half.headline, half.reason]).toEqual([0.5, 2500, null]);
  });

  it("does not count a placeholder as a firm that is known", () => {
    const graph = market(
      [
        ["a", 40],
        ["somebody", 60],
      ],
      { isComplete: true },
      (g) => g.company("somebody", { entityType: "PLACEHOLDER" }),
    );
    expect(ask(graph, "SUPPLIERS_OF", "component:x").covered).toBe(0.4);
  });
});

describe("the bands of the guidelines of 2023", () => {
  it.each([
    [0, 999.9, "UNCONCENTRATED"],
    [1000, 1800, "MODERATE"],
    [1800.1, 10_000, "HIGH"],
    [999, 1000, "CANNOT_TELL"],
    [1800, 1801, "CANNOT_TELL"],
    [null, 900, "CANNOT_TELL"],
  ])("put %s to %s into %s", (low, high, expected) => {
    expect(bandOf(low, high)).toBe(expected);
  });
});

describe("which statement answers", () => {
  const graph = graphOf((g) => {
    g.component("x");
    const one = g.estimate("old", "component:x", [["a", 90]], { period: "2023" });
    g.estimate("b-latest", "component:x", [["a", 80]], { period: "2025", measure: "UNITS" });
    const tierA = g.estimate("c-latest", "component:x", [["a", 70]], { period: "2025" });
    g.estimate("d-latest", "component:x", [["a", 60]], { period: "2025" });
    g.estimate("demand", "component:x", [["buyer", 50]], { side: "DEMAND", period: "2026" });
    g.estimate("forecast", "component:x", [["a", 10]], { period: "2027" });
    g.estimate("shaky", "component:x", [["a", 20]], { period: "2026", confidence: "LOW" });
    g.evidence(one, "paper");
    g.evidence(tierA, "filing");
    g.put("source:filing", { publisher: "publisher:filing", tier: "A" });
  });
  const filter = { minConfidence: "MEDIUM" } as const;

  it("is the latest period, then the best tier, then the lowest id; the others stand beside it", () => {
    const answer = ask(graph, "SUPPLIERS_OF", "component:x", { filter });
    expect(answer.estimate).toBe("estimate:c-latest");
    expect(answer.otherEstimates).toEqual(["estimate:b-latest", "estimate:d-latest", "estimate:old"]);
  });

  it("names what the date and the confidence leave out", () => {
    expect(ask(graph, "SUPPLIERS_OF", "component:x", { filter }).excluded).toEqual([
      { filter: "asOf", count: 1, examples: ["estimate:forecast"] },
      { filter: "minConfidence", count: 1, examples: ["estimate:shaky"] },
    ]);
  });

  it("is of the measure asked for, or the one asked for by id", () => {
    expect(ask(graph, "SUPPLIERS_OF", "component:x", { measure: "UNITS" }).estimate).toBe(
      "estimate:b-latest",
    );
    expect(ask(graph, "SUPPLIERS_OF", "component:x", { estimate: "estimate:old" }).hhi.low).toBe(8100);
  });

  it("is on the side that the market asks about", () => {
    expect(ask(graph, "BUYERS_OF", "component:x").estimate).toBe("estimate:demand");
    expect(() => ask(graph, "SUPPLIERS_OF", "component:x", { estimate: "estimate:demand" })).toThrow(
      InvalidArgumentError,
    );
  });

  it("must be an estimate, and of the subject", () => {
    expect(() => ask(graph, "SUPPLIERS_OF", "component:x", { estimate: "estimate:none" })).toThrow(
      NotFoundError,
    );
    const two = graphOf((g) => {
      g.component("y");
      g.estimate("one", g.component("x"), [["a", 90]]);
    });
    expect(() => ask(two, "SUPPLIERS_OF", "component:y", { estimate: "estimate:one" })).toThrow(
      "an estimate of component:y",
    );
  });

  it("was stated by the day that is asked about", () => {
    const late = market([["a", 90]], { period: "2024", statedOn: "2026-05-01" });
    expect(ask(late, "SUPPLIERS_OF", "component:x", { filter: { asOf: "2026-04-30" } }).reason).toBe(
      "FILTERED_OUT",
    );
    expect(ask(late, "SUPPLIERS_OF", "component:x", { filter: { asOf: "2026-05-01" } }).reason).toBeNull();
  });

  it("is none where nobody shared the market out: then its makers are named without a share", () => {
    const makers = graphOf((g) => {
      g.makes("a", "x");
      g.makes("b", "x", { state: "TARGET" });
    });
    const answer = ask(makers, "SUPPLIERS_OF", "component:x");
    expect(answer.members.map(({ nodes }) => nodes)).toEqual([["company:a"]]);
    expect([answer.headline, answer.reason, ...bounds(answer)]).toEqual([
      null,
      "BELOW_COVERAGE_FLOOR",
      0,
      10_000,
    ]);
    expect(
      ask(
        graphOf((g) => g.component("x")),
        "SUPPLIERS_OF",
        "component:x",
      ).reason,
    ).toBe("NOT_DOCUMENTED");
  });
});

describe("a market that nobody shared out", () => {
  it("names the makers of the models of a class beside those of the class", () => {
    const graph = graphOf((g) => {
      g.makes("a", "class");
      g.isA("model", "class");
      g.makes("b", "model");
    });
    const answer = ask(graph, "SUPPLIERS_OF", "component:class");
    expect(answer.members.map(({ nodes }) => nodes)).toEqual([["company:a"], ["company:b"]]);
  });
});

describe("grouped by ultimate parent", () => {
  const control = { type: "CONSOLIDATED", controls: true, state: "ACTIVE" };
  const members: Member[] = [
    ["a", 30],
    ["b", 30],
    ["c", 40],
  ];
  const owned = (more: (g: GraphBuilder) => void) =>
    ask(market(members, { isComplete: true }, more), "SUPPLIERS_OF", "component:x", {
      groupBy: "ULTIMATE_PARENT",
    });

  it("adds up what one parent controls at the date, however many steps up", () => {
    const answer = owned((g) => {
      g.link("OWNS_STAKE", g.company("middle"), "company:a", control);
      g.link("OWNS_STAKE", g.company("top"), "company:middle", control);
      g.link("OWNS_STAKE", "company:top", "company:b", { ...control, validFrom: "2026-01-01" });
    });
    // 60² + 40²
    expect(bounds(answer)).toEqual([5200, 5200]);
    expect(answer.members[0]?.label).toBe("top");
  });

  it("does not roll up what is joint, only agreed, sold, or in a circle", () => {
    expect(
      bounds(
        owned((g) => {
          g.link("OWNS_STAKE", g.company("top"), "company:a", { ...control, type: "JOINT" });
          g.link("OWNS_STAKE", "company:top", "company:b", { ...control, state: "AGREED" });
          g.link("OWNS_STAKE", "company:top", "company:c", { ...control, validTo: "2026-01-01" });
        }),
      ),
    ).toEqual([3400, 3400]);
    expect(
      bounds(
        owned((g) => {
          g.link("OWNS_STAKE", "company:a", "company:b", control);
          g.link("OWNS_STAKE", "company:b", "company:a", control);
        }),
      ),
    ).toEqual([3400, 3400]);
  });
});

describe("grouped by country of production", () => {
  const built = (
    more: (g: GraphBuilder) => void,
    members: readonly Member[] = [
      ["a", 60],
      ["b", 40],
    ],
  ) =>
    ask(
      market(members, { isComplete: true }, (g) => {
        g.makes("a", "x");
        g.makes("b", "x");
        more(g);
      }),
      "SUPPLIERS_OF",
      "component:x",
      { groupBy: "COUNTRY" },
    );
  const plant = (g: GraphBuilder, company: string, facility: string, country: string): void => {
    g.produces(facility, "x", company);
    g.located(facility, country);
  };

  it("looks for a firm where its plants are, not where its seat is, and never takes them for all that it has", () => {
    const answer = built((g) => {
      plant(g, "a", "fab-1", "tw");
      plant(g, "b", "fab-2", "tw");
      g.company("a", { country: g.place("us") });
    });
    expect(answer.members.map(({ label, share }) => [label, share.low, share.high])).toEqual([["tw", 0, 1]]);
    expect([...bounds(answer), answer.headline, answer.band]).toEqual([0, 10_000, null, "CANNOT_TELL"]);
    expect(answer.caveat).toContain("it may have others anywhere");
  });

  it("gives each of several countries anything from nothing to all of a firm's share", () => {
    const answer = built((g) => {
      plant(g, "a", "fab-1", "tw");
      plant(g, "a", "fab-3", "us");
      plant(g, "b", "fab-2", "tw");
    });
    expect(answer.members.map(({ label, share }) => [label, share.low, share.high])).toEqual([
      ["tw", 0, 1],
      ["us", 0, 0.6],
    ]);
    // Least: thin over plants that nobody documents. Most: all in tw.
    expect(bounds(answer)).toEqual([0, 10_000]);
  });

  it("leaves a firm without a documented plant in the unknown rest", () => {
    const answer = built((g) => plant(g, "a", "fab-1", "tw"));
    expect(answer.members.map(({ label }) => label)).toEqual(["tw"]);
    // The rest may lie in Taiwan too.
    expect(answer.members.map(({ share }) => [share.low, share.high])).toEqual([[0, 1]]);
  });

  it("is refused for money, which lies nowhere", () => {
    const graph = graphOf((g) => {
      g.contract("l", "LEASE", { LESSEE: "t", LESSOR: "landlord" });
    });
    expect(() => ask(graph, "CUSTOMERS_OF", "company:landlord", { groupBy: "COUNTRY" })).toThrow(
      "COMPANY or ULTIMATE_PARENT for CUSTOMERS_OF",
    );
  });
});

describe("the subject of a market", () => {
  it("must be there and of the kind that the market takes", () => {
    const graph = graphOf((g) => g.component("x"));
    expect(() => ask(graph, "SUPPLIERS_OF", "component:nothing")).toThrow(NotFoundError);
    expect(() => ask(graph, "TENANTS_OF", "component:x")).toThrow("a Company or Facility for TENANTS_OF");
  });
});
