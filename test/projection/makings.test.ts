import { describe, expect, it } from "vitest";
import { graphOf } from "../support/graph-builder.ts";
import { needsInWords } from "./needs-in-words.ts";

describe("who makes a component", () => {
  it("fills one need a role: designers, foundries, and all that produce as alternatives to each other", () => {
    const graph = graphOf((g) => {
      for (const role of ["DESIGNER", "FOUNDRY", "MANUFACTURER", "PACKAGER", "ASSEMBLER", "TESTER"])
        g.makes(role.toLowerCase(), "chip", { role });
    });
    expect(needsInWords(graph, "component:chip")).toEqual([
      "DESIGN | SUPPLY RUN ONE_OF OPEN | makes:designer--chip",
      "FABRICATION | SUPPLY RUN ONE_OF OPEN | makes:foundry--chip",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:assembler--chip, makes:manufacturer--chip, makes:packager--chip, makes:tester--chip",
    ]);
  });

  it("is needed one by one where makers of a role work jointly", () => {
    const graph = graphOf((g) => {
      g.makes("a", "engine", { role: "DESIGNER", mode: "JOINT" });
      g.makes("b", "engine", { role: "DESIGNER", mode: "JOINT" });
      g.makes("c", "engine", { mode: "ALTERNATIVE" });
      g.makes("d", "engine", { mode: "ALTERNATIVE" });
    });
    expect(needsInWords(graph, "component:engine")).toEqual([
      "DESIGN BY company:a | SUPPLY RUN ONE_OF OPEN | makes:a--engine",
      "DESIGN BY company:b | SUPPLY RUN ONE_OF OPEN | makes:b--engine",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:c--engine, makes:d--engine",
    ]);
  });

  it("names makers that do not make it yet or any more, without counting them", () => {
    const graph = graphOf((g) => {
      for (const state of ["ACTIVE", "SAMPLING", "DEVELOPMENT", "TARGET", "ENDED"])
        g.makes(state.toLowerCase(), "chip", { state });
    });
    expect(needsInWords(graph, "component:chip")).toEqual([
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:active--chip, makes:development--chip!NOT_ACTIVE, makes:ended--chip!ENDED, makes:sampling--chip!NOT_ACTIVE, makes:target--chip!NOT_ACTIVE",
    ]);
  });

  it("derives nothing from a distributor, whose component still lacks a documented producer", () => {
    const graph = graphOf((g) => {
      g.makes("shop", "chip", { role: "DISTRIBUTOR" });
      g.produces("warehouse", "chip", "shop");
    });
    expect(needsInWords(graph, "component:chip")).toEqual(["PRODUCTION | SUPPLY RUN ONE_OF OPEN | "]);
    expect(needsInWords(graph, "makes:shop--chip").join()).not.toContain("warehouse");
  });

  it("leaves the need for a producer open where only a designer is documented", () => {
    const graph = graphOf((g) => g.makes("a", "chip", { role: "DESIGNER" }));
    expect(needsInWords(graph, "component:chip")).toEqual([
      "DESIGN | SUPPLY RUN ONE_OF OPEN | makes:a--chip",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | ",
    ]);
  });
});

describe("what meets a class", () => {
  it("is one of its substitutable models or its own makers of any role", () => {
    const graph = graphOf((g) => {
      g.isA("m1", "class");
      g.isA("m2", "class");
      g.isA("odd", "class", { substitutable: false });
      g.makes("a", "class");
      g.makes("d", "class", { role: "DESIGNER" });
    });
    expect(needsInWords(graph, "component:class")).toEqual([
      "MEMBER | SUPPLY RUN EXPOSURE OPEN | component:odd?",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | component:m1?, component:m2?, makes:a--class, makes:d--class",
    ]);
  });

  it("is its own makers, role by role, where no model can stand for it", () => {
    const graph = graphOf((g) => {
      g.isA("odd", "class", { substitutable: false });
      g.makes("a", "class");
      g.makes("d", "class", { role: "DESIGNER" });
    });
    expect(needsInWords(graph, "component:class")).toEqual([
      "DESIGN | SUPPLY RUN ONE_OF OPEN | makes:d--class",
      "MEMBER | SUPPLY RUN EXPOSURE OPEN | component:odd?",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:a--class",
    ]);
  });

  it("has never an arc from a model up to its class, but a last step for paths that ask for the class", () => {
    const graph = graphOf((g) => g.isA("m", "class"));
    const upward = graph.model.needs.filter(({ slots }) =>
      slots.some(({ provider }) => provider === "component:class"),
    );
    expect(upward.map(({ dependent, key, mode }) => [dependent, key, mode])).toEqual([
      ["component:m", "CLASS component:class", "EXPOSURE"],
    ]);
  });
});

describe("the plants of a maker", () => {
  it("are those that list the component for that company, and a maker needs one of them", () => {
    const graph = graphOf((g) => {
      const making = g.makes("a", "chip");
      g.produces("fab-1", "chip", "a");
      g.produces("fab-2", "chip", "a", { state: "TARGET" });
      g.produces("fab-3", "chip", "b");
      return making;
    });
    expect(needsInWords(graph, "makes:a--chip")).toEqual([
      "MAKER | SUPPLY RUN ONE_OF STATED | company:a",
      "PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab-1, facility:fab-2!NOT_ACTIVE",
    ]);
  });

  it("of a class include those that list a model of it", () => {
    const graph = graphOf((g) => {
      g.makes("a", "dram");
      g.isA("hbm", "dram");
      g.produces("fab", "hbm", "a");
    });
    expect(needsInWords(graph, "makes:a--dram")).toContain("PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab");
  });

  it("of a model are taken from its class only where no plant lists it, and that is marked as a conclusion", () => {
    const graph = graphOf((g) => {
      g.isA("hbm3e", "hbm");
      g.isA("hbm4", "hbm");
      g.makes("a", "hbm3e");
      g.makes("a", "hbm4");
      g.produces("fab-old", "hbm", "a");
      g.produces("fab-new", "hbm4", "a");
    });
    expect(needsInWords(graph, "makes:a--hbm3e")).toContain(
      "PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab-old~",
    );
    expect(needsInWords(graph, "makes:a--hbm4")).toContain(
      "PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab-new",
    );
  });

  it("of a model are those of the nearest class with one that runs: what makes some memory is no plant for HBM4", () => {
    const graph = graphOf((g) => {
      g.isA("hbm4", "hbm");
      g.isA("hbm", "dram");
      g.makes("a", "hbm4");
      g.makes("b", "hbm4");
      g.produces("fab-hbm", "hbm", "a");
      g.produces("fab-dram", "dram", "a");
      g.produces("fab-hbm-to-be", "hbm", "b", { state: "TARGET" });
      g.produces("fab-dram-b", "dram", "b");
    });
    expect(needsInWords(graph, "makes:a--hbm4")).toContain(
      "PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab-hbm~",
    );
    expect(needsInWords(graph, "makes:b--hbm4")).toContain(
      "PLANT | SUPPLY RUN ONE_OF OPEN | facility:fab-dram-b~, facility:fab-hbm-to-be~!NOT_ACTIVE",
    );
  });

  it("do not matter to a designer", () => {
    const graph = graphOf((g) => {
      g.makes("a", "chip", { role: "DESIGNER" });
      g.produces("fab", "chip", "a");
    });
    expect(needsInWords(graph, "makes:a--chip")).toEqual(["MAKER | SUPPLY RUN ONE_OF STATED | company:a"]);
  });
});
