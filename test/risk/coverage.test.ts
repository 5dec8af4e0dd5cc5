import { describe, expect, it } from "vitest";
import type { Joint } from "../../src/domain/vocabularies/joints.ts";
import type { Projection } from "../../src/projection/projection.ts";
import type { JointCoverage } from "../../src/risk/coverage/core-coverage.ts";
import { coverage } from "../../src/risk/coverage/coverage.ts";
import { graphOf, TODAY, type GraphBuilder } from "../support/graph-builder.ts";

function jointOf(graph: Projection, node: string, joint: Joint, day = TODAY): JointCoverage {
  const subject = coverage(graph, day).core.find((entry) => entry.node === node);
  const found = subject?.joints.find((entry) => entry.joint === joint);
  if (found === undefined) throw new TypeError(`${node} has no joint ${joint}`);
  return found;
}

/** The state of a joint of a core site on which only that is said. */
function siteJoint(joint: Joint, describeSite: (g: GraphBuilder) => void, day = TODAY): JointCoverage {
  const graph = graphOf((g) => {
    g.facility("site", { isCore: true });
    describeSite(g);
  });
  return jointOf(graph, "facility:site", joint, day);
}

function componentJoint(joint: Joint, describePart: (g: GraphBuilder) => void, day = TODAY): JointCoverage {
  const graph = graphOf((g) => {
    g.component("part", { isCore: true });
    describePart(g);
  });
  return jointOf(graph, "component:part", joint, day);
}

const nodesOf = ({ links }: JointCoverage): readonly string[] => links.map(({ node }) => node);

function ask(g: GraphBuilder, slug: string, about: string, joint: Joint): string {
  return g.put(`question:${slug}`, {
    about,
    joint,
    question: "Which one?",
    lookedFor: "Filings.",
    askedOn: "2026-11-20",
  });
}

describe("the joints of the core", () => {
  const graph = graphOf((g) => {
    g.facility("campus", { isCore: true });
    g.facility("hut", { isCore: false });
    g.component("gpu", { isCore: true });
    g.component("cable");
    g.deploys("campus", "cable", { inferred: true });
    g.makes("maker", "gpu");
    g.makes("likely-maker", "gpu", { inferred: true });
    ask(g, "campus-system", "facility:campus", "SYSTEM");
    ask(g, "campus-grid", "facility:campus", "GRID");
    ask(g, "campus-grid-again", "facility:campus", "GRID");
  });

  it("are listed for the core alone, by id, four of a site and two of a component", () => {
    const { core } = coverage(graph, TODAY);
    const listed = core.map(({ node, kind, joints }) => [
      node,
      kind,
      ...joints.map(({ joint, state }) => `${joint} ${state}`),
    ]);
    expect(listed).toEqual([
      ["component:gpu", "Component", "MAKER DOCUMENTED", "PLANT_COUNTRY MISSING"],
      [
        "facility:campus",
        "Facility",
        "SYSTEM DOCUMENTED",
        "CONTRACT MISSING",
        "POWER_SUPPLIER MISSING",
        "GRID OPEN_QUESTION",
      ],
    ]);
  });

  it("name their open questions, beside what is documented too", () => {
    expect(jointOf(graph, "facility:campus", "SYSTEM").questions).toEqual(["question:campus-system"]);
    expect(jointOf(graph, "facility:campus", "GRID").questions).toEqual([
      "question:campus-grid",
      "question:campus-grid-again",
    ]);
    expect(jointOf(graph, "facility:campus", "CONTRACT").questions).toEqual([]);
  });

  it("are counted by state, and apart where only an inference says it", () => {
    const count = { documented: 0, inferred: 0, openQuestions: 0, missing: 0 };
    expect(coverage(graph, TODAY).joints).toEqual([
      { joint: "SYSTEM", ...count, documented: 1, inferred: 1 },
      { joint: "CONTRACT", ...count, missing: 1 },
      { joint: "POWER_SUPPLIER", ...count, missing: 1 },
      { joint: "GRID", ...count, openQuestions: 1 },
      { joint: "MAKER", ...count, documented: 1 },
      { joint: "PLANT_COUNTRY", ...count, missing: 1 },
    ]);
  });
});

describe("the system of a site", () => {
  it("is what stands, or is to stand, at it or anywhere within it, each component once", () => {
    const joint = siteJoint("SYSTEM", (g) => {
      g.link("PART_OF", g.facility("hall"), "facility:site");
      g.link("PART_OF", g.facility("row"), "facility:hall");
      g.deploys("site", "gpu", { inferred: true });
      g.deploys("row", "gpu", { state: "OPERATING" });
      g.deploys("row", "switch", { inferred: true });
      g.deploys("elsewhere", "cpu");
    });
    expect(joint.state).toBe("DOCUMENTED");
    // The stated deployment speaks before the inferred one.
    expect(joint.links).toEqual([
      { node: "component:gpu", relationships: ["deploys:row--gpu"], isInferred: false },
      { node: "component:switch", relationships: ["deploys:row--switch"], isInferred: true },
    ]);
  });

  it("is found where parts of a site contain each other", () => {
    const joint = siteJoint("SYSTEM", (g) => {
      g.link("PART_OF", g.facility("hall"), "facility:site");
      g.link("PART_OF", "facility:site", "facility:hall");
      g.deploys("hall", "gpu");
    });
    expect(nodesOf(joint)).toEqual(["component:gpu"]);
  });
});

const signed = (g: GraphBuilder, contract: string, day = "2024-01-01"): string => {
  g.milestone(contract, "DEFINITIVE", day);
  return contract;
};

describe("the contract of a site", () => {
  it("covers it or a part of it, or is about it", () => {
    const joint = siteJoint("CONTRACT", (g) => {
      g.link("PART_OF", g.facility("hall"), "facility:site");
      signed(g, g.contract("lease", "LEASE", { LESSOR: "a" }, ["facility:hall"]));
      g.link("ABOUT", signed(g, g.contract("loan", "LOAN", { LENDER: "b" })), "facility:site");
    });
    expect(joint.links).toEqual([
      { node: "contract:lease", relationships: ["covers:lease--hall"], isInferred: false },
      { node: "contract:loan", relationships: ["about:loan--site"], isInferred: false },
    ]);
  });

  it("is none that has ended, is not yet signed or is only talked of, and no claim about it", () => {
    const describeSite = (g: GraphBuilder): void => {
      const covers = ["facility:site"];
      signed(g, g.contract("ended", "LEASE", {}, covers, { end: "2025" }));
      const end = { outcome: "WITHDRAWN", outcomeDate: "2026-06" };
      signed(g, g.contract("withdrawn", "DEVELOPMENT", {}, covers, end));
      signed(g, g.contract("later", "LEASE", {}, covers), "2027-01-01");
      g.milestone(g.contract("talked-of", "LOAN", {}, covers), "TALKS", "2025");
      g.contract("unheard-of", "LOAN", {}, covers);
      g.link("ABOUT", g.put("claim:boast", { statement: "The largest." }), "facility:site");
    };
    expect(siteJoint("CONTRACT", describeSite).state).toBe("MISSING");
    expect(nodesOf(siteJoint("CONTRACT", describeSite, "2027-01-01"))).toEqual(["contract:later"]);
    expect(nodesOf(siteJoint("CONTRACT", describeSite, "2025-06-01"))).toEqual([
      "contract:ended",
      "contract:withdrawn",
    ]);
  });
});

describe("the power supplier of a site", () => {
  const powers = (g: GraphBuilder, from: string, type: string, fields = {}): string =>
    g.link("POWERS", from, "facility:site", { type, ...fields });

  it("delivers or generates its power, or is to by a contract that covers it", () => {
    const joint = siteJoint("POWER_SUPPLIER", (g) => {
      powers(g, g.company("utility"), "ENERGY_SUPPLY");
      powers(g, g.facility("turbines"), "ONSITE_GENERATION");
      const parties = { GENERATOR: "dam", CUSTOMER: "tenant", REGULATOR: "board" };
      signed(g, g.contract("supply", "POWER_SUPPLY", parties, ["facility:site"]));
    });
    expect(joint.links).toEqual([
      {
        node: "company:dam",
        relationships: ["covers:supply--site", "party:dam--supply"],
        isInferred: false,
      },
      { node: "company:utility", relationships: ["powers:utility--site"], isInferred: false },
      { node: "facility:turbines", relationships: ["powers:turbines--site"], isInferred: false },
    ]);
  });

  it("is not who connects it, nobody without a name, and no prospective party", () => {
    const joint = siteJoint("POWER_SUPPLIER", (g) => {
      powers(g, g.company("lines"), "GRID_CONNECTION");
      powers(g, g.company("undisclosed", { entityType: "PLACEHOLDER" }), "ENERGY_SUPPLY");
      signed(g, g.contract("connection", "INTERCONNECTION", { UTILITY: "lines" }, ["facility:site"]));
      const purchase = signed(g, g.contract("purchase", "POWER_PURCHASE", {}, ["facility:site"]));
      g.link("PARTY_TO", g.company("hopeful"), purchase, { role: "SUPPLIER", isProspective: true });
    });
    expect([joint.state, joint.links]).toEqual(["MISSING", []]);
  });

  it("is who supplies it on the day", () => {
    const describeSite = (g: GraphBuilder): void => {
      powers(g, g.company("old"), "ENERGY_SUPPLY", { validTo: "2026-06-01" });
      powers(g, g.company("new"), "ENERGY_SUPPLY", { validFrom: "2026-12-01" });
    };
    expect(nodesOf(siteJoint("POWER_SUPPLIER", describeSite, "2026-05-31"))).toEqual(["company:old"]);
    expect(siteJoint("POWER_SUPPLIER", describeSite).state).toBe("MISSING");
    expect(nodesOf(siteJoint("POWER_SUPPLIER", describeSite, "2026-12-01"))).toEqual(["company:new"]);
  });
});

describe("the grid of a site", () => {
  it("is named by it, or lies around a place that it names", () => {
    const joint = siteJoint("GRID", (g) => {
      g.located("site", g.place("town", { placeKind: "CITY" }));
      g.link("PART_OF", "place:town", g.place("east", { placeKind: "GRID" }));
      g.link("PART_OF", "place:town", g.place("state", { placeKind: "REGION" }));
      g.located("site", g.place("west", { placeKind: "GRID" }));
    });
    expect(joint.links).toEqual([
      {
        node: "place:east",
        relationships: ["located-in:site--town", "part-of:town--east"],
        isInferred: false,
      },
      { node: "place:west", relationships: ["located-in:site--west"], isInferred: false },
    ]);
  });

  it("is no other place", () => {
    const joint = siteJoint("GRID", (g) => g.located("site", "country"));
    expect(joint.state).toBe("MISSING");
  });
});

describe("the maker of a component", () => {
  it("makes it, or samples it, itself or as a model of it", () => {
    const joint = componentJoint("MAKER", (g) => {
      g.isA("model", "part");
      g.isA("variant", "model", { substitutable: false });
      g.makes("a", "part", { role: "DESIGNER" });
      g.makes("b", "variant", { state: "SAMPLING" });
    });
    expect(joint.links).toEqual([
      { node: "company:a", relationships: ["makes:a--part"], isInferred: false },
      { node: "company:b", relationships: ["makes:b--variant"], isInferred: false },
    ]);
  });

  it("is nobody who only aims at it, has ended, sells it on or has no name, and not the maker of its class", () => {
    const joint = componentJoint("MAKER", (g) => {
      g.makes("a", "part", { state: "TARGET" });
      g.makes("b", "part", { state: "ENDED" });
      g.makes("c", "part", { role: "DISTRIBUTOR" });
      g.makes("d", "part", { validFrom: "2027" });
      g.makes(g.company("several", { entityType: "PLACEHOLDER" }), "part");
      g.isA("part", "class");
      g.makes("e", "class");
    });
    expect([joint.state, joint.links]).toEqual(["MISSING", []]);
  });
});

describe("the country of a component", () => {
  it("is that of the plants that make it or a model of it, not of who owns them", () => {
    const joint = componentJoint("PLANT_COUNTRY", (g) => {
      g.company("maker", { country: g.place("seat") });
      g.isA("model", "part");
      g.produces("fab", "model", "maker", { inferred: true });
      g.located("fab", g.place("town", { placeKind: "CITY" }));
      g.link("PART_OF", "place:town", g.place("korea"));
      g.located("fab", g.place("grid", { placeKind: "GRID" }));
    });
    expect(joint.links).toEqual([
      {
        node: "place:korea",
        relationships: ["produces:fab--model", "located-in:fab--town", "part-of:town--korea"],
        isInferred: true,
      },
    ]);
  });

  it("is not known of a plant that only aims at it, or that lies nowhere", () => {
    const joint = componentJoint("PLANT_COUNTRY", (g) => {
      g.produces("planned", "part", "maker", { state: "TARGET" });
      g.located("planned", "japan");
      g.produces("nowhere", "part", "maker");
    });
    expect(joint.state).toBe("MISSING");
  });
});
