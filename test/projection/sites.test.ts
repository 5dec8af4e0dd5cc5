import { describe, expect, it } from "vitest";
import { graphOf } from "../support/graph-builder.ts";
import { needsInWords } from "./needs-in-words.ts";

describe("what a site needs", () => {
  it("is a portfolio of each system still to be built in; what runs there is exposure only", () => {
    const graph = graphOf((g) => {
      g.component("planned", { category: "ACCELERATOR" });
      g.component("ordered", { category: "RACK_SYSTEM" });
      g.component("building", { category: "SWITCH" });
      g.deploys("site", "planned", { state: "PLANNED" });
      g.deploys("site", "ordered", { state: "ORDERED" });
      g.deploys("site", "building", { state: "UNDER_CONSTRUCTION" });
      g.deploys("site", "running", { state: "OPERATING" });
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "DEPLOYED COMPUTE | SUPPLY BUILD PORTFOLIO OPEN | component:ordered, component:planned",
      "DEPLOYED NETWORK | SUPPLY BUILD PORTFOLIO OPEN | component:building",
      "RUNNING | SUPPLY BUILD EXPOSURE OPEN | component:running",
    ]);
  });

  it("is one of its operators to run and one of its developers to be built", () => {
    const graph = graphOf((g) => {
      g.operates("op-1", "site");
      g.operates("op-2", "site");
      g.link("DEVELOPS", g.company("dev"), "facility:site");
      g.link("OWNS", g.company("owner"), "facility:site");
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "DEVELOPER | OPERATION BUILD ONE_OF OPEN | company:dev",
      "OPERATOR | OPERATION RUN ONE_OF OPEN | company:op-1, company:op-2",
    ]);
  });

  it("is power from those that power it and from the providers of power contracts that cover it, in one open need", () => {
    const graph = graphOf((g) => {
      g.facility("site");
      g.link("POWERS", g.company("onsite"), "facility:site", { type: "ONSITE_GENERATION" });
      g.link("POWERS", g.facility("plant"), "facility:site", { type: "ENERGY_SUPPLY" });
      g.contract("ppa", "POWER_SUPPLY", { UTILITY: "utility", CUSTOMER: "tenant" }, ["facility:site"]);
      g.contract("grid", "INTERCONNECTION", { UTILITY: "grid-co" }, ["facility:site"]);
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "POWER | POWER RUN ONE_OF OPEN | company:grid-co, company:onsite, company:utility, facility:plant",
    ]);
    expect(needsInWords(graph, "company:tenant")).toEqual([]);
  });

  it("is a permit of the regulator", () => {
    const graph = graphOf((g) => {
      g.contract("air", "PERMIT", { REGULATOR: "agency", PERMITTEE: "op" }, ["facility:site"]);
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "LICENCE | LICENCE RUN ONE_OF OPEN | company:agency",
    ]);
  });

  it("is each place that it lies in, and every place around it, for itself", () => {
    const graph = graphOf((g) => {
      g.located("site", "denton");
      g.place("ercot", { placeKind: "AREA" });
      g.located("site", "ercot");
      g.link("PART_OF", "place:denton", g.place("texas"));
      g.link("PART_OF", "place:texas", g.place("us"));
      g.link("PART_OF", "place:us", "place:denton");
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "PLACE place:denton | PLACE RUN ONE_OF STATED | place:denton",
      "PLACE place:ercot | PLACE RUN ONE_OF STATED | place:ercot",
      "PLACE place:texas | PLACE RUN ONE_OF STATED | place:texas",
      "PLACE place:us | PLACE RUN ONE_OF STATED | place:us",
    ]);
    expect(graph.model.needs.find(({ key }) => key === "PLACE place:us")?.slots[0]?.relationships).toEqual([
      "located-in:site--denton",
      "part-of:denton--texas",
      "part-of:texas--us",
    ]);
  });

  it("is open where the place is a grid: a site may have generation of its own, or another line", () => {
    const graph = graphOf((g) => {
      g.place("ercot", { placeKind: "GRID" });
      g.located("site", "ercot");
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "PLACE place:ercot | PLACE RUN ONE_OF OPEN | place:ercot",
    ]);
  });

  it("is open where the facility has parts in several places of one kind, and stated for what lies around them all", () => {
    const graph = graphOf((g) => {
      for (const state of ["ny", "texas"]) {
        g.place(state, { placeKind: "REGION" });
        g.link("PART_OF", `place:${state}`, g.place("us", { placeKind: "COUNTRY" }));
        g.located("sites", state);
      }
    });
    expect(needsInWords(graph, "facility:sites")).toEqual([
      "PLACE place:ny | PLACE RUN ONE_OF OPEN | place:ny",
      "PLACE place:texas | PLACE RUN ONE_OF OPEN | place:texas",
      "PLACE place:us | PLACE RUN ONE_OF STATED | place:us, place:us",
    ]);
  });

  it("is stated for a city and its county, and for a region within a region", () => {
    const graph = graphOf((g) => {
      g.place("city", { placeKind: "CITY" });
      g.place("county", { placeKind: "COUNTY" });
      g.place("park", { placeKind: "REGION" });
      g.link("PART_OF", "place:park", g.place("state", { placeKind: "REGION" }));
      for (const place of ["city", "county", "park", "state"]) g.located("site", place);
    });
    expect(needsInWords(graph, "facility:site")).toEqual([
      "PLACE place:city | PLACE RUN ONE_OF STATED | place:city",
      "PLACE place:county | PLACE RUN ONE_OF STATED | place:county",
      "PLACE place:park | PLACE RUN ONE_OF STATED | place:park",
      "PLACE place:state | PLACE RUN ONE_OF STATED | place:state, place:state",
    ]);
  });
});

describe("stakes and partnerships", () => {
  const stake = { type: "MINORITY", controls: false, state: "ACTIVE" };

  it("expose an investor to what it holds, and group a company under the parent that controls it", () => {
    const graph = graphOf((g) => {
      g.link("OWNS_STAKE", g.company("fund"), g.company("startup"), stake);
      g.link("OWNS_STAKE", g.company("group"), "company:startup", { ...stake, type: "CONSOLIDATED" });
    });
    expect(needsInWords(graph, "company:fund")).toEqual([
      "STAKE | EXPOSURE REFINANCE EXPOSURE OPEN | company:startup",
    ]);
    expect(needsInWords(graph, "company:startup")).toEqual([
      "PARENT | CONTROL REFINANCE EXPOSURE OPEN | company:group",
    ]);
  });

  it.each([
    ["votes over a half", { votingShare: 0.51 }, true],
    ["votes of a half", { votingShare: 0.5 }, false],
    ["control stated", { controls: true }, true],
    ["joint control", { type: "JOINT", controls: true }, false],
    ["a fund that manages", { type: "FUND_MANAGED", controls: true }, false],
    ["a state", { type: "STATE", votingShare: 0.9 }, false],
    ["a stake only agreed", { type: "CONSOLIDATED", state: "AGREED" }, false],
  ])("see a parent or not: %s", (_, fields, isParent) => {
    const graph = graphOf((g) =>
      g.link("OWNS_STAKE", g.company("a"), g.company("b"), { ...stake, ...fields }),
    );
    expect(needsInWords(graph, "company:b").length > 0).toBe(isParent);
  });

  it("let members of a partnership depend on the others by their roles, never as a need", () => {
    const graph = graphOf((g) => {
      g.put("partnership:p");
      for (const role of [
        "LEADER",
        "MEMBER",
        "DEVELOPER",
        "CUSTOMER",
        "SUPPLIER",
        "MANUFACTURER",
        "INVESTOR",
      ])
        g.link("MEMBER_OF", g.company(role.toLowerCase()), "partnership:p", { role });
    });
    const dependents = graph.model.needs
      .filter(({ slots }) => slots.some(({ provider }) => provider === "partnership:p"))
      .map(({ dependent }) => dependent);
    expect(dependents).toEqual(["company:customer", "company:developer", "company:leader", "company:member"]);
    expect(needsInWords(graph, "partnership:p")).toEqual([
      "TECHNOLOGY | TECHNOLOGY BUILD EXPOSURE OPEN | company:developer, company:leader, company:manufacturer, company:member, company:supplier",
    ]);
  });
});
