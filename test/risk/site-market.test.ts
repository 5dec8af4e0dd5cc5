import { describe, expect, it } from "vitest";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { ask, bounds } from "./ask-market.ts";

const lines = ({ members }: ReturnType<typeof ask>): readonly string[] =>
  members.map(({ label, amount }) => `${label} ${amount?.low}–${amount?.high}`);

const site = (
  g: GraphBuilder,
  slug: string,
  where: string,
  megawatts?: number,
  fields: Fields = {},
): string => {
  const size = megawatts === undefined ? {} : { capacityMegawatts: megawatts, capacityBasis: "ENERGISED" };
  const id = g.facility(slug, { ...size, ...fields });
  g.located(slug, where);
  return id;
};

/** Two cities of Texas, one of Ohio, in a country; Texas is a region of it. */
const america = (g: GraphBuilder): void => {
  for (const region of ["texas", "ohio"]) {
    g.place(region, { placeKind: "REGION" });
    g.link("PART_OF", `place:${region}`, g.place("us"));
  }
  for (const [city, region] of [
    ["austin", "texas"],
    ["abilene", "texas"],
    ["columbus", "ohio"],
  ] as const) {
    g.place(city, { placeKind: "CITY" });
    g.link("PART_OF", `place:${city}`, `place:${region}`);
  }
};

describe("the operators in a place", () => {
  const operators = (describeGraph: (g: GraphBuilder) => void, input: Parameters<typeof ask>[3] = {}) =>
    ask(
      graphOf((g) => {
        america(g);
        describeGraph(g);
      }),
      "OPERATORS_IN",
      "place:texas",
      input,
    );

  it("count by the megawatts of their data centres in it and in the places within it", () => {
    const answer = operators((g) => {
      for (const [slug, city, megawatts, who] of [
        ["one", "austin", 60, "a"],
        ["two", "abilene", 20, "a"],
        ["three", "texas", 20, "b"],
        ["four", "columbus", 900, "c"],
      ] as const) {
        site(g, slug, city, megawatts);
        g.operates(who, slug);
      }
      site(g, "fab", "austin", 500, { purpose: "PLANT" });
      g.operates("d", "fab");
    });
    expect([lines(answer), bounds(answer)]).toEqual([
      ["a 80–80", "b 20–20"],
      [6800, 6800],
    ]);
    expect(answer.computedUnder.minStage).toBeNull();
  });

  it("are not its owners or developers: what nobody is said to operate is in no known hand", () => {
    const answer = operators((g) => {
      site(g, "one", "austin", 60);
      g.operates("a", "one");
      site(g, "two", "austin", 40);
      g.link("OWNS", g.company("owner"), "facility:two");
      g.link("DEVELOPS", g.company("developer"), "facility:two");
    });
    expect([lines(answer), answer.unnamed?.high, answer.covered]).toEqual([["a 60–60"], 40, 0.6]);
    // 60² with the other 40 spread thin, or a's too.
    expect(bounds(answer)).toEqual([3600, 10_000]);
    expect(answer.caveat).toContain("who operates them");
  });

  it("are never added across bases: each basis is shown by itself, and can be asked for", () => {
    const world = (g: GraphBuilder): void => {
      site(g, "one", "austin", 60);
      site(g, "two", "austin", 30);
      site(g, "three", "austin", 700, { capacityBasis: "PLANNED" });
      g.put("observation:one", {
        subject: "facility:one",
        metric: "FACILITY_MW",
        value: 100,
        unit: "MW",
        basis: "PLANNED",
        timing: "ACTUAL",
        asOf: "2025",
      });
      site(g, "four", "austin");
      for (const slug of ["one", "two", "three", "four"]) g.operates(`op-${slug}`, slug);
    };
    // Two sites each: the larger sum of the two.
    const planned = operators(world);
    expect([lines(planned), planned.market.basis]).toEqual([
      ["op-three 700–700", "op-one 100–100"],
      "PLANNED",
    ]);
    expect([planned.headline, planned.members[0]?.share.low, planned.uncounted]).toEqual([
      null,
      null,
      ["facility:four", "facility:two"],
    ]);
    expect(planned.bases.map(({ basis, entries, low }) => [basis, entries, low])).toEqual([
      ["PLANNED", 2, 800],
      ["ENERGISED", 2, 90],
    ]);
    expect(lines(operators(world, { basis: "ENERGISED" }))).toEqual(["op-one 60–60", "op-two 30–30"]);
    expect(operators(world, { basis: "BILLING" }).reason).toBe("BELOW_COVERAGE_FLOOR");
  });

  it("gives no sum of figures that count nobody says what", () => {
    const answer = operators((g) => {
      for (const slug of ["one", "two"]) {
        site(g, slug, "austin", 50, { capacityBasis: "UNKNOWN" });
        g.operates("a", slug);
      }
    });
    expect([answer.members, answer.bases.map(({ entries, low, high }) => [entries, low, high])]).toEqual([
      [],
      [[2, null, null]],
    ]);
  });

  it("have what one record counts for two places anywhere between nothing and all of it in one", () => {
    const answer = operators((g) => {
      site(g, "both", "austin", 100);
      g.located("both", "columbus");
      g.operates("a", "both");
      site(g, "one", "abilene", 50);
      g.operates("b", "one");
    });
    expect(lines(answer)).toEqual(["a 0–100", "b 50–50"]);
    expect(lines(operators((g) => (site(g, "x", "austin", 1), g.operates("a", "x"))))).toEqual(["a 1–1"]);
  });

  it("count on the day: from the site's first step to its end, while they operate it", () => {
    const world = (g: GraphBuilder): void => {
      const fields = { outcome: "CANCELLED", outcomeDate: "2026-06-01" };
      g.milestone(site(g, "gone", "austin", 50, fields), "PLANNED", "2025-01-01");
      g.operates("a", "gone");
      site(g, "sold", "austin", 50);
      g.operates("b", "sold", { validTo: "2026-01-01" });
      g.operates("c", "sold", { validFrom: "2026-01-01" });
    };
    expect(lines(operators(world))).toEqual(["c 50–50"]);
    expect(operators(world).excluded.map(({ filter, examples }) => [filter, examples])).toEqual([
      ["asOf", ["facility:gone"]],
    ]);
    expect(lines(operators(world, { filter: { asOf: "2025-05-01" } }))).toEqual(["a 50–50", "b 50–50"]);
    expect(lines(operators(world, { filter: { asOf: "2024-05-01" } }))).toEqual(["b 50–50"]);
  });

  it("pass a stage only with the sites that have reached it", () => {
    const answer = operators(
      (g) => {
        for (const slug of ["built", "hoped"]) {
          site(g, slug, "austin", 50);
          g.operates(`of-${slug}`, slug);
        }
        g.milestone("facility:built", "ENERGISED", "2025");
        g.milestone("facility:hoped", "PLANNED", "2025");
      },
      { filter: { minStage: "UNDER_CONSTRUCTION" } },
    );
    expect([lines(answer), answer.excluded.map(({ filter }) => filter)]).toEqual([
      ["of-built 50–50"],
      ["minStage"],
    ]);
  });

  it("can be grouped by parent, by site, and by place", () => {
    const graph = graphOf((g) => {
      america(g);
      for (const [slug, city] of [
        ["one", "austin"],
        ["two", "abilene"],
        ["three", "columbus"],
      ] as const) {
        site(g, slug, city, 50);
        g.operates(slug, slug);
        const stake = { type: "CONSOLIDATED", controls: true, state: "ACTIVE" };
        g.link("OWNS_STAKE", g.company("top"), `company:${slug}`, stake);
      }
    });
    const by = (groupBy: "ULTIMATE_PARENT" | "FACILITY" | "PLACE" | "COUNTRY") =>
      lines(ask(graph, "OPERATORS_IN", "place:us", { groupBy }));
    expect(by("ULTIMATE_PARENT")).toEqual(["top 150–150"]);
    expect(by("FACILITY")).toEqual(["one 50–50", "three 50–50", "two 50–50"]);
    expect(by("PLACE")).toEqual(["texas 100–100", "ohio 50–50"]);
    expect(by("COUNTRY")).toEqual(["us 150–150"]);
  });
});

describe("the sites of a company", () => {
  it("are those that it operates or owns, each a participant, and spread over places", () => {
    const graph = graphOf((g) => {
      america(g);
      site(g, "one", "austin", 60);
      g.operates("a", "one");
      site(g, "two", "columbus", 40);
      g.link("OWNS", "company:a", "facility:two");
      site(g, "other", "columbus", 40);
      g.operates("b", "other");
      site(g, "campus", "austin", 90);
      site(g, "building", "austin", 30);
      g.link("PART_OF", "facility:building", "facility:campus");
      for (const slug of ["campus", "building"]) g.operates("b", slug);
    });
    const answer = ask(graph, "SITES_OF", "company:a");
    expect([lines(answer), answer.groupBy, bounds(answer)]).toEqual([
      ["one 60–60", "two 40–40"],
      "FACILITY",
      [5200, 5200],
    ]);
    // A building of a campus is in the campus.
    expect(lines(ask(graph, "SITES_OF", "company:b", { groupBy: "PLACE" }))).toEqual([
      "texas 90–90",
      "ohio 40–40",
    ]);
  });

  it("lie anywhere where only a country is known of which the graph has regions", () => {
    const graph = graphOf((g) => {
      america(g);
      site(g, "one", "austin", 60);
      site(g, "somewhere", "us", 40);
      site(g, "abroad", "pt", 100);
      g.place("pt");
      for (const slug of ["one", "somewhere", "abroad"]) g.operates("a", slug);
    });
    const answer = ask(graph, "SITES_OF", "company:a", { groupBy: "PLACE" });
    expect([lines(answer), answer.unnamed?.high]).toEqual([["pt 100–100", "texas 60–60"], 40]);
  });
});

describe("rent by site", () => {
  const IT = { capacityBasis: "CRITICAL_IT" };
  const rented = (more: (g: GraphBuilder) => void = () => undefined) =>
    ask(
      graphOf((g) => {
        const parties = { LESSEE: "t", LESSOR: "l" };
        const sites = ["facility:one", "facility:two", ["facility:three", { megawatts: 40, ...IT }]] as const;
        const master = g.contract("master", "LEASE", parties, sites, { capacityMegawatts: 100, ...IT });
        const part = g.contract("part", "LEASE", parties, ["facility:one"], { capacityMegawatts: 25, ...IT });
        g.link("PART_OF", part, master);
        for (const id of [master, part]) g.milestone(id, "DEFINITIVE", "2025");
        more(g);
      }),
      "TENANTS_OF",
      "company:l",
      { groupBy: "FACILITY" },
    );

  it("puts at a site what the contract or its parts state there, and the rest at any that may have more", () => {
    const answer = rented();
    // 40 at three, all there is; 25 at one at the least; 35 at one or two.
    expect(lines(answer)).toEqual(["three 40–40", "one and two 35–35", "one 25–25"]);
    // Most even: 40, 30, 30. Most uneven: 60 and 40.
    expect(bounds(answer)).toEqual([3400, 5200]);
    expect(answer.covered).toBe(0.65);
  });

  it("is nowhere for a contract that names no site", () => {
    const answer = rented((g) => {
      const id = g.contract("roaming", "LEASE", { LESSEE: "t", LESSOR: "l" }, [], {
        capacityMegawatts: 50,
        ...IT,
      });
      g.milestone(id, "DEFINITIVE", "2025");
    });
    expect(answer.unnamed?.high).toBe(50);
  });
});

describe("the plants behind a published statement", () => {
  const made = (groupBy: "FACILITY" | "PLACE") => {
    const graph = graphOf((g) => {
      america(g);
      g.estimate(
        "one",
        g.component("x"),
        [
          ["a", 60],
          ["b", 40],
        ],
        { isComplete: true },
      );
      g.makes("a", "x");
      g.makes("b", "x");
      for (const [plant, city, company] of [
        ["fab-1", "austin", "a"],
        ["fab-2", "columbus", "a"],
        ["fab-3", "columbus", "b"],
      ] as const) {
        g.produces(plant, "x", company);
        g.located(plant, city);
      }
    });
    return ask(graph, "SUPPLIERS_OF", "component:x", { groupBy });
  };

  it("have from nothing to all of what their firm sells, a sole one too: others may be undocumented", () => {
    const answer = made("FACILITY");
    expect(answer.members.map(({ label, share }) => [label, share.low, share.high])).toEqual([
      ["fab-1", 0, 0.6],
      ["fab-2", 0, 0.6],
      ["fab-3", 0, 0.4],
    ]);
    expect([answer.hhi.low, answer.headline, answer.band]).toEqual([0, null, "CANNOT_TELL"]);
    expect(answer.caveat).toContain("it may have others");
  });

  it("add up to what may lie in one state", () => {
    expect(made("PLACE").members.map(({ label, share }) => [label, share.low, share.high])).toEqual([
      ["ohio", 0, 1],
      ["texas", 0, 0.6],
    ]);
  });
});
