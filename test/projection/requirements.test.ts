import { describe, expect, it } from "vitest";
import { graphOf } from "../support/graph-builder.ts";
import { needsInWords } from "./needs-in-words.ts";

const NO_MAKER = "PRODUCTION | SUPPLY RUN ONE_OF OPEN | ";

describe("what a component needs as input", () => {
  it("is one need for each essential input, closed by its own statement, felt while it runs", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "hbm", { use: "EMBODIED" });
      g.requires("gpu", "photoresist", { use: "CONSUMED" });
      g.requires("gpu", "packaging", { use: "SERVICE" });
    });
    expect(needsInWords(graph, "component:gpu")).toEqual([
      "INPUT component:hbm | SUPPLY RUN ONE_OF STATED | component:hbm",
      "INPUT component:packaging | SUPPLY RUN ONE_OF STATED | component:packaging",
      "INPUT component:photoresist | SUPPLY RUN ONE_OF STATED | component:photoresist",
      NO_MAKER,
    ]);
  });

  it("is open where a statement on the completeness of that input doubts it, and closed by one that does not", () => {
    const graph = graphOf((g) => {
      g.requires("gpu", "package-l");
      g.requires("gpu", "hbm");
      const input = { component: "component:gpu", needKind: "INPUT" };
      g.put("completeness:a", { ...input, need: "component:package-l", state: "UNKNOWN" });
      g.put("completeness:b", { ...input, need: "component:hbm", state: "COMPLETE", basis: "STATED_SOLE" });
    });
    expect(needsInWords(graph, "component:gpu")).toEqual([
      "INPUT component:hbm | SUPPLY RUN ONE_OF COMPLETE | component:hbm",
      "INPUT component:package-l | SUPPLY RUN ONE_OF OPEN | component:package-l",
      NO_MAKER,
    ]);
  });

  it("is felt only later for a tool that is installed", () => {
    const graph = graphOf((g) => g.requires("wafer", "scanner", { use: "INSTALLED" }));
    expect(needsInWords(graph, "component:wafer")).toEqual([
      NO_MAKER,
      "INPUT component:scanner | SUPPLY SUSTAIN ONE_OF STATED | component:scanner",
    ]);
  });

  it("is one need for a substitute group, each member one choice, and installed members a need of their own", () => {
    const graph = graphOf((g) => {
      g.requires("module", "eml", { mode: "GROUP", group: "laser" });
      g.requires("module", "cw-laser", { mode: "GROUP", group: "laser" });
      g.requires("module", "bonder-a", { mode: "GROUP", group: "bonder", use: "INSTALLED" });
      g.requires("module", "bonder-b", { mode: "GROUP", group: "bonder", use: "INSTALLED" });
    });
    expect(needsInWords(graph, "component:module")).toEqual([
      "GROUP laser | SUPPLY RUN ONE_OF OPEN | component:cw-laser?, component:eml?",
      NO_MAKER,
      "GROUP bonder | SUPPLY SUSTAIN ONE_OF OPEN | component:bonder-a?, component:bonder-b?",
    ]);
  });

  it("is exposure alone, felt while a site is built, for what it is plugged into or joined with in use", () => {
    const graph = graphOf((g) => {
      g.requires("switch", "fibre", { use: "CONNECTED" });
      g.requires("switch", "copper", { use: "CONNECTED", mode: "GROUP", group: "media" });
      g.requires("switch", "optics", { use: "CONNECTED", mode: "GROUP", group: "media" });
    });
    expect(needsInWords(graph, "component:switch")).toEqual([
      "GROUP media | SUPPLY BUILD EXPOSURE OPEN | component:copper?, component:optics?",
      "INPUT component:fibre | SUPPLY BUILD EXPOSURE OPEN | component:fibre",
      NO_MAKER,
    ]);
  });

  it("is none for an optional input", () => {
    const graph = graphOf((g) => {
      g.component("gpu");
      g.requires("gpu", "heatsink", { mode: "OPTIONAL" });
      g.makes("nv", "gpu");
    });
    expect(needsInWords(graph, "component:gpu")).toEqual([
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:nv--gpu",
    ]);
  });

  it("belongs to the makings of the makers that alone need it", () => {
    const graph = graphOf((g) => {
      g.makes("a", "laser");
      g.makes("b", "laser");
      g.requires("laser", "gaas", { onlyFor: ["company:a"] });
    });
    expect(needsInWords(graph, "component:laser")).toEqual([
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:a--laser, makes:b--laser",
    ]);
    expect(needsInWords(graph, "makes:a--laser")).toEqual([
      "INPUT component:gaas | SUPPLY RUN ONE_OF STATED | component:gaas",
      "MAKER | SUPPLY RUN ONE_OF STATED | company:a",
    ]);
    expect(needsInWords(graph, "makes:b--laser")).toEqual(["MAKER | SUPPLY RUN ONE_OF STATED | company:b"]);
  });
});

describe("inheritance from classes", () => {
  it("hands the needs of every class above down to a model, and never one of the model up", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class");
      g.isA("class", "top");
      g.requires("top", "substrate");
      g.requires("class", "driver");
      g.requires("m", "own");
    });
    const inputs = (id: string): readonly string[] =>
      needsInWords(graph, id).filter((line) => line.startsWith("INPUT"));
    expect(inputs("component:m")).toEqual([
      "INPUT component:driver | SUPPLY RUN ONE_OF STATED | component:driver",
      "INPUT component:own | SUPPLY RUN ONE_OF STATED | component:own",
      "INPUT component:substrate | SUPPLY RUN ONE_OF STATED | component:substrate",
    ]);
    expect(inputs("component:top")).toEqual([
      "INPUT component:substrate | SUPPLY RUN ONE_OF STATED | component:substrate",
    ]);
  });

  it("names the class relationships that handed a need down as evidence", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class");
      g.isA("class", "top");
      g.requires("top", "substrate");
    });
    const need = graph.model.needs.find(
      ({ dependent, key }) => dependent === "component:m" && key.startsWith("INPUT"),
    );
    expect(need?.slots[0]?.relationships).toEqual([
      "requires:top--substrate",
      "is-a:m--class",
      "is-a:class--top",
    ]);
  });

  it("leaves out what a nearer need refines", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class");
      const general = g.requires("class", "laser");
      g.requires("m", "eml", { refines: [general] });
    });
    expect(needsInWords(graph, "component:m")).toContain(
      "INPUT component:eml | SUPPLY RUN ONE_OF STATED | component:eml",
    );
    expect(needsInWords(graph, "component:m").join()).not.toContain("component:laser");
    expect(needsInWords(graph, "component:class").join()).toContain("component:laser");
  });

  it("leaves out a whole substitute group once one of its rows is refined", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class");
      const eml = g.requires("class", "eml", { mode: "GROUP", group: "laser" });
      g.requires("class", "vcsel", { mode: "GROUP", group: "laser" });
      g.requires("m", "eml-200g", { refines: [eml] });
    });
    const words = needsInWords(graph, "component:m").join();
    expect(words).toContain("component:eml-200g");
    expect(words).not.toContain("component:vcsel");
  });

  it("ends by itself where classes run in a circle", () => {
    const graph = graphOf((g) => {
      g.isA("a", "b");
      g.isA("b", "a");
      g.requires("b", "x");
    });
    expect(needsInWords(graph, "component:a").join()).toContain("component:x");
  });
});

describe("whether the documented members of a need are all there are", () => {
  const group = (state: string | null, extra = {}): string => {
    const graph = graphOf((g) => {
      g.requires("m", "a", { mode: "GROUP", group: "laser" });
      g.makes("x", "m");
      if (state !== null)
        g.put("completeness:c", {
          component: "component:m",
          need: "laser",
          needKind: "GROUP",
          state,
          ...extra,
        });
    });
    return needsInWords(graph, "component:m")[0] ?? "";
  };

  it("is so only when a statement says COMPLETE", () => {
    expect(group("COMPLETE")).toContain("ONE_OF COMPLETE");
    expect(group("PARTIAL")).toContain("ONE_OF OPEN");
    expect(group("UNKNOWN")).toContain("ONE_OF OPEN");
    expect(group(null)).toContain("ONE_OF OPEN");
  });

  it("is not so when a source disputes it", () => {
    expect(group("COMPLETE", { disputedBy: ["source:x"] })).toContain("ONE_OF OPEN");
  });

  it("is not so when another statement on the same need says PARTIAL", () => {
    const graph = graphOf((g) => {
      g.makes("a", "m");
      const base = { component: "component:m", need: "PRODUCTION", needKind: "ROLE" };
      g.put("completeness:one", { ...base, state: "COMPLETE" });
      g.put("completeness:two", { ...base, state: "PARTIAL" });
    });
    expect(needsInWords(graph, "component:m")[0]).toContain("ONE_OF OPEN");
  });

  it("speaks of one need and one component only", () => {
    const graph = graphOf((g) => {
      g.makes("a", "m", { role: "DESIGNER" });
      g.makes("b", "m");
      g.put("completeness:c", {
        component: "component:m",
        need: "DESIGN",
        needKind: "ROLE",
        state: "COMPLETE",
      });
    });
    expect(needsInWords(graph, "component:m")).toEqual([
      "DESIGN | SUPPLY RUN ONE_OF COMPLETE | makes:a--m",
      "PRODUCTION | SUPPLY RUN ONE_OF OPEN | makes:b--m",
    ]);
  });

  it("comes down from the class together with the group that it speaks of", () => {
    const graph = graphOf((g) => {
      g.isA("m", "class");
      g.requires("class", "a", { mode: "GROUP", group: "laser" });
      g.put("completeness:c", {
        component: "component:class",
        need: "laser",
        needKind: "GROUP",
        state: "COMPLETE",
      });
    });
    expect(needsInWords(graph, "component:m")[0]).toBe(
      "GROUP laser | SUPPLY RUN ONE_OF COMPLETE | component:a?",
    );
  });

  it("is one need where a model adds members to the group of that name of its class", () => {
    const graph = graphOf((g) => {
      g.isA("dsp-1600g", "dsp");
      g.requires("dsp-1600g", "n3", { mode: "GROUP", group: "wafer" });
      g.requires("dsp", "n5", { mode: "GROUP", group: "wafer" });
    });
    expect(needsInWords(graph, "component:dsp-1600g")[0]).toBe(
      "GROUP wafer | SUPPLY RUN ONE_OF OPEN | component:n3?, component:n5?",
    );
  });
});
