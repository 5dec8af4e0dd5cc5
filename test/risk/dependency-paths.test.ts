import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { dependencyPaths, distinctStories, type PathsInput } from "../../src/risk/dependency-paths.ts";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";

function ask(graph: Projection, from: string, to: string, input: Partial<PathsInput> = {}) {
  return dependencyPaths(questionTo(graph), { from, to, ...input });
}

/** The stops of each path, as slugs. */
function stories(answer: ReturnType<typeof dependencyPaths>): readonly string[] {
  return answer.paths.map(({ hops }) =>
    [hops[0]?.from, ...hops.map(({ to }) => to)].map((id) => id?.split(":")[1]).join(" > "),
  );
}

/** site runs gpu, which needs hbm (made by a at fab) and packaging (made by t). */
function chain(g: GraphBuilder): void {
  g.deploys("site", "gpu", { state: "OPERATING" });
  g.requires("gpu", "hbm");
  g.requires("gpu", "packaging");
  g.makes("a", "hbm");
  g.produces("fab", "hbm", "a");
  g.located("fab", "korea");
}

describe("the stories from one thing to another", () => {
  it("go from a site through its parts to maker, plant and country, with makings folded into the hop", () => {
    const answer = ask(graphOf(chain), "facility:site", "place:korea");
    expect(stories(answer)).toEqual(["site > gpu > hbm > fab > korea"]);
    const [path] = answer.paths;
    expect(path?.sentence).toBe("site runs gpu; gpu needs hbm; a makes hbm at fab; fab lies in korea.");
    expect(path?.hops[2]?.relationships).toEqual(["makes:a--hbm", "produces:fab--hbm"]);
    expect([path?.length, path?.certainty, answer.reason, answer.cut]).toEqual([4, "DOCUMENTED", null, null]);
  });

  it("end at a company that stands for one role: what else its maker needs is no part of it", () => {
    const graph = graphOf((g) => {
      chain(g);
      g.contract("lease", "LEASE", { LESSEE: "a", LESSOR: "landlord" });
    });
    expect(stories(ask(graph, "facility:site", "company:a"))).toEqual(["site > gpu > hbm > a"]);
    expect(ask(graph, "facility:site", "company:landlord").reason).toBe("NOT_DOCUMENTED");
    expect(stories(ask(graph, "company:a", "company:landlord"))).toEqual(["a > landlord"]);
  });

  it("count parallel contracts on one hop, and name them", () => {
    const graph = graphOf((g) => {
      for (const slug of ["one", "two", "three"])
        g.contract(slug, "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, ["facility:site"]);
    });
    const answer = ask(graph, "company:tenant", "company:landlord");
    expect(stories(answer)).toEqual(["tenant > landlord"]);
    expect(answer.paths[0]?.parallelContracts).toBe(3);
    expect(answer.paths[0]?.hops[0]?.contracts).toEqual(["contract:one", "contract:three", "contract:two"]);
    expect(answer.paths[0]?.sentence).toContain("(one of 3 contracts)");
  });

  it("leave out a detour of a story already told, and keep a story of other stops", () => {
    const graph = graphOf((g) => {
      g.contract("direct", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "cloud" });
      g.contract("lease", "LEASE", { LESSEE: "cloud", LESSOR: "landlord" });
      g.contract("other", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "rival" });
      g.contract("rival-lease", "LEASE", { LESSEE: "rival", LESSOR: "landlord" });
      g.contract("between", "COMPUTE", { CUSTOMER: "cloud", PROVIDER: "rival" });
    });
    // lab > cloud > rival > landlord passes every stop of lab > cloud > landlord.
    expect(stories(ask(graph, "company:lab", "company:landlord"))).toEqual([
      "lab > cloud > landlord",
      "lab > rival > landlord",
    ]);
  });

  it("see a lease both ways: the tenant depends on capacity, the landlord on money", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", GUARANTOR: "parent" });
    });
    expect(ask(graph, "company:landlord", "company:tenant").reason).toBe("NOT_DOCUMENTED");
    expect(stories(ask(graph, "company:landlord", "company:tenant", { profile: "MONEY" }))).toEqual([
      "landlord > tenant",
    ]);
    expect(ask(graph, "company:tenant", "company:parent", { profile: "MONEY" }).paths).toEqual([]);
  });

  it("tell a guarantor from one who pays", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", GUARANTOR: "parent" });
    });
    const told = (to: string) =>
      ask(graph, "company:landlord", to, { profile: "MONEY" }).paths.map(({ sentence }) => sentence);
    expect(told("company:tenant")).toEqual(["tenant pays landlord under lease."]);
    expect(told("company:parent")).toEqual(["parent guarantees what landlord is to be paid under lease."]);
  });

  it("follow explicit channels rather than the profile, and say which were used", () => {
    const answer = ask(graphOf(chain), "facility:site", "place:korea", { channels: ["SUPPLY"] });
    expect([answer.paths, answer.reason]).toEqual([[], "NOT_DOCUMENTED"]);
    expect([answer.computedUnder.profile, answer.computedUnder.channels]).toEqual([null, ["SUPPLY"]]);
  });

  it("may start or end at a contract", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, ["facility:site"]);
    });
    expect(stories(ask(graph, "contract:lease", "facility:site"))).toEqual(["lease > site"]);
    expect(stories(ask(graph, "company:tenant", "contract:lease"))).toEqual(["tenant > lease"]);
  });

  it("lead an end user over the tenant to the landlord", () => {
    const graph = graphOf((g) => {
      g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", END_USER: "lab" }, [
        "facility:site",
      ]);
    });
    expect(stories(ask(graph, "company:lab", "company:landlord"))).toEqual(["lab > tenant > landlord"]);
    expect(stories(ask(graph, "company:lab", "facility:site"))).toEqual(["lab > tenant > site"]);
  });

  it("reach the class of what they reached, and go no further from it", () => {
    const graph = graphOf((g) => {
      g.deploys("site", "hbm3e");
      g.isA("hbm3e", "hbm");
      g.makes("a", "hbm");
    });
    expect(stories(ask(graph, "facility:site", "component:hbm"))).toEqual(["site > hbm3e > hbm"]);
    expect(ask(graph, "facility:site", "company:a").paths).toEqual([]);
  });
});

describe("how sure a path is", () => {
  const choice = graphOf((g) => {
    g.deploys("site", "module");
    g.requires("module", "engine", { mode: "GROUP", group: "engine" });
    g.requires("module", "laser", { inferred: true });
    g.makes("poet", "engine");
    g.makes("lum", "laser", { confidence: "MEDIUM" });
  });

  it("is that of its weakest hop", () => {
    const [path] = ask(choice, "facility:site", "company:lum").paths;
    expect(path?.certainty).toBe("INFERRED");
    expect(path?.weakest.to).toBe("component:laser");
  });

  it("ranks certainty before confidence before the number of origins", () => {
    const graph = graphOf((g) => {
      g.evidence(g.requires("x", "y"), "one");
      g.evidence("requires:x--y", "two");
      g.evidence(g.requires("y", "z"), "one");
    });
    const [path] = ask(graph, "component:x", "component:z").paths;
    expect([path?.weakest.from, path?.independentOrigins]).toEqual(["component:y", 1]);
  });

  it("leaves a mere possibility out unless asked for, and says by which filter", () => {
    const answer = ask(choice, "facility:site", "company:poet");
    expect([answer.paths, answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded).toEqual([
      { filter: "minCertainty", count: 1, examples: ["requires:module--engine"] },
    ]);
    const asked = ask(choice, "facility:site", "company:poet", { filter: { minCertainty: "POSSIBLE" } });
    expect(asked.paths[0]?.certainty).toBe("POSSIBLE");
  });

  it("counts voices, not documents: a repetition of one source is no second origin", () => {
    const graph = graphOf((g) => {
      const need = g.requires("x", "y");
      g.evidence(need, "first");
      g.put("source:copy", { publisher: "publisher:first", origin: "source:first" });
      g.put("evidence:copy", { fact: need, source: "source:copy", stance: "SUPPORTS" });
      g.evidence(need, "doubter", { stance: "DISPUTES" });
    });
    expect(ask(graph, "component:x", "component:y").paths[0]?.independentOrigins).toBe(1);
  });

  it("prefers surer hops to fewer when asked to", () => {
    const graph = graphOf((g) => {
      g.requires("x", "z", { mode: "GROUP", group: "z" });
      g.requires("x", "y");
      g.requires("y", "z");
    });
    const filter = { minCertainty: "POSSIBLE" } as const;
    expect(stories(ask(graph, "component:x", "component:z", { filter, k: 1 }))).toEqual(["x > z"]);
    expect(stories(ask(graph, "component:x", "component:z", { filter, k: 1, rank: "CERTAINTY" }))).toEqual([
      "x > y > z",
    ]);
  });
});

describe("the share along a path", () => {
  it("is the whole where each hop is the one stated provider of its need, and unknown otherwise", () => {
    const graph = graphOf((g) => {
      g.requires("x", "y");
      g.requires("y", "z");
      g.makes("a", "z");
    });
    expect(ask(graph, "component:x", "component:z").paths[0]?.share).toMatchObject({ low: 1, high: 1 });
    expect(ask(graph, "component:x", "company:a").paths[0]?.share).toBeNull();
  });
});

describe("why there is no path", () => {
  const graph = graphOf((g) => {
    chain(g);
    g.company("lonely", { documentedNone: ["PARTY_TO"] });
    g.company("silent");
    g.company("namely", { documentedNone: ["lei"] });
  });

  it("is that no source says so", () => {
    expect(ask(graph, "company:silent", "place:korea").reason).toBe("NOT_DOCUMENTED");
  });

  it("is that a source says there is none", () => {
    expect(ask(graph, "company:lonely", "place:korea").reason).toBe("NONE_DOCUMENTED");
  });

  it("is not that there is none where only some other field is known to be none", () => {
    expect(ask(graph, "company:namely", "place:korea").reason).toBe("NOT_DOCUMENTED");
  });

  it("is that the search ended too near", () => {
    const answer = ask(graph, "facility:site", "place:korea", { maxHops: 3 });
    expect([answer.reason, answer.cut?.limit, answer.cut?.reached]).toEqual(["SEARCH_CUT", "MAX_HOPS", 3]);
    expect(answer.cut?.message).toContain("4 hops");
  });

  it("is told beside the stories found, where others are longer than asked for", () => {
    const two = graphOf((g) => {
      g.requires("x", "y");
      g.requires("y", "z");
      g.requires("x", "a");
      g.requires("a", "b");
      g.requires("b", "z");
    });
    const cut = (maxHops: number, k: number) =>
      ask(two, "component:x", "component:z", { maxHops, k }).cut?.limit ?? null;
    expect([cut(2, 5), cut(2, 1), cut(3, 5)]).toEqual(["MAX_HOPS", null, null]);
  });

  it("is that the budget ran out, never that there is none", () => {
    let ends = 0;
    const budget = { milliseconds: -1, now: () => 0, onTimeUp: () => void (ends += 1) };
    const question = { ...questionTo(graph), budget };
    const answer = dependencyPaths(question, { from: "facility:site", to: "place:korea" });
    expect([answer.reason, answer.cut?.limit]).toEqual(["SEARCH_CUT", "TIME"]);
    expect(ends).toBeGreaterThan(0);
  });

  it("is that a node was to be avoided, which is the break test", () => {
    const answer = ask(graph, "facility:site", "place:korea", { avoid: ["component:hbm"] });
    expect([answer.paths, answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded).toEqual([{ filter: "avoid", count: 1, examples: ["requires:gpu--hbm"] }]);
  });

  it("is not that a node was avoided where there was no path anyway", () => {
    const answer = ask(graph, "company:silent", "place:korea", { avoid: ["component:hbm"] });
    expect(answer.reason).toBe("NOT_DOCUMENTED");
  });

  it.each([
    ["minConfidence", { minConfidence: "HIGH" } as const, { confidence: "LOW" }],
    ["asOf", { asOf: "2020-01-01" }, { validFrom: "2024" }],
  ])("is that %s takes it away", (name, filter, fields) => {
    const filtered = graphOf((g) => g.requires("x", "y", fields));
    const answer = ask(filtered, "component:x", "component:y", { filter });
    expect(answer.reason).toBe("FILTERED_OUT");
    expect(answer.excluded).toEqual([{ filter: name, count: 1, examples: ["requires:x--y"] }]);
  });

  it("is that its contract is not far enough", () => {
    const announced = graphOf((g) => {
      const lease = g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" });
      g.milestone(lease, "ANNOUNCED", "2026-01-01");
    });
    const at = (minStage: "ANNOUNCED" | "DEFINITIVE") =>
      ask(announced, "company:tenant", "company:landlord", { filter: { minStage } });
    expect([at("ANNOUNCED").reason, at("DEFINITIVE").reason]).toEqual([null, "FILTERED_OUT"]);
    expect(at("ANNOUNCED").paths[0]?.hops[0]?.commitment).toBe("ANNOUNCED");
    expect(at("DEFINITIVE").excluded[0]?.filter).toBe("minStage");
  });
});

describe("a path as of a date", () => {
  const graph = graphOf((g) => {
    g.contract("old", "LEASE", { LESSEE: "tenant", LESSOR: "former" }, [], {
      signed: "2020-01-01",
      outcome: "EXPIRED",
      outcomeDate: "2024-01-01",
    });
    g.contract("new", "LEASE", { LESSEE: "tenant", LESSOR: "landlord" }, [], { signed: "2024" });
  });

  it("sees what held then", () => {
    const filter = { asOf: "2022-06-01" };
    expect(stories(ask(graph, "company:tenant", "company:former", { filter }))).toEqual(["tenant > former"]);
    expect(ask(graph, "company:tenant", "company:landlord", { filter }).paths).toEqual([]);
  });

  it("marks a hop that holds only perhaps", () => {
    const hop = (asOf: string) =>
      ask(graph, "company:tenant", "company:landlord", { filter: { asOf } }).paths[0]?.hops[0]?.isMaybe;
    expect([hop("2024-06-01"), hop("2025-01-01")]).toEqual([true, false]);
  });
});

describe("arguments that can't be used", () => {
  const graph = graphOf((g) => {
    chain(g);
    g.evidence("component:gpu", "paper");
    g.put("redirect:old", { oldId: "component:old-hbm", target: "component:hbm", reason: "renamed" });
  });

  it("are ids that nothing has", () => {
    expect(() => ask(graph, "facility:nowhere", "place:korea")).toThrow(NotFoundError);
    expect(() => ask(graph, "facility:site", "place:korea", { avoid: ["component:none"] })).toThrow(
      NotFoundError,
    );
  });

  it("are records on which nothing depends, two ends that are one, and numbers out of range", () => {
    expect(() => ask(graph, "facility:site", "source:paper")).toThrow(InvalidArgumentError);
    expect(() => ask(graph, "facility:site", "facility:site")).toThrow("another record");
    for (const input of [{ k: 0 }, { k: 51 }, { maxHops: 0 }, { maxHops: 33 }, { channels: [] }])
      expect(() => ask(graph, "facility:site", "place:korea", input)).toThrow(InvalidArgumentError);
    expect(() => ask(graph, "facility:site", "place:korea", { filter: { asOf: "2026-13-01" } })).toThrow(
      "2026-13-01",
    );
  });

  it("are not ids that were given up: they lead to the record that took their place", () => {
    const answer = ask(graph, "facility:site", "component:old-hbm");
    expect([answer.to, stories(answer)]).toEqual(["component:hbm", ["site > gpu > hbm"]]);
  });
});

describe("distinct stories", () => {
  it("keep the first of those whose stops contain each other in order", () => {
    expect(
      distinctStories([
        [1, 2, 9],
        [1, 2, 3, 9],
        [1, 3, 9],
        [1, 3, 2, 9],
      ]),
    ).toEqual([
      [1, 2, 9],
      [1, 3, 9],
    ]);
  });
});
