import { describe, expect, it } from "vitest";
import { countChokepoints } from "../../src/risk/chokepoints/chokepoint-counts.ts";
import { chokepoints, type ChokepointsInput } from "../../src/risk/chokepoints/chokepoints.ts";
import { graphOf, questionTo } from "../support/graph-builder.ts";
import { ask, complete, describeCampus, sets } from "./ask-chokepoints.ts";

describe("what must not be lost", () => {
  const graph = graphOf(describeCampus);

  it("is every single thing that a component needs, proved where the facts close each need on the way", () => {
    expect(sets(graph, "component:gpu")).toEqual([
      "PROVED component:memory",
      "PROVED component:wafer",
      "PROVED company:foundry",
      "SOLE_DOCUMENTED company:packer",
    ]);
  });

  it("is the same for a site to be built, by the documented providers only, since other parts could be bought", () => {
    expect(sets(graph, "facility:campus")).toEqual([
      "SOLE_DOCUMENTED component:gpu",
      "SOLE_DOCUMENTED component:memory",
      "SOLE_DOCUMENTED component:wafer",
      "SOLE_DOCUMENTED company:packer",
      "SOLE_DOCUMENTED company:foundry",
    ]);
  });

  it("is none of it NOW, while the site is still to be built", () => {
    const answer = ask(graph, "facility:campus", { effect: "NOW" });
    expect([answer.chokepoints, answer.reason, answer.cut]).toEqual([[], "NOT_DOCUMENTED", null]);
  });

  it.each([
    ["United States", "Without the United States, Site cannot run: Site lies in the United States."],
    ["France", "Without France, Site cannot run: Site lies in France."],
  ])("names the country %s as running text does", (name, sentence) => {
    const located = graphOf((g) => {
      g.facility("site", { name: "Site" });
      g.milestone("facility:site", "ENERGISED", "2025");
      g.located("site", g.place("country", { name }));
    });
    const [found] = ask(located, "facility:site").chokepoints;
    expect(found?.stops[0]?.sentence()).toBe(sentence);
  });

  it("tells the way from the target to what is lost, and through which other chokepoint it acts", () => {
    const found = ask(graph, "facility:campus").chokepoints;
    const stop = found.find(({ members }) => members[0] === "company:foundry")?.stops[0];
    expect(stop?.sentence()).toBe(
      "As far as is documented, Campus cannot be finished without Foundry: Campus is to be equipped with GPU; GPU needs Wafer; only Foundry fabricates Wafer.",
    );
    expect([stop?.effect(), stop?.through()]).toEqual(["NEW", "component:wafer"]);
    expect(stop?.steps().map(({ need }) => `${need.dependent} ${need.isClosed}`)).toEqual([
      "facility:campus false",
      "component:gpu true",
      "component:wafer true",
    ]);
    expect(stop?.steps().at(-1)?.completeness).toBe("completeness:wafer-fabrication");
  });

  it("says what else falls with it, and on which facts the way rests", () => {
    const foundry = ask(graph, "facility:campus").chokepoints.at(-1);
    expect(foundry?.falls().fallen.map(({ effect, node }) => `${effect} ${node}`)).toEqual([
      "NOW component:wafer",
      "NOW component:gpu",
      "NEW facility:campus",
    ]);
    expect(foundry?.facts()).toEqual([
      "deploys:campus--gpu",
      "requires:gpu--wafer",
      "makes:foundry--wafer",
      "completeness:wafer-fabrication",
    ]);
  });

  it("is counted by order, verdict and kind", () => {
    const { chokepoints: found } = ask(graph, "component:gpu", { maxOrder: 2 });
    expect(
      countChokepoints(found).map(({ order, verdict, kind, count }) => [order, verdict, kind, count]),
    ).toEqual([
      [1, "PROVED", "Company", 1],
      [1, "PROVED", "Component", 2],
      [1, "SOLE_DOCUMENTED", "Company", 1],
      [2, "SOLE_DOCUMENTED", "Company", 1],
    ]);
  });
});

describe("what can be lost", () => {
  it("is one thing: no placeholder for a firm that nobody names or for many, and no group of sites counted as one", () => {
    const graph = graphOf((g) => {
      g.company("many", { name: "Many", entityType: "PLACEHOLDER", isAggregate: true });
      g.facility("all-mines", { name: "All mines", isAggregate: true });
      g.makes("many", "metal");
      g.produces("all-mines", "metal", "many");
      g.located("all-mines", "land");
    });
    expect(sets(graph, "component:metal")).toEqual(["SOLE_DOCUMENTED place:land"]);
  });

  it("is a need for sure where one of several relationships to its provider is stated", () => {
    const graph = graphOf((g) => {
      g.place("grid", { placeKind: "GRID" });
      g.link("PART_OF", "place:grid", g.place("land"));
      g.link("PART_OF", g.place("town"), "place:land");
      g.located("site", "grid", { inferred: true });
      g.located("site", "town");
    });
    expect(sets(graph, "facility:site")).toEqual([
      "PROVED place:land",
      "PROVED place:town",
      "SOLE_DOCUMENTED place:grid",
    ]);
  });
});

describe("several losses at once", () => {
  const graph = graphOf(describeCampus);

  it("are listed where none of them suffices alone", () => {
    expect(sets(graph, "component:gpu", { maxOrder: 2 }).at(-1)).toBe(
      "SOLE_DOCUMENTED company:one + company:other",
    );
    expect(ask(graph, "component:gpu", { maxOrder: 2 })).toMatchObject({ searchedOrder: 2, cut: null });
  });

  it("are proved together where one alone stops it by the documented providers only", () => {
    const two = graphOf((g) => {
      g.component("part");
      g.requires("part", "left", { onlyFor: ["company:a"] });
      g.makes("a", "part");
      g.makes("b", "part");
      g.makes("x", "left");
      complete(g, "part", "PRODUCTION", "STATED_LIST");
    });
    expect(sets(two, "component:part", { maxOrder: 2 })).toEqual([
      "PROVED company:a + company:b",
      "PROVED company:b + component:left",
      "SOLE_DOCUMENTED company:b + company:x",
    ]);
  });

  it("are both a single loss that is not proved and a pair that is", () => {
    const graphOfBoth = graphOf((g) => {
      g.requires("gpu", "substrate");
      g.isA("film-a", "film");
      g.isA("film-b", "film");
      g.requires("substrate", "film");
      g.makes("both", "film-a");
      g.makes("both", "film-b");
      g.put("completeness:film", {
        component: "component:film",
        need: "PRODUCTION",
        needKind: "ROLE",
        state: "COMPLETE",
        basis: "STATED_LIST",
      });
    });
    const found = sets(graphOfBoth, "component:gpu", { maxOrder: 2 });
    expect(found).toContain("SOLE_DOCUMENTED company:both");
    expect(found).toContain("PROVED component:film-a + component:film-b");
  });
});

describe("a class", () => {
  const graph = graphOf((g) => {
    g.isA("hbm3e", "hbm");
    g.isA("hbm4", "hbm");
    g.makes("a", "hbm3e");
    g.makes("a", "hbm4");
    g.makes("b", "hbm4");
    g.requires("gpu", "hbm3e");
  });

  it("stops only with all its models", () => {
    expect(sets(graph, "component:hbm", { maxOrder: 2 })).toEqual([
      "SOLE_DOCUMENTED company:a + company:b",
      "SOLE_DOCUMENTED company:a + component:hbm4",
      "SOLE_DOCUMENTED component:hbm3e + component:hbm4",
    ]);
  });

  it("is lost with its models: a chokepoint of what needs one of them, through that one, and never of its own models", () => {
    const found = ask(graph, "component:gpu").chokepoints;
    expect(found.map(({ members }) => members[0])).toContain("component:hbm");
    const stop = found.find(({ members }) => members[0] === "component:hbm")?.stops[0];
    expect(stop?.through()).toBe("component:hbm3e");
    expect(stop?.sentence()).toContain("hbm3e is a kind of hbm");
    expect(sets(graph, "component:hbm3e").join()).not.toContain("component:hbm");
  });
});

describe("an answer without chokepoints", () => {
  it("says that others stand in", () => {
    const graph = graphOf((g) => {
      g.makes("a", "part");
      g.makes("b", "part");
    });
    expect(ask(graph, "component:part")).toMatchObject({ chokepoints: [], reason: "NOTHING_STOPS" });
  });

  it("says that a site that runs does not stop for want of what is to be added", () => {
    const graph = graphOf((g) => {
      g.facility("site", { name: "Site" });
      g.deploys("site", "gpu", { state: "OPERATING" });
      g.deploys("site", "next");
    });
    const answer = ask(graph, "facility:site");
    expect([answer.chokepoints, answer.reason]).toEqual([[], "NOTHING_STOPS"]);
    expect(answer.caveat).toContain("Site runs already and does not stop for want of parts");
  });

  it("says that nothing is documented, or that the filter leaves it out, or that there is none", () => {
    const graph = graphOf((g) => {
      g.place("nowhere");
      g.makes("a", "part", { confidence: "LOW" });
      g.facility("hermit", { documentedNone: ["LOCATED_IN"] });
    });
    expect(ask(graph, "place:nowhere").reason).toBe("NOT_DOCUMENTED");
    const filtered = ask(graph, "component:part", { filter: { minConfidence: "HIGH" } });
    expect([filtered.reason, filtered.excluded.map(({ filter }) => filter)]).toEqual([
      "FILTERED_OUT",
      ["minConfidence"],
    ]);
    expect(ask(graph, "facility:hermit").reason).toBe("NONE_DOCUMENTED");
  });

  it("says that the time was up, and up to which order the search is whole", () => {
    const graph = graphOf(describeCampus);
    const question = questionTo(graph);
    const expired = { ...question, budget: { milliseconds: 0, now: advancing() } };
    expect(chokepoints(expired, { of: ["component:gpu"] })).toMatchObject({
      chokepoints: [],
      reason: "SEARCH_CUT",
      searchedOrder: 0,
      cut: { limit: "TIME" },
    });
  });
});

/** A clock that is a second later each time. */
function advancing(): () => number {
  let time = 0;
  return () => (time += 1000);
}

describe("the filter", () => {
  it("decides who counts on the day, and what it hides proves nothing", () => {
    const graph = graphOf((g) => {
      g.makes("old", "part", { validTo: "2020-01-01" });
      g.makes("new", "part", { validFrom: "2020-01-01" });
      g.makes("doubted", "part", { confidence: "LOW" });
      complete(g, "part", "PRODUCTION", "STATED_LIST");
    });
    expect(sets(graph, "component:part")).toEqual([]);
    const strict = { minConfidence: "MEDIUM" } as const;
    expect(sets(graph, "component:part", { filter: strict })).toEqual(["SOLE_DOCUMENTED company:new"]);
    expect(sets(graph, "component:part", { filter: { ...strict, asOf: "2019-01-01" } })).toEqual([
      "SOLE_DOCUMENTED company:old",
    ]);
  });

  it("leaves out what other channels say", () => {
    const graph = graphOf((g) => {
      g.located("site", "land");
      g.operates("cloud", "site");
    });
    expect(sets(graph, "facility:site", { channels: ["OPERATION"] })).toEqual([
      "SOLE_DOCUMENTED company:cloud",
    ]);
  });
});

describe("needs without a documented provider", () => {
  it("are named with what needs them: whatever fills them may be a chokepoint too", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "film");
      g.makes("a", "gpu");
    });
    const answer = ask(graph, "component:gpu");
    expect(answer.undocumented.map(({ dependent, name }) => `${dependent}: ${name}`)).toEqual([
      "component:film: a maker",
    ]);
    expect(answer.coverage).toMatchObject({ known: 3, needed: 4 });
    expect(answer.caveat).toContain("1 need behind the targets has no documented provider");
  });
});

describe("a question on chokepoints", () => {
  const graph = graphOf(describeCampus);
  const problem =
    (of: readonly string[], input: Partial<ChokepointsInput> = {}) =>
    () =>
      ask(graph, of, input);

  it("takes one to three losses at once", () => {
    for (const maxOrder of [0, 4, 1.5, -1])
      expect(problem(["component:gpu"], { maxOrder })).toThrow(/maxOrder.*1 to 3/);
  });

  it("takes some ids that exist and can stop, and none for all data centres", () => {
    expect(problem(["component:nothing"])).toThrow(/component:nothing/);
    expect(problem([])).toThrow(/1 to 100/);
    expect(problem(["makes:packer--gpu"])).toThrow(/the company or the component/);
    expect(problem(["component:gpu"], { targets: "DATA_CENTRES" })).toThrow(/empty list/);
    expect(problem(["component:gpu"], { targets: "FACILITIES_OF" })).toThrow(/a company/);
  });
});
