import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { ask, falls } from "./ask-disruption.ts";

const complete = (g: GraphBuilder, component: string, need: string, fields: Fields = {}): string =>
  g.put(`completeness:${component}-${need.toLowerCase()}`, {
    component: `component:${component}`,
    need,
    needKind: "ROLE",
    state: "COMPLETE",
    basis: "STATED_SOLE",
    ...fields,
  });

describe("the two readings", () => {
  it("prove what only an essential input can fill, and only document what another maker might fill", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "hbm");
      g.makes("a", "hbm");
    });
    expect(falls(graph, "component:hbm")).toEqual(["NOW PROVED component:gpu"]);
    expect(falls(graph, "company:a")).toEqual([
      "NOW SOLE_DOCUMENTED component:hbm",
      "NOW SOLE_DOCUMENTED component:gpu",
    ]);
  });

  it("prove the fall of a maker's part once a statement says that its makers are all there are", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "hbm");
      g.makes("a", "hbm");
      complete(g, "hbm", "PRODUCTION");
    });
    expect(falls(graph, "company:a")).toEqual(["NOW PROVED component:hbm", "NOW PROVED component:gpu"]);
    const [witness] = ask(graph, "company:a").fallen.map((entry) => entry.witness());
    expect(witness?.completeness).toBe("completeness:hbm-production");
    expect(witness?.sentence).toBe(
      "hbm needs a maker: a failed; the documented providers are all there are (STATED_SOLE).",
    );
  });

  it("need all the inputs, and one of a group", () => {
    const graph = graphOf((g) => {
      g.requires("module", "laser-a", { mode: "GROUP", group: "laser" });
      g.requires("module", "laser-b", { mode: "GROUP", group: "laser" });
      g.requires("module", "dsp");
    });
    expect(falls(graph, "component:laser-a")).toEqual([]);
    expect(falls(graph, ["component:laser-a", "component:laser-b"])).toEqual([
      "NOW SOLE_DOCUMENTED component:module",
    ]);
    expect(falls(graph, "component:dsp")).toEqual(["NOW PROVED component:module"]);
  });

  it("never prove by a group of one member, unless it is known to be complete", () => {
    const group = (isComplete: boolean): Projection =>
      graphOf((g) => {
        g.requires("module", "laser", { mode: "GROUP", group: "laser" });
        if (isComplete) complete(g, "module", "laser", { needKind: "GROUP" });
      });
    expect(falls(group(false), "component:laser")).toEqual(["NOW SOLE_DOCUMENTED component:module"]);
    expect(falls(group(true), "component:laser")).toEqual(["NOW PROVED component:module"]);
  });

  it("never prove that a contract falls which is only talked of", () => {
    const supply = (rung: string): Projection =>
      graphOf((g) => {
        g.milestone(g.contract("order", "SUPPLY", { SUPPLIER: "a", BUYER: "b" }), rung, "2025");
      });
    expect(falls(supply("TALKS"), "company:a")).toEqual(["NEW SOLE_DOCUMENTED contract:order"]);
    expect(falls(supply("ANNOUNCED"), "company:a")).toEqual(["NEW PROVED contract:order"]);
  });

  it("need every one of joint makers", () => {
    const graph = graphOf((g) => {
      g.makes("a", "engine", { mode: "JOINT" });
      g.makes("b", "engine", { mode: "JOINT" });
      complete(g, "engine", "PRODUCTION");
    });
    expect(falls(graph, "company:b")).toEqual(["NOW PROVED component:engine"]);
  });

  it("tell in which later effect a fall is proved that is only documented before", () => {
    // The only maker of x is a: documented NOW. Its one tool y, needed LATER, is a's too and stated: proved only then.
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.requires("x", "tool", { use: "INSTALLED" });
      g.makes("a", "tool");
      complete(g, "tool", "PRODUCTION");
    });
    expect(falls(graph, "company:a")).toEqual([
      "NOW PROVED component:tool",
      "NOW SOLE_DOCUMENTED component:x",
      "LATER PROVED component:x",
    ]);
  });

  it("let nothing fall that the graph knows no provider of, and count such needs", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "hbm");
      g.requires("gpu", "cap");
      g.makes("a", "hbm");
      g.makes("b", "gpu");
    });
    // cap has no maker.
    const answer = ask(graph, "company:b");
    expect(answer.fallen.map(({ node }) => node)).toEqual(["component:gpu"]);
    expect(answer.undocumentedNeeds).toBe(1);
  });
});

describe("the three effects", () => {
  const graph = graphOf((g) => {
    g.deploys("building", "gpu", { state: "ORDERED" });
    g.deploys("running", "gpu", { state: "OPERATING" });
    g.requires("gpu", "packaging", { use: "SERVICE" });
    g.requires("packaging", "bonder", { use: "INSTALLED" });
  });

  it("are NOW for what runs, NEW for what is to be built, LATER for what wears out", () => {
    expect(falls(graph, "component:packaging")).toEqual([
      "NOW PROVED component:gpu",
      "NEW SOLE_DOCUMENTED facility:building",
    ]);
    expect(falls(graph, "component:bonder")).toEqual([
      "LATER PROVED component:packaging",
      "LATER PROVED component:gpu",
      "LATER SOLE_DOCUMENTED facility:building",
    ]);
  });

  it("never stop a site that runs because what it runs on is no longer made", () => {
    const nodes = ask(graph, "component:gpu").fallen.map(({ node }) => node);
    expect(nodes).toEqual(["facility:building"]);
  });

  it("spare a delivering site where a further system of it can't be added", () => {
    const growing = graphOf((g) => {
      g.deploys("site", "gpu", { state: "PLANNED" });
      g.milestone("facility:site", "BILLING", "2026-01-01");
    });
    expect(falls(growing, "component:gpu")).toEqual([]);
    expect(falls(growing, "component:gpu", { filter: { asOf: "2025-12-31" } })).toEqual([
      "NEW SOLE_DOCUMENTED facility:site",
    ]);
  });

  it("let a site be built of several systems fall only with all of them", () => {
    const mixed = graphOf((g) => {
      g.deploys("site", "gpu");
      g.deploys("site", "switch");
    });
    expect(falls(mixed, "component:gpu")).toEqual([]);
    expect(falls(mixed, ["component:gpu", "component:switch"])).toEqual([
      "NEW SOLE_DOCUMENTED facility:site",
    ]);
  });
});

describe("cycles", () => {
  const graph = graphOf((g) => {
    g.requires("a", "b");
    g.requires("b", "a");
    g.requires("b", "c");
  });

  it("run on while nothing fails, and fall together", () => {
    expect(falls(graph, "component:c")).toEqual(["NOW PROVED component:b", "NOW PROVED component:a"]);
    expect(ask(graph, "component:c").fallen.map(({ wave }) => wave)).toEqual([1, 2]);
  });
});

describe("classes", () => {
  const graph = graphOf((g) => {
    g.requires("module", "laser");
    g.isA("eml", "laser");
    g.isA("cw", "laser");
    g.requires("special", "eml");
    g.makes("own", "laser");
  });

  it("stand while one of their models or own makers does", () => {
    expect(falls(graph, "component:eml")).toEqual(["NOW PROVED component:special"]);
    expect(falls(graph, ["component:eml", "component:cw"])).toEqual(["NOW PROVED component:special"]);
    expect(falls(graph, ["component:eml", "component:cw", "company:own"])).toEqual([
      "NOW PROVED component:special",
      "NOW SOLE_DOCUMENTED component:laser",
      "NOW SOLE_DOCUMENTED component:module",
    ]);
  });

  it("stand for their models when they fail", () => {
    const answer = ask(graph, "component:laser");
    expect(answer.failed).toEqual(["component:cw", "component:eml", "component:laser"]);
    expect(answer.fallen.map(({ node }) => node)).toEqual(["component:module", "component:special"]);
  });
});

describe("filters", () => {
  it("take away providers, never needs: an emptied need is neither failed nor safe", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x", { confidence: "LOW" });
      g.requires("y", "x");
    });
    const answer = ask(graph, "company:a", { filter: { minConfidence: "HIGH" } });
    expect([answer.fallen, answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded).toEqual([{ filter: "minConfidence", count: 1, examples: ["makes:a--x"] }]);
  });

  it("never turn a fall into a proved one: what they hide may still be there", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.makes("b", "x", { confidence: "LOW" });
      complete(g, "x", "PRODUCTION", { basis: "STATED_LIST" });
    });
    expect(falls(graph, "company:a")).toEqual([]);
    expect(falls(graph, "company:a", { filter: { minConfidence: "HIGH" } })).toEqual([
      "NOW SOLE_DOCUMENTED component:x",
    ]);
    expect(falls(graph, ["company:a", "company:b"])).toEqual(["NOW PROVED component:x"]);
  });

  it("let what is told with low confidence alone prove nothing", () => {
    const needing = (confidence: string) =>
      graphOf((g) => {
        g.makes("a", "part");
        complete(g, "part", "PRODUCTION");
        g.requires("x", "part", { confidence });
      });
    expect(falls(needing("LOW"), "company:a")).toEqual([
      "NOW PROVED component:part",
      "NOW SOLE_DOCUMENTED component:x",
    ]);
    expect(falls(needing("MEDIUM"), "company:a")).toContain("NOW PROVED component:x");
  });

  it("let what holds only perhaps prove nothing", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.makes("b", "x", { validTo: "2026" });
      complete(g, "x", "PRODUCTION", { basis: "STATED_LIST" });
    });
    // Today b may have ended or not.
    expect(falls(graph, ["company:a", "company:b"])).toEqual(["NOW SOLE_DOCUMENTED component:x"]);
    expect(falls(graph, "company:a")).toEqual([]);
    expect(falls(graph, "company:a", { filter: { asOf: "2027-01-01" } })).toEqual(["NOW PROVED component:x"]);
  });

  it("evaluate only the channels asked for", () => {
    const graph = graphOf((g) => {
      g.operates("op", "site");
      g.located("site", "korea");
    });
    expect(falls(graph, "place:korea")).toEqual(["NOW PROVED facility:site"]);
    expect(falls(graph, "place:korea", { channels: ["OPERATION"] })).toEqual([]);
    expect(falls(graph, "company:op", { channels: ["OPERATION"] })).toEqual([
      "NOW SOLE_DOCUMENTED facility:site",
    ]);
  });

  it("never let money stop anything: a lender's failure spares what it paid for", () => {
    const graph = graphOf((g) => {
      g.contract("loan", "LOAN", { BORROWER: "spv", LENDER: "bank" });
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "spv" });
    });
    expect(falls(graph, "company:bank", { profile: "ALL" })).toEqual([]);
    expect(falls(graph, "company:tenant", { profile: "ALL" })).toEqual([]);
  });
});

describe("the witness of a fall", () => {
  it("names each alternative and why it does not count", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.makes("b", "x", { state: "SAMPLING" });
      g.makes("c", "x", { state: "ENDED" });
      g.makes("d", "x", { validTo: "2020-01-01" });
      g.makes("e", "x", { confidence: "LOW" });
    });
    const [fallen] = ask(graph, "company:a", { filter: { minConfidence: "MEDIUM" } }).fallen;
    const witness = fallen?.witness();
    expect(witness?.alternatives.map(({ provider, why }) => [provider, why])).toEqual([
      ["company:a", "FAILED_TOO"],
      ["company:b", "NOT_ACTIVE"],
      ["company:c", "ENDED"],
      ["company:d", "ENDED"],
      ["company:e", "FILTERED"],
    ]);
    expect(witness?.sentence).toBe(
      "x needs a maker: a failed, b does not deliver yet, c and d do not hold at the date, e is left out by the filter; no other provider is documented, which does not prove that there is none.",
    );
  });

  it("tells of the plant where a part falls because its only maker lost its only plant", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.produces("fab", "x", "a");
    });
    const [fallen] = ask(graph, "facility:fab").fallen;
    expect(fallen?.node).toBe("component:x");
    expect(fallen?.witness().need.name).toBe("a plant");
    expect(fallen?.witness().sentence).toMatch(/^The making of x by a needs a plant: fab failed/);
  });
});

describe("why nothing falls", () => {
  const graph = graphOf((g) => {
    g.company("alone");
    g.makes("a", "x");
    g.makes("b", "x");
  });

  it("is that nothing in the graph depends on it, or that what does has another provider", () => {
    expect(ask(graph, "company:alone").reason).toBe("NOT_DOCUMENTED");
    expect(ask(graph, "company:a").reason).toBe("NOTHING_FALLS");
  });

  it("is that nothing depends on it in the channels asked about, however much money does", () => {
    const bank = graphOf((g) =>
      g.contract("loan", "LOAN", { BORROWER: "spv", LENDER: "bank" }, [], { confidence: "LOW" }),
    );
    const answer = ask(bank, "company:bank", { filter: { minConfidence: "HIGH" } });
    expect([answer.reason, answer.excluded]).toEqual(["NOT_DOCUMENTED", []]);
  });

  it("is no filter's doing where what fails does not deliver yet", () => {
    const planned = graphOf((g) => {
      g.makes("a", "x");
      g.produces("fab", "x", "a", { state: "TARGET" });
    });
    expect(ask(planned, "facility:fab").reason).toBe("NOT_DOCUMENTED");
  });

  it("is never an id that nothing has, or no id at all", () => {
    expect(() => ask(graph, "company:nobody")).toThrow(NotFoundError);
    expect(() => ask(graph, [])).toThrow(InvalidArgumentError);
  });
});

describe("counts", () => {
  it("add up by effect, verdict and kind", () => {
    const graph = graphOf((g) => {
      g.deploys("site", "gpu");
      g.requires("gpu", "hbm");
      g.requires("rack", "gpu");
    });
    expect(ask(graph, "component:hbm").counts).toEqual([
      { effect: "NOW", verdict: "PROVED", kind: "Component", count: 2 },
      { effect: "NEW", verdict: "SOLE_DOCUMENTED", kind: "Facility", count: 1 },
    ]);
  });
});
