import { describe, expect, it } from "vitest";
import { conflicts, type Conflicts, type ConflictsInput } from "../../src/risk/conflicts/conflicts.ts";
import { graphOf, questionTo, type Fields, type GraphBuilder } from "../support/graph-builder.ts";

function ask(describeGraph: (g: GraphBuilder) => void, input: ConflictsInput = {}): Conflicts {
  return conflicts(questionTo(graphOf(describeGraph)), input);
}

const told = (answer: Conflicts) =>
  answer.conflicts.map(({ kind, sides }) => [kind, ...sides.map(({ text }) => text)]);

/** A loan with a headline on no source of its own, and what some sources say of its value. */
const loan =
  (headline: Fields, ...stated: readonly (readonly [source: string, fields: Fields])[]) =>
  (g: GraphBuilder): void => {
    g.contract("loan", "LOAN", { BORROWER: "cloud" }, [], {
      currency: "USD",
      valueBasis: "PRINCIPAL",
      ...headline,
    });
    for (const [source, fields] of stated) g.evidence("contract:loan", source, { field: "value", ...fields });
  };
const billions = (value: number, fields: Fields = {}): Fields => ({ value: value * 1e9, ...fields });

describe("values of one field", () => {
  it("are at odds where sources of different origin differ by more than rounding", () => {
    const answer = ask(loan(billions(1.4), ["bank", billions(1.4)], ["paper", billions(1.05)]));
    expect(told(answer)).toEqual([["VALUES", "USD 1.05 billion", "USD 1.4 billion"]]);
    const [conflict] = answer.conflicts;
    expect(conflict).toMatchObject({
      subject: "contract:loan",
      field: "value",
      range: { low: 1.05e9, high: 1.4e9, unit: "USD", basis: "PRINCIPAL" },
      spread: 0.25,
      sentence: "loan: sources differ on value: USD 1.05 billion against USD 1.4 billion (principal).",
    });
    expect(conflict?.sides.map(({ isHeadline, voices, tier }) => [isHeadline, voices, tier])).toEqual([
      [false, 1, "B"],
      [true, 1, "B"],
    ]);
  });

  it("are apart by a spread without binary noise", () => {
    const [conflict] = ask(loan(billions(5), ["bank", billions(5)], ["paper", billions(4)])).conflicts;
    expect(conflict?.spread).toBe(0.2);
  });

  it.each([
    ["rounding", 3.25, 3.248],
    ["rounding to the second digit", 27, 27.3],
    ["rounding to whole billions", 20, 20.4],
  ])("are not at odds by %s", (_, headline, other) => {
    const answer = ask(loan(billions(headline), ["bank", billions(headline)], ["paper", billions(other)]));
    expect(answer).toMatchObject({ conflicts: [], reason: "NOT_DOCUMENTED" });
  });

  it.each([
    ["basis", { basis: "UP_TO" }],
    ["basis that is not stated", { basis: "UNKNOWN" }],
    ["unit", { unit: "EUR" }],
    ["date", { asOf: "2025-03" }],
  ])("are not at odds on another %s, and stand side by side when asked for", (_, fields) => {
    const world = loan(billions(5), ["bank", billions(5, { asOf: "2024" })], ["paper", billions(9, fields)]);
    const answer = ask(world);
    expect(answer).toMatchObject({ conflicts: [], excluded: [{ filter: "kinds", count: 1 }] });
    const [beside] = ask(world, { kinds: ["NOT_COMPARABLE"] }).conflicts;
    expect(beside).toMatchObject({ kind: "NOT_COMPARABLE", range: null, spread: null });
    expect(beside?.sides).toHaveLength(2);
  });

  it("that are limits agree with what lies within", () => {
    const limits = (bound: string, value: number) =>
      told(ask(loan(billions(5), ["bank", billions(5)], ["paper", billions(value, { bound })])));
    expect(limits("MIN", 3)).toEqual([]);
    expect(limits("MAX", 8)).toEqual([]);
    expect(limits("MIN", 8)).toEqual([["VALUES", "USD 5 billion", "at least USD 8 billion"]]);
  });

  it("that one origin gives are no disagreement between two, whoever repeats it", () => {
    const answer = ask((g) => {
      loan(billions(5), ["bank", billions(5)], ["copy", billions(9)])(g);
      g.put("source:copy", { publisher: "publisher:copy", origin: "source:bank" });
    });
    expect(answer.conflicts).toEqual([]);
  });

  it("that say the same are one side, with as many voices as origins", () => {
    const answer = ask((g) => {
      loan(billions(9), ["bank", billions(9)], ["copy", billions(9)], ["paper", billions(5)])(g);
      g.put("source:copy", { publisher: "publisher:copy", origin: "source:bank" });
    });
    expect(
      answer.conflicts[0]?.sides.map(({ text, voices, evidence }) => [text, voices, evidence.length]),
    ).toEqual([
      ["USD 5 billion", 1, 1],
      ["USD 9 billion", 1, 2],
    ]);
  });

  it("on two bases, and of two times, are two conflicts", () => {
    const on = (basis: string, asOf: string, value: number) => billions(value, { basis, asOf });
    const answer = ask(
      loan(
        {},
        ["a", on("PRINCIPAL", "2025", 5)],
        ["b", on("PRINCIPAL", "2025", 6)],
        ["c", on("PRINCIPAL", "2026", 7)],
        ["d", on("PRINCIPAL", "2026", 9)],
        ["e", on("UP_TO", "2025", 10)],
        ["f", on("UP_TO", "2025", 20)],
      ),
    );
    expect(told(answer)).toEqual([
      ["VALUES", "USD 10 billion", "USD 20 billion"],
      ["VALUES", "USD 7 billion", "USD 9 billion"],
      ["VALUES", "USD 5 billion", "USD 6 billion"],
    ]);
  });

  it("stand against the headline that rests on the sources of the whole", () => {
    const answer = ask((g) => {
      loan(billions(9), ["paper", billions(5)])(g);
      g.evidence("contract:loan", "bank");
    });
    expect(answer.conflicts[0]?.sides[1]).toMatchObject({
      isHeadline: true,
      evidence: ["evidence:contract-loan--bank"],
    });
  });

  it("can be dates and words", () => {
    const answer = ask((g) => {
      g.contract("merger", "ACQUISITION", {}, [], { signed: "2026-01-31", outcome: "REJECTED" });
      g.evidence("contract:merger", "bank", { field: "signed", text: "2026-01" });
      g.evidence("contract:merger", "paper", { field: "signed", text: "2026-02-02" });
      g.put("evidence:word", {
        fact: "contract:merger",
        source: "source:paper",
        stance: "SUPPORTS",
        field: "outcome",
        text: "terminated",
      });
      g.evidence("contract:merger", "whole");
    });
    expect(told(answer)).toEqual([
      ["VALUES", "terminated", "rejected"],
      ["VALUES", "in January 2026 or on 2026-01-31", "on 2026-02-02"],
    ]);
  });

  it("of shares are compared in percent", () => {
    const stake = (share: number, other: number) =>
      ask((g) => {
        const id = g.link("OWNS_STAKE", g.company("a"), g.company("b"), { share });
        g.evidence(id, "bank", { field: "share", value: share });
        g.evidence(id, "paper", { field: "share", value: other });
      });
    expect(stake(0.07, 0.068).conflicts).toEqual([]);
    expect(told(stake(0.6, 0.64))).toEqual([["VALUES", "60 %", "64 %"]]);
    expect(stake(0.6, 0.64).conflicts[0]?.sentence).toMatch(
      /^a: sources differ on share of its stake in b: /,
    );
  });
});

describe("figures of one subject", () => {
  const figures =
    (...list: readonly (readonly [slug: string, fields: Fields])[]) =>
    (g: GraphBuilder): void => {
      g.component("cowos");
      for (const [slug, fields] of list) {
        const id = g.put(`observation:${slug}`, {
          subject: "component:cowos",
          metric: "CAPACITY",
          metricText: "capacity",
          unit: "wafers/month",
          asOf: "2026-12",
          timing: "FORECAST",
          confidence: "HIGH",
          ...fields,
        });
        g.evidence(id, `source-${slug}`);
      }
    };

  it("are at odds where they measure the same at the same time", () => {
    const answer = ask(
      figures(["a", { value: 95_000 }], ["b", { value: 150_000 }], ["c", { value: 60_000, bound: "MIN" }]),
    );
    expect(told(answer)).toEqual([
      ["OBSERVATIONS", "95,000 wafers/month (forecast)", "150,000 wafers/month (forecast)"],
    ]);
    expect(answer.conflicts[0]).toMatchObject({ subject: "component:cowos", date: "2026-12", field: null });
  });

  it.each([
    ["time", { asOf: "2027-12" }],
    ["thing", { metricText: "capacity for one buyer" }],
    ["basis", { basis: "PLANNED" }],
    ["timing", { timing: "ACTUAL" }],
    ["period", { asOf: undefined, period: "2026" }],
  ])("are not at odds on another %s", (_, fields) => {
    const answer = ask(figures(["a", { value: 95_000 }], ["b", { value: 150_000, ...fields }]));
    expect(answer.conflicts).toEqual([]);
  });

  it("are at odds in other words too where the curator says so, but not of another time", () => {
    const marked = { conflictsWith: ["observation:a"], value: 150_000, metricText: "output" };
    expect(told(ask(figures(["a", { value: 95_000 }], ["b", marked])))).toHaveLength(1);
    const later = figures(["a", { value: 95_000 }], ["b", { ...marked, asOf: "2027-12" }]);
    expect(ask(later).conflicts).toEqual([]);
    expect(told(ask(later, { kinds: ["NOT_COMPARABLE"] }))).toHaveLength(1);
  });

  it("beside the headline of a site on other bases are no disagreement", () => {
    const site = (g: GraphBuilder): void => {
      g.facility("site", { capacityMegawatts: 1100, capacityBasis: "PLANNED" });
      g.evidence("facility:site", "target", { field: "capacityMegawatts", value: 1100 });
      const id = g.put("observation:live", {
        subject: "facility:site",
        metric: "FACILITY_MW",
        value: 1276,
        unit: "MW",
        basis: "ENERGISED",
        timing: "ESTIMATE",
        confidence: "HIGH",
      });
      g.evidence(id, "estimate");
    };
    expect(ask(site).conflicts).toEqual([]);
    const [beside] = ask(site, { about: "facility:site", kinds: ["NOT_COMPARABLE"] }).conflicts;
    expect(beside?.sides.map(({ value }) => value?.basis)).toEqual(["PLANNED", "ENERGISED"]);
  });
});

describe("market statements", () => {
  const statements =
    (second: Fields, ...shares: readonly [first: number | readonly [number, number], second: number]) =>
    (g: GraphBuilder): void => {
      g.component("hbm");
      g.estimate("one", "component:hbm", [["micron", shares[0]]]);
      g.estimate("two", "component:hbm", [["micron", shares[1]]], { publisherName: "Other", ...second });
      g.evidence("estimate:one", "first");
      g.evidence("estimate:two", "second");
    };

  it("are no disagreement where their sources name two wholes, even if the curator marked them", () => {
    const answer = ask(
      (g) => {
        g.estimate("one", "component:hbm", [["micron", 20]], { what: "capacity by customer" });
        g.estimate("two", "component:hbm", [["micron", 30]], {
          publisherName: "Other",
          what: "demand by customer",
          conflictsWith: ["estimate:one"],
        });
      },
      { kinds: ["ESTIMATES", "NOT_COMPARABLE"] },
    );
    expect(answer.conflicts.map(({ kind, range, sides }) => [kind, range, sides.length])).toEqual([
      ["NOT_COMPARABLE", null, 2],
    ]);
  });

  it("are at odds in a member's share where they are measured alike", () => {
    const answer = ask(statements({}, 20, 25));
    expect(told(answer)).toEqual([["ESTIMATES", "20 % of sales", "25 % of sales"]]);
    expect(answer.conflicts[0]).toMatchObject({
      about: "share of micron",
      range: { low: 20, high: 25, unit: "%" },
    });
  });

  it("are not where the shares can both be right", () => {
    expect(ask(statements({}, [10, 30], 25)).conflicts).toEqual([]);
    expect(ask(statements({}, 20, 20.4)).conflicts).toEqual([]);
  });

  it.each([
    ["measure", { measure: "UNITS" }],
    ["period", { period: "2024" }],
    ["timing", { timing: "FORECAST" }],
  ])("are not where they differ in %s, though the curator marked them", (_, fields) => {
    const world = statements({ conflictsWith: ["estimate:one"], ...fields }, 20, 40);
    expect(ask(world).conflicts).toEqual([]);
    expect(told(ask(world, { kinds: ["NOT_COMPARABLE"] }))).toHaveLength(1);
  });

  it("whose measure is not stated are at odds only where the curator says so", () => {
    const other = (fields: Fields) => (g: GraphBuilder) => {
      statements({ measure: "OTHER", ...fields }, 20, 40)(g);
      g.estimate("one", "component:hbm", [["micron", 20]], { measure: "OTHER" });
    };
    expect(ask(other({})).conflicts).toEqual([]);
    expect(told(ask(other({ conflictsWith: ["estimate:one"] })))).toHaveLength(1);
  });
});

describe("words", () => {
  const claims = (answer: Fields) => (g: GraphBuilder) => {
    g.company("cloud");
    const base = { confidence: "HIGH", stance: "ASSERTED" };
    g.put("claim:saving", {
      ...base,
      statement: "It saves 10 billion.",
      polarity: "SUPPORTS",
      speaker: "company:cloud",
      date: "2025-07",
    });
    g.put("claim:doubt", {
      ...base,
      statement: "It does not",
      speakerName: "A blog",
      answers: ["claim:saving"],
      date: "2025-09",
      ...answer,
    });
    g.link("ABOUT", "claim:saving", g.contract("merger", "ACQUISITION", {}));
  };

  it("of a claim stand against those that answer it and speak against it", () => {
    const answer = ask(claims({ polarity: "OPPOSES" }));
    expect(answer.conflicts).toMatchObject([
      {
        kind: "CLAIMS",
        subject: "contract:merger",
        sentence: "merger: cloud: “It saves 10 billion.” Against it: A blog: “It does not.”",
      },
    ]);
    expect(told(ask(claims({ stance: "DISPUTED", polarity: "SUPPORTS" })))).toHaveLength(1);
    expect(ask(claims({ polarity: "SUPPORTS" })).conflicts).toEqual([]);
  });

  it("were not said before their day", () => {
    expect(ask(claims({ polarity: "OPPOSES" }), { filter: { asOf: "2025-08-01" } }).conflicts).toEqual([]);
  });

  it("of a source can dispute a fact", () => {
    const answer = ask((g) => {
      const making = g.makes("poet", "engine");
      g.evidence(making, "bank");
      g.evidence(making, "paper", { stance: "DISPUTES", note: "nothing is made yet" });
    });
    expect(answer.conflicts).toMatchObject([
      {
        kind: "DISPUTED",
        sides: [{ text: "as the graph has it", isHeadline: true }, { text: "nothing is made yet" }],
      },
    ]);
  });
});

describe("what conflicts are asked for", () => {
  const world = (g: GraphBuilder): void => {
    loan(billions(5, { confidence: "LOW" }), ["bank", billions(5)], ["paper", billions(9)])(g);
    g.facility("site", { capacityMegawatts: 100, capacityBasis: "PLANNED" });
    g.evidence("facility:site", "bank", { field: "capacityMegawatts", value: 100 });
    g.evidence("facility:site", "paper", { field: "capacityMegawatts", value: 110 });
    g.put("source:bank", { publisher: "publisher:bank", published: "2025", tier: "A" });
    g.put("source:paper", { publisher: "publisher:paper", published: "2026-06", tier: "C" });
  };
  const subjects = (input: ConflictsInput = {}) => ask(world, input).conflicts.map(({ subject }) => subject);

  it("come with the farthest apart first, where their sources are as good", () => {
    expect(subjects()).toEqual(["contract:loan", "facility:site"]);
  });

  it("can be about one thing and what it takes part in", () => {
    expect(subjects({ about: "company:cloud" })).toEqual(["contract:loan"]);
    expect(subjects({ about: "facility:site" })).toEqual(["facility:site"]);
    expect(() => subjects({ about: "company:nobody" })).toThrow(
      expect.objectContaining({ code: "NOT_FOUND" }),
    );
    expect(() => subjects({ about: "source:bank" })).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT" }),
    );
  });

  it("leave out what a filter takes away, and say so", () => {
    const answer = ask(world, { about: "contract:loan", filter: { minConfidence: "HIGH" } });
    expect(answer).toMatchObject({
      conflicts: [],
      reason: "FILTERED_OUT",
      excluded: [{ filter: "minConfidence", count: 1, examples: ["contract:loan"] }],
    });
    expect(ask(world, { filter: { asOf: "2026-01-01" } })).toMatchObject({
      conflicts: [],
      reason: "FILTERED_OUT",
      excluded: [{ filter: "asOf", count: 2 }],
    });
  });

  it("count where two origins speak at all", () => {
    expect(ask(world).coverage).toMatchObject({ known: 2, needed: 2, fraction: 1 });
    expect(ask((g) => void g.facility("site")).coverage).toMatchObject({
      known: 0,
      needed: 0,
      fraction: null,
    });
  });
});
