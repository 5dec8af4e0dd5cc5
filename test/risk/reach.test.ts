import { describe, expect, it } from "vitest";
import type { Projection } from "../../src/projection/projection.ts";
import { reach, type Direction, type ReachInput } from "../../src/risk/reach.ts";
import { graphOf, questionTo } from "../support/graph-builder.ts";

function ask(graph: Projection, from: string, direction: Direction, input: Partial<ReachInput> = {}) {
  return reach(questionTo(graph), { from, direction, ...input });
}

const listed = (answer: ReturnType<typeof reach>): readonly string[] =>
  answer.reached.map(({ node, tier }) => `${tier} ${node}`);

const graph = graphOf((g) => {
  g.deploys("site", "gpu", { state: "OPERATING" });
  g.operates("op", "site");
  g.requires("gpu", "hbm");
  g.requires("gpu", "engine", { mode: "GROUP", group: "engine" });
  g.makes("a", "hbm");
  g.produces("fab", "hbm", "a");
  g.located("fab", "korea");
  g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "op" }, ["facility:site"]);
  g.makes("op", "container");
});

describe("what a thing depends on", () => {
  it("is listed by tier, then id, each with the story to it", () => {
    const answer = ask(graph, "facility:site", "DEPENDENCIES");
    expect(listed(answer)).toEqual([
      "1 company:op",
      "1 component:gpu",
      "2 component:hbm",
      "3 company:a",
      "3 facility:fab",
      "4 place:korea",
    ]);
    expect(answer.tiers).toEqual([
      { tier: 1, count: 2 },
      { tier: 2, count: 1 },
      { tier: 3, count: 2 },
      { tier: 4, count: 1 },
    ]);
    expect(answer.reached.at(-1)?.path()?.sentence).toBe(
      "site runs gpu; gpu needs hbm; a makes hbm at fab; fab lies in korea.",
    );
    expect(answer.excluded.map(({ filter, count }) => [filter, count])).toEqual([["minCertainty", 1]]);
  });

  it("lists only the kinds asked for, and walks through the others", () => {
    expect(listed(ask(graph, "facility:site", "DEPENDENCIES", { kinds: ["Place"] }))).toEqual([
      "4 place:korea",
    ]);
  });

  it("ends at the depth asked for and says how much lies beyond", () => {
    const answer = ask(graph, "facility:site", "DEPENDENCIES", { maxHops: 2 });
    expect(answer.reached.map(({ tier }) => tier)).toEqual([1, 1, 2]);
    expect([answer.cut?.limit, answer.cut?.reached, answer.cut?.message]).toEqual([
      "MAX_HOPS",
      2,
      "3 more lie beyond 2 hops; raise maxHops to see them",
    ]);
  });

  it("never goes on from a company in one role, also not where a longer way passes it", () => {
    // lab uses site, which op operates: op is near in that role alone. What op rents is reached by the longer way over its contracts.
    const roles = graphOf((g) => {
      g.link("USES", g.company("lab"), g.facility("site"), { usage: "TENANT" });
      g.operates("op", "site");
      g.contract("one", "COMPUTE", { CUSTOMER: "lab", PROVIDER: "t" });
      g.contract("two", "COMPUTE", { CUSTOMER: "t", PROVIDER: "x" });
      g.contract("three", "COMPUTE", { CUSTOMER: "x", PROVIDER: "op" });
      g.contract("four", "LEASE", { LESSEE: "op", LESSOR: "landlord" });
    });
    const answer = ask(roles, "company:lab", "DEPENDENCIES");
    expect(listed(answer)).toEqual([
      "1 company:t",
      "1 facility:site",
      "2 company:op",
      "2 company:x",
      "4 company:landlord",
    ]);
    const path = answer.reached.at(-1)?.path();
    expect(path?.hops.map(({ to }) => to)).toEqual([
      "company:t",
      "company:x",
      "company:op",
      "company:landlord",
    ]);
  });
});

describe("what depends on a thing", () => {
  it("is listed by tier with the story from the dependent to it", () => {
    const answer = ask(graph, "place:korea", "DEPENDENTS");
    expect(listed(answer)).toEqual([
      "1 facility:fab",
      "2 component:hbm",
      "3 component:gpu",
      "4 facility:site",
      "5 company:tenant",
    ]);
    expect(
      answer.reached
        .at(-1)
        ?.path()
        ?.hops.map(({ to }) => to),
    ).toEqual(["facility:site", "component:gpu", "component:hbm", "facility:fab", "place:korea"]);
  });

  it("of a company includes what it does for one thing, but what rests on another business of the company does not", () => {
    expect(listed(ask(graph, "company:op", "DEPENDENTS"))).toEqual([
      "1 company:tenant",
      "1 component:container",
      "1 facility:site",
    ]);
  });

  it("names what a filter took away", () => {
    const answer = ask(graph, "component:engine", "DEPENDENTS");
    expect([answer.reached, answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded).toEqual([
      { filter: "minCertainty", count: 1, examples: ["requires:gpu--engine"] },
    ]);
  });

  it("is nothing that any source says of the top", () => {
    expect(ask(graph, "company:tenant", "DEPENDENTS").reason).toBe("NOT_DOCUMENTED");
  });
});

describe("why nothing is listed", () => {
  it("is that no source says so, where the walk comes to nothing of the kinds asked for even without a filter", () => {
    expect(ask(graph, "component:hbm", "DEPENDENCIES", { kinds: ["Event"] }).reason).toBe("NOT_DOCUMENTED");
  });

  it("is that the search was cut, where something of the kinds asked for lies beyond", () => {
    const answer = ask(graph, "facility:site", "DEPENDENCIES", { kinds: ["Place"], maxHops: 2 });
    expect([answer.reason, answer.cut?.limit]).toEqual(["SEARCH_CUT", "MAX_HOPS"]);
  });

  it("is that there is none, where a source says so", () => {
    const none = graphOf((g) => g.facility("site", { documentedNone: ["POWERS", "DEPLOYS"] }));
    expect(ask(none, "facility:site", "DEPENDENCIES").reason).toBe("NONE_DOCUMENTED");
  });
});

describe("both directions", () => {
  it("agree: b is a dependency of a exactly when a is a dependent of b", () => {
    const ids = graph.model.nodes.filter((id) => !/^(makes|contract):/.test(id));
    const pairs = (direction: Direction): string[] =>
      ids.flatMap((id) =>
        ask(graph, id, direction).reached.map(({ node, tier }) =>
          direction === "DEPENDENCIES" ? `${id} ${node} ${tier}` : `${node} ${id} ${tier}`,
        ),
      );
    expect(pairs("DEPENDENTS").toSorted()).toEqual(pairs("DEPENDENCIES").toSorted());
  });
});
