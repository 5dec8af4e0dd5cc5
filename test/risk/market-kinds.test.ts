import { describe, expect, it } from "vitest";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { ask, bounds } from "./ask-market.ts";

const lines = ({ members }: ReturnType<typeof ask>): readonly string[] =>
  members.map(({ label, amount }) => `${label} ${amount?.low}–${amount?.high}`);
const shares = ({ members }: ReturnType<typeof ask>): readonly unknown[] =>
  members.map(({ share }) => [share.low, share.high]);

describe("the lenders to a company", () => {
  const debt = (
    g: GraphBuilder,
    slug: string,
    parties: Parameters<GraphBuilder["contract"]>[2],
    value?: number,
    fields: Fields = {},
  ): string => {
    const amount = value === undefined ? {} : { value, currency: "USD", valueBasis: "PRINCIPAL" };
    const id = g.contract(slug, "LOAN", parties, [], { ...amount, ...fields });
    g.milestone(id, "DEFINITIVE", "2025-01-01");
    return id;
  };
  const lenders = (describeGraph: (g: GraphBuilder) => void, input: Parameters<typeof ask>[3] = {}) =>
    ask(graphOf(describeGraph), "LENDERS_TO", "company:b", input);

  it("are those who lent, not those who arranged, underwrote or keep it in trust", () => {
    const answer = lenders((g) => {
      debt(g, "one", { BORROWER: "b", LENDER: "x", ARRANGER: "a", TRUSTEE: "t", UNDERWRITER: "u" }, 60);
      debt(g, "two", { BORROWER: "b", LENDER: "y" }, 40);
    });
    expect(lines(answer)).toEqual(["x 60–60", "y 40–40"]);
    expect([bounds(answer), answer.headline, answer.market.measure]).toEqual([[5200, 5200], 5200, "VALUE"]);
  });

  it("have no headline where most debts name none, whatever the named one has of the money", () => {
    const answer = lenders((g) => {
      debt(g, "one", { BORROWER: "b", LENDER: "x" }, 90);
      debt(g, "two", { BORROWER: "b", ARRANGER: "a" }, 5);
      debt(g, "three", { BORROWER: "b" }, 5);
    });
    expect([answer.covered, answer.headline, answer.reason]).toEqual([0.9, null, "BELOW_COVERAGE_FLOOR"]);
    expect([answer.coverage.counts, answer.coverage.known, answer.coverage.needed]).toEqual([
      "debts that name a lender",
      1,
      3,
    ]);
    expect([answer.unnamed?.low, answer.unnamed?.high, answer.caveat]).toEqual([
      10,
      10,
      expect.stringContaining("whom no source in the graph names"),
    ]);
    // 90² with the rest spread thin; or the named lender has that too.
    expect(bounds(answer)).toEqual([8100, 10_000]);
  });

  it("are none where no debt names one: that is not known, not excluded", () => {
    const answer = lenders((g) => debt(g, "one", { BORROWER: "b", ARRANGER: "a" }, 90));
    expect([answer.members, answer.reason, answer.hhi.low, answer.band]).toEqual([
      [],
      "NOT_DOCUMENTED",
      null,
      "CANNOT_TELL",
    ]);
  });

  it("share a loan of several nobody says how: at the least evenly, at the most one has it", () => {
    const answer = lenders((g) => debt(g, "one", { BORROWER: "b", LENDER: ["x", "y", "z", "w"] }, 100));
    expect(bounds(answer)).toEqual([2500, 10_000]);
    expect([answer.cr1.low, answer.cr1.high, answer.cr3.low]).toEqual([0.25, 1, 0.75]);
    expect([answer.covered, answer.headline]).toEqual([0, null]);
  });

  it("hold any part of a bond that names some of its holders", () => {
    const answer = lenders((g) => {
      debt(g, "one", { ISSUER: "b", HOLDER: ["x", "y"] }, 60, { type: "BOND" });
      debt(g, "two", { BORROWER: "b", LENDER: "z" }, 40);
    });
    expect(lines(answer)).toEqual(["x, y and others who are not named 0–60", "z 40–40"]);
    expect(shares(answer)).toEqual([
      [0, 0.6],
      [0.4, 0.4],
    ]);
    // 40² and the bond spread thin, or all of it in the hand of z too.
    expect([bounds(answer), answer.covered]).toEqual([[1600, 10_000], 0.4]);
  });

  it("are those of the vehicles that it controls too", () => {
    const answer = lenders((g) => {
      g.company("b");
      const stake = { type: "CONSOLIDATED", controls: true, state: "ACTIVE" };
      g.link("OWNS_STAKE", "company:b", g.company("vehicle"), stake);
      debt(g, "one", { BORROWER: "vehicle", LENDER: "x" }, 60);
      debt(g, "two", { BORROWER: "stranger", LENDER: "y" }, 60);
    });
    expect(lines(answer)).toEqual(["x 60–60"]);
  });

  it("are never added across bases", () => {
    const answer = lenders((g) => {
      debt(g, "one", { BORROWER: "b", LENDER: "x" }, 60);
      debt(g, "two", { BORROWER: "b", LENDER: "y" }, 40, { valueBasis: "COMMITTED_FACILITY" });
      debt(g, "three", { BORROWER: "b", LENDER: "y" }, 30, { valueBasis: "COMMITTED_FACILITY" });
    });
    expect([lines(answer), answer.headline, answer.uncounted]).toEqual([["y 70–70"], null, ["contract:one"]]);
    expect(answer.bases.map(({ unit, basis, entries, high }) => [unit, basis, entries, high])).toEqual([
      ["USD", "COMMITTED_FACILITY", 2, 70],
      ["USD", "PRINCIPAL", 1, 60],
    ]);
    expect(shares(answer)).toEqual([[null, null]]);
  });

  it("are on the basis that most debts with a lender state", () => {
    const answer = lenders((g) => {
      debt(g, "one", { BORROWER: "b", LENDER: "x" }, 60);
      debt(g, "two", { BORROWER: "b" }, 40, { valueBasis: "OUTSTANDING" });
      debt(g, "three", { BORROWER: "b" }, 30, { valueBasis: "OUTSTANDING" });
    });
    expect([lines(answer), answer.market.basis]).toEqual([["x 60–60"], "PRINCIPAL"]);
  });

  it("are asked of a facility by the debts that cover it", () => {
    const graph = graphOf((g) => {
      const fields = { value: 9, currency: "USD", valueBasis: "PRINCIPAL" };
      const id = g.contract("one", "BOND", { ISSUER: "v", LENDER: "x" }, ["facility:f"], fields);
      g.milestone(id, "CLOSED", "2025-01-01");
    });
    expect(lines(ask(graph, "LENDERS_TO", "facility:f"))).toEqual(["x 9–9"]);
  });
});

describe("an amount of which a source says only the least", () => {
  it("stands, and bounds the shares: it may be any larger", () => {
    const graph = graphOf((g) => {
      for (const [slug, buyer, fields] of [
        ["one", "x", { valueIsMinimum: true }],
        ["two", "y", {}],
      ] as const) {
        const value = { value: 50, currency: "USD", valueBasis: "BASE_TERM", ...fields };
        const id = g.contract(slug, "SUPPLY", { SUPPLIER: "s", CUSTOMER: buyer }, [], value);
        g.milestone(id, "DEFINITIVE", "2025");
      }
    });
    const answer = ask(graph, "CUSTOMERS_OF", "company:s");
    expect([lines(answer), shares(answer), answer.headline]).toEqual([
      ["x 50–null", "y 50–50"],
      [
        [0.5, 1],
        [0, 0.5],
      ],
      null,
    ]);
    expect(answer.caveat).toContain("Of 1 contract only the least is known: it may be any larger.");
    expect([answer.uncounted, bounds(answer)]).toEqual([["contract:one"], [5000, 10_000]]);
    expect(answer.bases.map(({ low, high }) => [low, high])).toEqual([[100, null]]);
  });
});

describe("the guarantors", () => {
  const graph = graphOf((g) => {
    const cap = (value: number): Fields => ({ value, currency: "USD", valueBasis: "GUARANTEE_CAP" });
    const rent = (value: number): Fields => ({ value, currency: "USD", valueBasis: "BASE_TERM" });
    const signed = (id: string): string => (g.milestone(id, "DEFINITIVE", "2025-01-01"), id);
    const lease = (slug: string, value: number, guarantor = "google"): string =>
      signed(g.contract(slug, "LEASE", { LESSEE: "t", LESSOR: "l", GUARANTOR: guarantor }, [], rent(value)));
    const promise = (slug: string, value: number): string =>
      signed(g.contract(slug, "GUARANTEE", { LESSEE: "t", GUARANTOR: "google" }, [], cap(value)));
    const [one, two] = [lease("one", 3700), lease("two", 3000)];
    const [whole, first] = [promise("whole", 3200), promise("first", 1800)];
    g.link("PART_OF", first, whole);
    for (const secured of [one, two]) g.link("SECURES", whole, secured);
    g.link("SECURES", first, one);
    const other = lease("other", 830, "bank");
    g.put("observation:other", {
      subject: other,
      metric: "CONTRACT_AMOUNT",
      value: 300,
      unit: "USD",
      basis: "GUARANTEE_CAP",
      timing: "ACTUAL",
      asOf: "2025-06",
    });
    lease("silent", 7000);
  });

  it("of a company count limits of guarantees, never the rent that is guaranteed, and each promise once", () => {
    const answer = ask(graph, "GUARANTORS_OF", "company:t");
    expect(lines(answer)).toEqual(["google 3200–3200", "bank 300–300"]);
    expect([answer.market.basis, answer.uncounted, answer.headline]).toEqual([
      "GUARANTEE_CAP",
      ["contract:silent"],
      null,
    ]);
  });

  it("of one contract are those of the guarantee that is its own", () => {
    expect(lines(ask(graph, "GUARANTORS_OF", "contract:one"))).toEqual(["google 1800–1800"]);
    expect(lines(ask(graph, "GUARANTORS_OF", "contract:two"))).toEqual(["google 3200–3200"]);
  });

  it("count figures that were stated by the day", () => {
    const filter = { asOf: "2025-05-31" };
    const answer = ask(graph, "GUARANTORS_OF", "contract:other", { filter });
    expect([answer.members, answer.uncounted]).toEqual([[], ["contract:other"]]);
  });
});

describe("the suppliers to a company", () => {
  it("are its landlords, clouds and sellers by value, unless a statement shares its purchases out", () => {
    const trade = (g: GraphBuilder): void => {
      const fields = { value: 50, currency: "USD", valueBasis: "BASE_TERM" };
      for (const [slug, type, parties] of [
        ["l", "LEASE", { LESSEE: "b", LESSOR: "landlord" }],
        ["c", "COMPUTE", { CUSTOMER: "b", PROVIDER: "cloud" }],
        ["s", "SUPPLY", { BUYER: "b", SUPPLIER: "seller" }],
      ] as const)
        g.milestone(g.contract(slug, type, parties, [], fields), "DEFINITIVE", "2025");
    };
    expect(lines(ask(graphOf(trade), "SUPPLIERS_TO", "company:b"))).toEqual([
      "cloud 50–50",
      "landlord 50–50",
      "seller 50–50",
    ]);
    const stated = graphOf((g) => {
      trade(g);
      g.estimate("purchases", "company:b", [["x", 80]], { side: "SUPPLY" });
    });
    expect(ask(stated, "SUPPLIERS_TO", "company:b").estimate).toBe("estimate:purchases");
    // A measure that only statements have is never answered by contracts, and a basis only by amounts.
    expect(ask(graphOf(trade), "SUPPLIERS_TO", "company:b", { measure: "UNITS" }).reason).toBe(
      "NOT_DOCUMENTED",
    );
    expect(ask(stated, "SUPPLIERS_TO", "company:b", { basis: "BASE_TERM" }).members).toHaveLength(3);
  });
});

describe("the power for a site", () => {
  const graph = graphOf((g) => {
    for (const site of ["one", "two", "three"]) {
      g.facility(site);
      g.operates("op", site);
    }
    g.facility("plant", { purpose: "POWER_PLANT" });
    const power = (
      slug: string,
      type: string,
      parties: Parameters<GraphBuilder["contract"]>[2],
      at: string,
    ) =>
      g.milestone(
        g.contract(slug, type, parties, [at], { capacityMegawatts: 60, capacityBasis: "UTILITY_APPROVED" }),
        "DEFINITIVE",
        "2025",
      );
    power("p", "POWER_SUPPLY", { UTILITY: "utility", CUSTOMER: "op" }, "facility:one");
    g.link("POWERS", "company:utility", "facility:one", { type: "ENERGY_SUPPLY" });
    const onsite = { type: "ONSITE_GENERATION", megawatts: 40, capacityBasis: "UTILITY_APPROVED" };
    g.link("POWERS", g.company("gas"), "facility:one", onsite);
    g.link("POWERS", "company:utility", "facility:two", { type: "GRID_CONNECTION" });
    power("ppa", "POWER_PURCHASE", { SUPPLIER: "nuclear", BUYER: "op" }, "facility:plant");
  });

  it("is what contracts and statements give, each supply once", () => {
    const answer = ask(graph, "POWER_FOR", "facility:one");
    expect(lines(answer)).toEqual(["utility 60–60", "gas 40–40"]);
    expect([bounds(answer), answer.headline]).toEqual([[5200, 5200], 5200]);
  });

  it("has no shares while a supply has no megawatts; a sole one is still the only documented", () => {
    const answer = ask(graph, "POWER_FOR", "facility:two");
    expect([answer.members, answer.reason, answer.uncounted]).toEqual([
      [],
      "BELOW_COVERAGE_FLOOR",
      ["powers:utility--two"],
    ]);
  });

  it("of a company counts every site, also one of whose power nothing is known", () => {
    const answer = ask(graph, "POWER_FOR", "company:op");
    expect([answer.uncounted, answer.headline, bounds(answer)]).toEqual([
      ["facility:three", "powers:utility--two"],
      null,
      [0, 10_000],
    ]);
  });

  it("is not what a power plant sells", () => {
    expect(ask(graph, "POWER_FOR", "facility:plant").reason).toBe("NOT_DOCUMENTED");
  });
});

describe("what a kind of market does not take", () => {
  const graph = graphOf((g) => {
    g.company("c");
    g.place("us");
    g.component("x");
  });
  it.each([
    ["a measure", () => ask(graph, "LENDERS_TO", "company:c", { measure: "MW" }), "VALUE for LENDERS_TO"],
    ["another", () => ask(graph, "OPERATORS_IN", "place:us", { measure: "VALUE" }), "MW for OPERATORS_IN"],
    [
      "a basis of money",
      () => ask(graph, "SITES_OF", "company:c", { basis: "PRINCIPAL" }),
      "UTILITY_APPROVED, ",
    ],
    [
      "an unstated basis",
      () => ask(graph, "SITES_OF", "company:c", { basis: "UNKNOWN" }),
      "they can't be added",
    ],
    [
      "a basis of a statement",
      () => ask(graph, "SUPPLIERS_OF", "component:x", { basis: "ENERGISED" }),
      "choose the statement with market.estimate",
    ],
    [
      "a group of firms for sites",
      () => ask(graph, "SITES_OF", "company:c", { groupBy: "COMPANY" }),
      "FACILITY, PLACE or COUNTRY for SITES_OF",
    ],
    [
      "a place for money",
      () => ask(graph, "LENDERS_TO", "company:c", { groupBy: "PLACE" }),
      "money lies at no site",
    ],
    [
      "a place for buyers",
      () => ask(graph, "BUYERS_OF", "component:x", { groupBy: "FACILITY" }),
      "COMPANY or ULTIMATE_PARENT for BUYERS_OF",
    ],
    ["a subject", () => ask(graph, "OPERATORS_IN", "company:c"), "a Place for OPERATORS_IN"],
  ])("is refused: %s", (_, question, message) => {
    expect(question).toThrow(message);
  });
});
