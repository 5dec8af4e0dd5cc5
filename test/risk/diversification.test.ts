import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import type { Projection } from "../../src/projection/projection.ts";
import {
  diversification,
  type DiversificationInput,
} from "../../src/risk/diversification/diversification.ts";
import { causeSentence } from "../../src/risk/diversification/diversification-sentence.ts";
import type { SupplyNeed } from "../../src/risk/diversification/supply-need.ts";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";

const ask = (graph: Projection, of: string, input: Partial<DiversificationInput> = {}) =>
  diversification(questionTo(graph), { of, ...input });

/** The need of a component for the makers of one role. */
function makersOf(
  graph: Projection,
  component: string,
  input: Partial<DiversificationInput> = {},
): SupplyNeed {
  const [need] = ask(graph, `component:${component}`, input).needs;
  if (need === undefined) throw new TypeError(`${component} has no need`);
  return need;
}

const counts = ({ nominal, active, qualified }: SupplyNeed): string =>
  [nominal, active, qualified].map(({ low, high }) => `${low}-${high}`).join(" ");

const independent = (need: SupplyNeed): Record<string, string> =>
  Object.fromEntries(need.independence().map(({ after, low, high }) => [after, `${low}-${high}`]));

const causes = (need: SupplyNeed): string[] =>
  need
    .commonCauses()
    .map(({ kind, cause, verdict, suppliers }) =>
      [
        kind,
        cause,
        verdict,
        ...suppliers.flatMap((position) => need.delivering[position]?.companies ?? []),
      ].join(" "),
    );

const complete = (g: GraphBuilder, component: string, need: string): string =>
  g.put(`completeness:${component}-${need.toLowerCase()}`, {
    component: `component:${component}`,
    need,
    needKind: "ROLE",
    state: "COMPLETE",
    basis: "STATED_LIST",
  });

describe("the suppliers of a need", () => {
  it("are nominal when documented, active when they deliver, and neither when ended or filtered", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module", { state: "TARGET" });
      g.makes("c", "module", { state: "ENDED" });
      g.makes("d", "module", { validTo: "2020" });
      g.makes("e", "module", { confidence: "LOW" });
      g.makes("f", "module", { state: "SAMPLING", confidence: "LOW" });
    });
    const need = makersOf(graph, "module", { filter: { minConfidence: "MEDIUM" } });
    expect(need.suppliers.map(({ companies, status }) => `${companies.join()} ${status}`)).toEqual([
      "company:a ACTIVE",
      "company:b TARGET",
      "company:c ENDED",
      "company:d ENDED",
      "company:e FILTERED",
      "company:f FILTERED",
    ]);
    expect(counts(need)).toBe("2-2 1-1 0-1");
    expect(need.nominal.isAtLeast).toBe(true);
    expect(ask(graph, "component:module", { filter: { minConfidence: "MEDIUM" } }).excluded).toMatchObject([
      { filter: "asOf", count: 1 },
      { filter: "minConfidence", count: 2 },
    ]);
  });

  it("are all there are only where a statement says so", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      complete(g, "module", "PRODUCTION");
    });
    const need = makersOf(graph, "module");
    expect([need.list, need.nominal.isAtLeast]).toEqual(["COMPLETE", false]);
    expect(need.completeness).toEqual(["completeness:module-production"]);
  });

  it("count perhaps where dates are too imprecise to tell", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module", { validFrom: "2026" });
    });
    const need = makersOf(graph, "module");
    expect(counts(need)).toBe("1-2 1-2 0-2");
    expect(independent(need)["PARENT"]).toBe("1-2");
  });

  it("are the makers of models that stand for a class too, each company once", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("a", "model");
      g.makes("b", "model");
      g.isA("model", "module");
      g.isA("other", "module");
    });
    const need = makersOf(graph, "module");
    expect(need.suppliers.map(({ companies, offers }) => [companies, offers.length])).toEqual([
      [["company:a"], 2],
      [["company:b"], 1],
    ]);
    expect(need.withoutMaker).toEqual(["component:other"]);
  });

  it("never are placeholders", () => {
    const graph = graphOf((g) => {
      g.company("nobody", { entityType: "PLACEHOLDER" });
      g.makes("nobody", "module");
    });
    const need = makersOf(graph, "module");
    expect([need.suppliers, counts(need), need.independence()]).toEqual([[], "0-0 0-0 0-0", []]);
    expect(need.sentence()).toContain("no supplier is documented that counts");
  });

  it("are one where they make a part jointly", () => {
    const graph = graphOf((g) => {
      g.requires("board", "chip");
      g.makes("a", "chip", { role: "DESIGNER", mode: "JOINT" });
      g.makes("b", "chip", { role: "DESIGNER", mode: "JOINT" });
      g.makes("c", "board");
    });
    const need = ask(graph, "component:board").needs.find(({ need: { name } }) => name === "chip");
    expect(need?.suppliers.map(({ companies }) => companies)).toEqual([["company:a", "company:b"]]);
    expect(need && counts(need)).toBe("1-1 1-1 0-1");
    expect(need?.sentence()).toContain("1 delivers (a and b jointly)");
  });

  it("are never told as the only independent ones where the list is open", () => {
    const sentence = (isWhole: boolean): string => {
      const graph = graphOf((g) => {
        g.makes("a", "chip");
        if (isWhole) complete(g, "chip", "PRODUCTION");
      });
      return makersOf(graph, "chip").sentence();
    };
    expect(sentence(false)).toContain("Really independent of those documented: 1 (there may be others).");
    expect(sentence(true)).toContain("Really independent among them: 1.");
  });
});

describe("qualification", () => {
  const graph = graphOf((g) => {
    for (const maker of ["a", "b", "c", "d"]) g.makes(maker, "hbm");
    const buyer = "company:buyer";
    g.company("buyer");
    g.link("QUALIFIED_FOR", "company:a", "component:hbm", { buyer, state: "QUALIFIED" });
    g.link("QUALIFIED_FOR", "company:b", "component:hbm", { buyer, state: "QUALIFYING" });
    g.link("QUALIFIED_FOR", "company:c", "component:hbm", { buyer: "company:other", state: "QUALIFIED" });
  });

  it("is unknown where no source says, and unknown is neither yes nor no", () => {
    const need = makersOf(graph, "hbm", { buyer: "company:buyer" });
    expect(need.suppliers.map(({ qualification }) => qualification)).toEqual([
      "QUALIFIED",
      "QUALIFYING",
      "UNKNOWN",
      "UNKNOWN",
    ]);
    expect(counts(need)).toBe("4-4 4-4 1-3");
    expect(independent(need)["PARENT"]).toBe("1-3");
    expect(need.sentence()).toContain("only a is known to be qualified");
  });

  it("is that at any buyer where none is asked about", () => {
    expect(counts(makersOf(graph, "hbm"))).toBe("4-4 4-4 2-4");
  });

  it("counts from the day on which it was passed", () => {
    const dated = graphOf((g) => {
      g.makes("a", "hbm");
      g.company("buyer");
      const fields = { buyer: "company:buyer", state: "QUALIFIED", since: "2026-06" };
      g.link("QUALIFIED_FOR", "company:a", "component:hbm", fields);
    });
    const at = (asOf: string): string =>
      counts(makersOf(dated, "hbm", { buyer: "company:buyer", filter: { asOf } }));
    expect([at("2026-01-01"), at("2026-07-01")]).toEqual(["1-1 1-1 0-1", "1-1 1-1 1-1"]);
  });

  it("of what a company buys is asked at that company, and a binding contract to deliver says as much", () => {
    const bought = graphOf((g) => {
      g.makes("a", "hbm");
      g.makes("b", "hbm");
      const parties = (supplier: string) => ({ BUYER: "buyer", SUPPLIER: supplier });
      const signed = g.contract("one", "SUPPLY", parties("a"), ["component:hbm"]);
      g.milestone(signed, "DEFINITIVE", "2026-01-01");
      const talks = g.contract("two", "SUPPLY", parties("b"), ["component:hbm"]);
      g.milestone(talks, "TALKS", "2026-01-01");
    });
    const [need] = ask(bought, "company:buyer").needs;
    expect(need && counts(need)).toBe("2-2 2-2 1-2");
    expect(need?.suppliers[0]?.qualifications).toEqual(["contract:one"]);
  });
});

describe("really independent suppliers", () => {
  it("are all of them where they share nothing", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module");
    });
    expect(independent(makersOf(graph, "module"))).toEqual({
      PARENT: "2-2",
      PLANT: "1-2",
      COUNTRY: "1-2",
      UPSTREAM: "2-2",
      ALL: "1-2",
    });
  });

  it("are merged under one parent, which is proved, or only perhaps where the dates do not tell", () => {
    const graph = (validFrom: string | undefined) =>
      graphOf((g) => {
        g.makes("a", "module");
        g.makes("b", "module");
        const fields = { type: "CONSOLIDATED", state: "ACTIVE", validFrom };
        g.company("group");
        g.link("OWNS_STAKE", "company:group", "company:a", fields);
        g.link("OWNS_STAKE", "company:group", "company:b", fields);
      });
    const sure = makersOf(graph("2020"), "module");
    expect(independent(sure)["PARENT"]).toBe("1-1");
    expect(causes(sure)).toContain("PARENT company:group PROVED company:a company:b");
    const unsure = makersOf(graph("2026"), "module");
    expect(independent(unsure)["PARENT"]).toBe("1-2");
    expect(causes(unsure)).toContain("PARENT company:group SOLE_DOCUMENTED company:a company:b");
  });

  it("are merged in one plant and one country, and never surely, for there may be other plants", () => {
    const graph = graphOf((g) => {
      for (const maker of ["a", "b", "c"]) g.makes(maker, "module");
      g.produces("shared", "module", "a");
      g.produces("shared", "module", "b");
      g.produces("own", "module", "c");
      g.place("xx", { placeKind: "COUNTRY" });
      g.located("shared", "xx");
      g.located("own", "xx");
    });
    const need = makersOf(graph, "module");
    expect(independent(need)).toMatchObject({ PLANT: "2-3", COUNTRY: "1-3", ALL: "1-3" });
    expect(causes(need)).toEqual([
      "COUNTRY place:xx SOLE_DOCUMENTED company:a company:b company:c",
      "PLANT facility:shared SOLE_DOCUMENTED company:a company:b",
    ]);
  });

  it("stand in two countries where a maker has a plant in each", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module");
      for (const [plant, maker, country] of [
        ["one", "a", "xx"],
        ["two", "a", "yy"],
        ["three", "b", "xx"],
      ] as const) {
        g.produces(plant, "module", maker);
        g.place(country, { placeKind: "COUNTRY" });
        g.located(plant, country);
      }
    });
    expect(independent(makersOf(graph, "module"))["COUNTRY"]).toBe("2-2");
  });

  it("may share a country where only a plant for the class is documented", () => {
    const graph = graphOf((g) => {
      g.isA("model", "class");
      g.makes("a", "model");
      g.makes("b", "model");
      g.produces("one", "model", "a");
      g.produces("two", "class", "b");
      g.place("xx", { placeKind: "COUNTRY" });
      g.place("yy", { placeKind: "COUNTRY" });
      g.located("one", "xx");
      g.located("two", "yy");
    });
    const need = makersOf(graph, "model");
    expect(need.suppliers.map(({ arePlantsStated }) => arePlantsStated)).toEqual([true, false]);
    expect(independent(need)["COUNTRY"]).toBe("1-2");
    expect(need.independence().find(({ after }) => after === "COUNTRY")?.unplaced).toEqual([["company:b"]]);
  });

  it("fall together with the one maker of what both need, proved where it is known to be the one", () => {
    const graph = (isComplete: boolean) =>
      graphOf((g) => {
        g.makes("a", "module");
        g.makes("b", "module");
        g.requires("module", "dsp");
        g.makes("c", "dsp");
        if (isComplete) complete(g, "dsp", "PRODUCTION");
      });
    const documented = makersOf(graph(false), "module");
    expect(independent(documented)["UPSTREAM"]).toBe("1-2");
    expect(causes(documented)).toEqual(["UPSTREAM company:c SOLE_DOCUMENTED company:a company:b"]);
    const proved = makersOf(graph(true), "module");
    expect(independent(proved)).toMatchObject({ UPSTREAM: "1-1", ALL: "1-1" });
    expect(causes(proved)).toEqual(["UPSTREAM company:c PROVED company:a company:b"]);
    const [cause] = proved.commonCauses();
    expect(cause && causeSentence(graph(true).records, cause, proved.delivering)).toBe(
      "a and b fall with c, which makes dsp; the documented providers on the way are all there are.",
    );
  });

  it("are not merged by an input that only one of them needs, nor by one with two makers", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module");
      g.requires("module", "wiring", { onlyFor: ["company:a"] });
      g.makes("c", "wiring");
      g.requires("module", "dsp");
      g.makes("d", "dsp");
      g.makes("e", "dsp");
    });
    const need = makersOf(graph, "module");
    expect(independent(need)["UPSTREAM"]).toBe("2-2");
    expect(causes(need)).toEqual([]);
  });

  it("of designers are one where one foundry makes for all", () => {
    const graph = graphOf((g) => {
      g.makes("a", "dsp", { role: "DESIGNER" });
      g.makes("b", "dsp", { role: "DESIGNER" });
      g.makes("fab", "dsp", { role: "FOUNDRY" });
    });
    const need = makersOf(graph, "dsp");
    expect(causes(need)).toEqual(["UPSTREAM company:fab SOLE_DOCUMENTED company:a company:b"]);
  });
});

describe("what can be asked", () => {
  it("is a component, a company that buys or a site that deploys", () => {
    const graph = graphOf((g) => {
      g.makes("a", "rack");
      g.deploys("site", "rack");
    });
    expect(ask(graph, "facility:site").needs.map(({ need }) => need.dependent)).toEqual(["component:rack"]);
    expect(ask(graph, "company:a")).toMatchObject({ needs: [], reason: "NOT_DOCUMENTED" });
  });

  it("is refused for anything else, and for a buyer that cannot be one", () => {
    const graph = graphOf((g) => {
      g.place("xx");
      g.makes("a", "rack");
      g.company("b");
    });
    expect(() => ask(graph, "place:xx")).toThrow(InvalidArgumentError);
    expect(() => ask(graph, "component:none")).toThrow(NotFoundError);
    expect(() => ask(graph, "component:rack", { buyer: "place:xx" })).toThrow(InvalidArgumentError);
    expect(() => ask(graph, "company:a", { buyer: "company:b" })).toThrow(InvalidArgumentError);
  });

  it("says that a filter left every supplier out", () => {
    const graph = graphOf((g) => void g.makes("a", "rack", { confidence: "LOW" }));
    const answer = ask(graph, "component:rack", { filter: { minConfidence: "HIGH" } });
    expect(answer.reason).toBe("FILTERED_OUT");
  });
});
