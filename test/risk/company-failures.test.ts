import { describe, expect, it } from "vitest";
import { graphOf, type Fields, type GraphBuilder } from "../support/graph-builder.ts";
import { falls } from "./ask-disruption.ts";

describe("companies", () => {
  const lease = (g: GraphBuilder, slug: string, landlord: string, fields: Fields = {}): string =>
    g.contract(slug, "LEASE", { LESSEE: "tenant", LESSOR: landlord }, [], fields);

  it("do not fall with one of their contracts, nor with the only one that is documented", () => {
    const two = graphOf((g) => {
      lease(g, "one", "first");
      lease(g, "two", "second");
    });
    expect(falls(two, "company:first")).toEqual(["NOW PROVED contract:one"]);
    const only = graphOf((g) => lease(g, "one", "first"));
    expect(falls(only, "company:first")).toEqual(["NOW PROVED contract:one"]);
  });

  it("do not fall where a master agreement and its parts are the only documented contract", () => {
    const graph = graphOf((g) => {
      lease(g, "master", "first");
      lease(g, "part-one", "first");
      lease(g, "part-two", "first");
      g.link("PART_OF", "contract:part-one", "contract:master");
      g.link("PART_OF", "contract:part-two", "contract:master");
    });
    expect(falls(graph, "company:first")).toEqual([
      "NOW PROVED contract:master",
      "NOW PROVED contract:part-one",
      "NOW PROVED contract:part-two",
    ]);
  });

  it("do not fall where several contracts are all with one landlord", () => {
    const graph = graphOf((g) => {
      lease(g, "one", "first");
      lease(g, "two", "first");
      g.operates("tenant", "own-site");
    });
    expect(falls(graph, "company:first")).toEqual(["NOW PROVED contract:one", "NOW PROVED contract:two"]);
  });

  it("run on, with all that they operate, when nothing that they ordered can be delivered", () => {
    const graph = graphOf((g) => {
      g.contract("one", "SUPPLY", { BUYER: "cloud", SUPPLIER: "first" }, ["component:gpu"]);
      g.contract("two", "SUPPLY", { BUYER: "cloud", SUPPLIER: "second" }, ["component:gpu"]);
      g.operates("cloud", "site");
    });
    expect(falls(graph, "component:gpu")).toEqual([
      "NEW SOLE_DOCUMENTED contract:one",
      "NEW SOLE_DOCUMENTED contract:two",
    ]);
  });

  it("fall with all of several, by the documented providers only", () => {
    const graph = graphOf((g) => {
      lease(g, "one", "first");
      lease(g, "two", "second");
    });
    expect(falls(graph, ["company:first", "company:second"])).toEqual([
      "NOW PROVED contract:one",
      "NOW PROVED contract:two",
      "NOW SOLE_DOCUMENTED company:tenant",
    ]);
  });

  it("do not fall where what they own, make or guarantee does", () => {
    const graph = graphOf((g) => {
      g.makes("a", "x");
      g.link("OWNS", "company:a", g.facility("site"));
      g.contract("g", "GUARANTEE", { GUARANTOR: "a", LESSEE: "tenant" });
    });
    expect(falls(graph, ["component:x", "facility:site", "company:tenant"])).toEqual([]);
  });
});
