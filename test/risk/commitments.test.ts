import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import { commitments, type CommitmentsInput } from "../../src/risk/commitments/commitments.ts";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";
import { ask, compute, lines, USD } from "./commitments-world.ts";

describe("commitments", () => {
  it("say of each contract whether it binds, by stage and firmness together", () => {
    const { bindings, whole } = ask((g) => {
      compute(g, "firm", "b", 1, { firmness: "FIRM" });
      compute(g, "silent", "b", 2);
      compute(g, "option", "b", 4, { firmness: "OPTION" });
      compute(g, "announced-firm", "b", 8, { firmness: "FIRM", rung: "ANNOUNCED" });
      compute(g, "letter", "b", 16, { rung: "NON_BINDING" });
      compute(g, "talk", "b", 32, { rung: "TALKS" });
      g.contract("unheard", "COMPUTE", { CUSTOMER: "a", PROVIDER: "b" }, [], { ...USD, value: 64 });
    });
    expect(bindings.map(({ binding, signed, rest }) => [binding, ...lines([...signed, ...rest])])).toEqual([
      ["BINDS", "PURCHASE USD BASE_TERM 1–1"],
      ["SIGNED", "PURCHASE USD BASE_TERM 2–2"],
      ["OPTION", "PURCHASE USD BASE_TERM 4–4"],
      ["ANNOUNCED", "PURCHASE USD BASE_TERM 8–8"],
      ["NON_BINDING", "PURCHASE USD BASE_TERM 16–16"],
      ["RUMOURED", "PURCHASE USD BASE_TERM 96–96"],
    ]);
    expect(lines(whole.signed)).toEqual(["PURCHASE USD BASE_TERM 3–3"]);
    expect(lines(whole.rest)).toEqual(["PURCHASE USD BASE_TERM 124–124"]);
    expect(lines(whole.firm)).toEqual(["PURCHASE USD BASE_TERM 1–1"]);
  });

  it("never add two currencies, bases, or classes, nor amounts on a basis that nobody states", () => {
    const { whole } = ask((g) => {
      compute(g, "one", "b", 1);
      compute(g, "two", "c", 2, { valueBasis: "UP_TO" });
      compute(g, "three", "c", 3, { currency: "EUR" });
      compute(g, "four", "c", 4, { valueBasis: undefined });
      compute(g, "five", "c", 5, { valueBasis: "UNKNOWN" });
      g.contract("loan", "LOAN", { LENDER: "a", BORROWER: "b" }, [], { ...USD, value: 6 });
    });
    expect(lines([...whole.signed, ...whole.rest])).toEqual([
      "PURCHASE USD UNKNOWN 5–5",
      "PURCHASE USD UNKNOWN 4–4",
      "PURCHASE EUR BASE_TERM 3–3",
      "PURCHASE USD UP_TO 0–2",
      "PURCHASE USD BASE_TERM 1–1",
      "DEBT USD BASE_TERM 6–6",
    ]);
  });

  it("count a whole and not its parts, and from nothing what may lie inside another", () => {
    const { whole } = ask((g) => {
      compute(g, "whole", "b", 100);
      g.link("PART_OF", compute(g, "middle", "b", 60), "contract:whole");
      g.link("PART_OF", compute(g, "inner", "b", 20), "contract:middle");
      g.link("PART_OF", compute(g, "unclear", "b", 10), "contract:whole", { overlapUnclear: true });
    });
    expect(lines([...whole.signed, ...whole.rest])).toEqual(["PURCHASE USD BASE_TERM 100–110"]);
    expect(whole.commitments.map(({ contract, parts }) => [contract, parts])).toEqual([
      ["contract:unclear", []],
      ["contract:whole", ["contract:inner", "contract:middle"]],
    ]);
  });

  it("find a root through a contract to which the company is no party", () => {
    const { whole } = ask((g) => {
      compute(g, "whole", "b", 100);
      g.contract("frame", "COMPUTE", { CUSTOMER: "z", PROVIDER: "b" });
      g.link("PART_OF", "contract:frame", "contract:whole");
      g.link("PART_OF", compute(g, "part", "b", 20), "contract:frame");
    });
    expect(whole.commitments.map(({ contract }) => contract)).toEqual(["contract:whole"]);
  });

  it("tell what of a contract binds by its parts", () => {
    const { bindings } = ask((g) => {
      compute(g, "whole", "b", 27, { valueBasis: "UP_TO" });
      g.link("PART_OF", compute(g, "firm", "b", 12, { firmness: "FIRM" }), "contract:whole");
      g.link("PART_OF", compute(g, "backstop", "b", 15, { firmness: "BACKSTOP" }), "contract:whole");
    });
    expect(bindings.map(({ binding, signed, firm }) => [binding, lines(signed), lines(firm)])).toEqual([
      ["PARTLY", ["PURCHASE USD UP_TO 0–27"], ["PURCHASE USD BASE_TERM 12–12"]],
    ]);
  });

  it("show apart what ended, and leave out what is superseded or not yet there", () => {
    const answer = ask((g) => {
      compute(g, "old", "b", 1);
      compute(g, "new", "b", 2);
      g.link("SUPERSEDES", "contract:new", "contract:old");
      compute(g, "over", "b", 4, { outcome: "TERMINATED", outcomeDate: "2026-01-01" });
      compute(g, "lapsed", "b", 8, { firmness: "OPTION", outcome: "LAPSED" });
      compute(g, "ran-out", "b", 16, { end: "2026-11-01" });
      compute(g, "later", "b", 32, { outcome: "TERMINATED", outcomeDate: "2027-01-01" });
      const future = g.contract("future", "COMPUTE", { CUSTOMER: "a", PROVIDER: "b" }, [], {
        ...USD,
        value: 64,
      });
      g.milestone(future, "DEFINITIVE", "2027-01-01");
    });
    expect(lines(answer.whole.signed)).toEqual(["PURCHASE USD BASE_TERM 34–34"]);
    expect(answer.ended.map(({ contract }) => contract)).toEqual([
      "contract:lapsed",
      "contract:over",
      "contract:ran-out",
    ]);
    expect(answer.excluded).toEqual([
      {
        filter: "asOf",
        count: 4,
        examples: ["contract:future", "contract:lapsed", "contract:over", "contract:ran-out"],
      },
    ]);
  });

  it("count from nothing what perhaps is not in force, and in no sum what several pay together", () => {
    const { whole, coverage } = ask((g) => {
      compute(g, "perhaps", "b", 10, { end: "2026" });
      const round = g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: ["a", "c"], INVESTEE: "b" }, [], {
        ...USD,
        value: 100,
      });
      g.milestone(round, "DEFINITIVE", "2025-01-01");
    });
    expect(lines([...whole.signed, ...whole.rest])).toEqual(["PURCHASE USD BASE_TERM 0–10"]);
    expect(whole).toMatchObject({ count: 2, withoutValue: 0, withoutShare: 1 });
    expect(coverage).toMatchObject({ known: 1, needed: 2 });
    expect(whole.commitments).toMatchObject([
      { isInForce: false, isShared: false, amount: { low: 0, high: 10 }, sharedAmount: null },
      { isInForce: true, isShared: true, amount: null, sharedAmount: { low: 100, high: 100 } },
    ]);
    expect(whole.sentence).toContain("1 of them shared by several, its own part not stated");
  });

  it("say of one of several that it takes part in a round or a purchase, and not that it pays the whole", () => {
    const { whole } = ask((g) => {
      const round = { INVESTOR: ["a", "c"], INVESTEE: "b" };
      g.contract("round", "EQUITY_INVESTMENT", round, [], { ...USD, valueBasis: "UP_TO", value: 1e9 });
      const takeover = { ACQUIRER: "c", INVESTOR: "a", SELLER: "d", TARGET: "b" };
      g.contract("takeover", "ACQUISITION", takeover, [], {
        ...USD,
        valueBasis: "PURCHASE_PRICE",
        value: 2e9,
      });
      g.contract("loan", "LOAN", { LENDER: ["a", "c"], BORROWER: "b" });
    });
    expect(whole.commitments.map(({ sentence }) => sentence.replace(/;[^;]*$/u, ""))).toEqual([
      "loan: to lend to b, together with others, without a stated value",
      "round: takes part in a round of investments in b, up to USD 1 billion in all; its own part is not stated",
      "takeover: takes part in a purchase from d, USD 2 billion of purchase price in all; its own part is not stated",
    ]);
  });

  it("take the parts that a company pays alone for what it pays of a round with others", () => {
    const round = (g: GraphBuilder): void => {
      for (const [slug, investors, value] of [
        ["round", ["a", "c"], 100],
        ["of-a", ["a"], 15],
        ["of-c", ["c"], 40],
      ] as const) {
        const parties = { INVESTOR: investors, INVESTEE: "b" };
        const id = g.contract(slug, "EQUITY_INVESTMENT", parties, [], { ...USD, value });
        g.milestone(id, "DEFINITIVE", "2025-01-01");
        if (slug !== "round") g.link("PART_OF", id, "contract:round");
      }
    };
    expect(lines(ask(round).whole.signed)).toEqual(["EQUITY USD BASE_TERM 15–15"]);
    const paid = ask(round, { of: "company:b", direction: "RECEIVES" });
    expect(lines(paid.whole.signed)).toEqual(["EQUITY USD BASE_TERM 100–100"]);
  });

  it("compute with the range that sources support, and leave a least value open above", () => {
    const { whole } = ask((g) => {
      const disputed = compute(g, "disputed", "b", 20);
      g.evidence(disputed, "s", { field: "value", value: 10 });
      compute(g, "least", "c", 5, { valueIsMinimum: true, currency: "EUR" });
    });
    expect(lines([...whole.signed, ...whole.rest])).toEqual([
      "PURCHASE EUR BASE_TERM 5–open",
      "PURCHASE USD BASE_TERM 10–20",
    ]);
  });

  it("hold a tenant, a lender and a guarantor apart, and count users, arrangers and hopefuls nowhere", () => {
    const graph = graphOf((g) => {
      const lease = g.contract(
        "lease",
        "LEASE",
        { LESSEE: "tenant", LESSOR: "landlord", END_USER: "user", GUARANTOR: "giant" },
        [],
        { ...USD, value: 7 },
      );
      g.link("PARTY_TO", g.company("hopeful"), lease, { role: "LESSEE", isProspective: true });
      g.contract("loan", "LOAN", { LENDER: "bank", BORROWER: "landlord", ARRANGER: "arranger" }, [], {
        ...USD,
        value: 5,
      });
    });
    const of = (slug: string, direction: CommitmentsInput["direction"]) =>
      lines(commitments(questionTo(graph), { of: `company:${slug}`, direction }).whole.rest);
    expect(of("tenant", "PAYS")).toEqual(["PURCHASE USD BASE_TERM 7–7"]);
    expect(of("landlord", "RECEIVES")).toEqual(["PURCHASE USD BASE_TERM 7–7", "DEBT USD BASE_TERM 5–5"]);
    expect(of("bank", "PAYS")).toEqual(["DEBT USD BASE_TERM 5–5"]);
    for (const outsider of ["user", "arranger", "hopeful"]) expect(of(outsider, "PAYS")).toEqual([]);
    const giant = commitments(questionTo(graph), { of: "company:giant", direction: "PAYS" });
    expect(giant.whole.commitments).toMatchObject([{ moneyClass: "GUARANTEE", amount: null }]);
  });

  it("leave out what companies of one group pay each other when the group is asked for", () => {
    const describeGroup = (g: GraphBuilder): void => {
      g.link("OWNS_STAKE", g.company("a"), g.company("child"), {
        type: "CONSOLIDATED",
        state: "ACTIVE",
        controls: true,
      });
      g.contract("outside", "COMPUTE", { CUSTOMER: "child", PROVIDER: "b" }, [], { ...USD, value: 3 });
      g.contract("inside", "COMPUTE", { CUSTOMER: "a", PROVIDER: "child" }, [], { ...USD, value: 9 });
    };
    expect(ask(describeGroup).whole.commitments.map(({ contract }) => contract)).toEqual(["contract:inside"]);
    const group = ask(describeGroup, { withControlled: true });
    expect(group.whole.commitments.map(({ contract }) => contract)).toEqual(["contract:outside"]);
    expect(group.companies).toEqual(["company:a", "company:child"]);
    expect(group.internal).toEqual(["contract:inside"]);
  });

  it("group by counterparty, by parent, by year and by firmness", () => {
    const world = (g: GraphBuilder): void => {
      g.link("OWNS_STAKE", g.company("parent"), g.company("b"), {
        type: "CONSOLIDATED",
        state: "ACTIVE",
        controls: true,
      });
      compute(g, "one", "b", 1, { firmness: "FIRM" });
      compute(g, "two", "c", 2);
      compute(g, "three", "c", 3, { signed: "2024-06" });
    };
    const groups = (groupBy: CommitmentsInput["groupBy"]) =>
      ask(world, { groupBy }).groups.map(({ key, count }) => [key, count]);
    expect(groups("COUNTERPARTY")).toEqual([
      ["company:c", 2],
      ["company:b", 1],
    ]);
    expect(groups("ULTIMATE_PARENT")).toEqual([
      ["company:c", 2],
      ["company:parent", 1],
    ]);
    expect(groups("YEAR")).toEqual([
      ["2024", 1],
      ["2025", 2],
    ]);
    expect(groups("FIRMNESS")).toEqual([
      ["FIRM", 1],
      [null, 2],
    ]);
    expect(groups("KIND")).toEqual([["COMPUTE", 3]]);
    expect(groups("STAGE")).toEqual([["DEFINITIVE", 3]]);
  });

  it("honour the least stage, confidence and certainty", () => {
    const world = (g: GraphBuilder): void => {
      compute(g, "signed", "b", 1);
      compute(g, "announced", "b", 2, { rung: "ANNOUNCED" });
      compute(g, "weak", "b", 4, { confidence: "LOW" });
      compute(g, "inferred", "b", 8, { inferred: true });
    };
    const sum = (filter: CommitmentsInput["filter"]) => {
      const { whole, excluded } = ask(world, { filter });
      return [lines([...whole.signed, ...whole.rest]), excluded.map((exclusion) => exclusion.filter)];
    };
    expect(sum({ minStage: "DEFINITIVE" })).toEqual([["PURCHASE USD BASE_TERM 13–13"], ["minStage"]]);
    expect(sum({ minConfidence: "MEDIUM" })).toEqual([
      ["PURCHASE USD BASE_TERM 9–9", "PURCHASE USD BASE_TERM 2–2"],
      ["minConfidence"],
    ]);
    expect(sum({ minCertainty: "DOCUMENTED" })).toEqual([
      ["PURCHASE USD BASE_TERM 5–5", "PURCHASE USD BASE_TERM 2–2"],
      ["minCertainty"],
    ]);
  });

  it("call somebody whom nobody names no proper name", () => {
    const { commitments: found } = ask((g) => {
      for (const [slug, name] of [
        ["p", "Undisclosed hyperscale landlord of the north"],
        ["q", "Unnamed cloud providers under a frame"],
      ] as const) {
        g.company(slug, { name, entityType: "PLACEHOLDER" });
        compute(g, slug, slug, 1);
      }
    });
    expect(found.map(({ sentence }) => /to pay (.*?), USD/u.exec(sentence)?.[1])).toEqual([
      "an undisclosed hyperscale landlord of the north",
      "unnamed cloud providers under a frame",
    ]);
  });

  it("say why there are none", () => {
    const reason = (describeGraph: (g: GraphBuilder) => void, filter = {}) =>
      ask(describeGraph, { filter }).reason;
    expect(reason((g) => g.company("a"))).toBe("NOT_DOCUMENTED");
    expect(reason((g) => g.company("a", { documentedNone: ["PARTY_TO"] }))).toBe("NONE_DOCUMENTED");
    expect(reason((g) => compute(g, "x", "b", 1, { confidence: "LOW" }), { minConfidence: "HIGH" })).toBe(
      "FILTERED_OUT",
    );
  });

  it("refuse what is no company", () => {
    const world = (g: GraphBuilder): void => void compute(g, "x", "b", 1);
    expect(() => ask(world, { of: "company:nobody" })).toThrow(NotFoundError);
    expect(() => ask(world, { of: "contract:x" })).toThrow(InvalidArgumentError);
  });
});
