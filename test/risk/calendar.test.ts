import { describe, expect, it } from "vitest";
import type { Calendar, CalendarInput } from "../../src/risk/calendar/calendar.ts";
import type { GraphBuilder } from "../support/graph-builder.ts";
import { ask, expected, only, site } from "./ask-calendar.ts";

const fates = ({ entries }: Calendar) => entries.map(({ date, status }) => [date, status]);

describe("the window of a calendar", () => {
  const inWindow = (date: string) =>
    ask(site([[date]]), { from: "2027-01-01", to: "2027-07-01" }).entries.map((entry) => entry.inWindow);

  it("takes its first day in and leaves its last one out", () => {
    expect(inWindow("2027-01-01")).toEqual(["YES"]);
    expect(inWindow("2027-06-30")).toEqual(["YES"]);
    expect(inWindow("2027-07-01")).toEqual([]);
    expect(inWindow("2026-12-31")).toEqual([]);
  });

  it("holds a date that is not precise enough perhaps", () => {
    expect(inWindow("2027-01-01/2027-06-30")).toEqual(["YES"]);
    expect(inWindow("2027")).toEqual(["MAYBE"]);
    expect(inWindow("2026-10-01/2027-03-31")).toEqual(["MAYBE"]);
  });

  it("has no date before it was expected, nor one that came to pass after it was told", () => {
    const promise = site([["2026", "2026-07-07"]]);
    expect(ask(promise, { to: "2026-07-01" }).entries).toEqual([]);
    expect(only(ask(promise, { from: "2026-07-01", to: "2027-01-01" })).inWindow).toBe("YES");
    const report = (g: GraphBuilder): void => {
      g.facility("denton");
      const reached = g.milestone("facility:denton", "ENERGISED", "2026");
      g.put("source:page", { published: "2026-03" });
      g.put("evidence:page", { fact: reached, source: "source:page", stance: "SUPPORTS" });
    };
    expect(ask(report, { from: "2026-04-01" }).entries).toEqual([]);
    expect(only(ask(report)).days).toEqual({ first: "2026-01-01", last: "2026-03-31" });
  });

  it("orders by the last day that a date can mean, then the first", () => {
    const answer = ask(site([["2027"], ["2027-12-31"], ["2027-05"], ["2027-01-01/2027-06-30"]]));
    expect(answer.entries.map(({ date }) => date)).toEqual([
      "2027-05",
      "2027-01-01/2027-06-30",
      "2027",
      "2027-12-31",
    ]);
  });

  it.each([
    ["2027-01-02", "2027-01-01"],
    ["2027-01-01", "2027-01-01"],
    ["2027-02-30", "2027-05-01"],
  ])("from %s to %s is refused", (from, to) => {
    expect(() => ask(site([]), { from, to })).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
  });
});

describe("an expected milestone", () => {
  /** A site of which a source tells on a day, beside what was expected. */
  const followed = (date: string, published: string) => (g: GraphBuilder) => {
    site([[date]])(g);
    g.put("source:later", { published });
    g.put("evidence:later", { fact: "facility:denton", source: "source:later", stance: "SUPPORTS" });
  };

  it("is ahead until its last day has passed, then not followed where no source is here", () => {
    const statusOf = (date: string) => only(ask(site([[date]]))).status;
    expect(["2026-11-25", "2026", "2026-11-24", "2025"].map(statusOf)).toEqual([
      "AHEAD",
      "AHEAD",
      "NOT_FOLLOWED",
      "NOT_FOLLOWED",
    ]);
  });

  it.each([
    ["2026-03-31", "2026-04-01", "OVERDUE"],
    ["2026-03-31", "2026-03-31", "NOT_FOLLOWED"],
    ["2026-03-31", "2026", "NOT_FOLLOWED"],
    ["2026-03", "2026-05", "OVERDUE"],
    ["2026-03", "2026-12-01", "NOT_FOLLOWED"],
  ])("due %s and told of on %s is %s", (date, published, status) => {
    expect(only(ask(followed(date, published))).status).toBe(status);
  });

  it("is unclear where a source tells of an outcome that the curator did not take over", () => {
    const answer = ask((g) => {
      g.contract("sale", "ACQUISITION", {});
      g.milestone("contract:sale", "COMPLETE", "2026-06-30", { timing: "EXPECTED", ladder: "DELIVERY" });
      g.put("source:page", { published: "2026-05-19" });
      g.put("evidence:page", {
        fact: "contract:sale",
        source: "source:page",
        stance: "SUPPORTS",
        field: "outcome",
        text: "COMPLETED",
        asOf: "2026-05-19",
      });
    });
    expect(only(answer).status).toBe("UNCLEAR");
    expect(only(answer).sentence).toContain(
      "a source tells that it was completed on 2026-05-19, which the graph does not take for certain",
    );
  });

  it("is unclear where what it belongs to was carried out, and says when", () => {
    const answer = ask((g) => {
      g.contract("sale", "ACQUISITION", {}, [], { outcome: "COMPLETED", outcomeDate: "2026-05-19" });
      g.milestone("contract:sale", "COMPLETE", "2026-06-30", { timing: "EXPECTED", ladder: "DELIVERY" });
    });
    const sale = answer.entries.find(({ kind }) => kind === "MILESTONE");
    expect(sale?.status).toBe("UNCLEAR");
    expect(sale?.sentence).toContain(
      "; it was completed on 2026-05-19, and no milestone says whether this came with it",
    );
  });

  it("gives way to a later statement about the same thing, and keeps the slip", () => {
    const answer = ask(
      site([
        ["2026-07-01/2026-09-30", "2025-10"],
        ["2027-07-01/2027-09-30", "2026-03"],
      ]),
    );
    expect(fates(answer)).toEqual([
      ["2026-07-01/2026-09-30", "REPLACED"],
      ["2027-07-01/2027-09-30", "AHEAD"],
    ]);
    expect(answer.entries[1]).toMatchObject({
      slippage: { low: 274, high: 456, unit: "days" },
      history: [{ moved: null }, { moved: { low: 274, high: 456 } }],
    });
    expect(answer.entries[1]?.sentence).toBe(
      "denton: power expected in the third quarter of 2027, as stated in March 2026, 274 to 456 days later than first stated.",
    );
  });

  it("has not moved for sure where nobody knows which date was stated first", () => {
    const answer = ask(site([["2027", "2025"], ["2028", "2025-06"], ["2029"]]));
    expect(fates(answer)).toEqual([
      ["2027", "AHEAD"],
      ["2028", "AHEAD"],
      ["2029", "AHEAD"],
    ]);
    expect(answer.entries.map(({ slippage }) => slippage)).toEqual([null, null, null]);
  });

  it("speaks of another part where its note is another", () => {
    const answer = ask(
      site([
        ["2027", "2025", "building 4"],
        ["2028", "2026", "building 5"],
      ]),
    );
    expect(answer.entries.map(({ status, slippage, history }) => [status, slippage, history.length])).toEqual(
      [
        ["AHEAD", null, 1],
        ["AHEAD", null, 1],
      ],
    );
  });

  it("does not repeat a note that only names the step", () => {
    const sentences = ask(
      site([
        ["2027", "2025", "Power."],
        ["2028", "2026", "Building 5"],
      ]),
    ).entries.map(({ sentence }) => sentence);
    expect(sentences[0]).toContain("denton: power expected in 2027");
    expect(sentences[1]).toContain("denton: power (Building 5) expected in 2028");
  });

  it("is reached by a milestone about the same thing, so many days after the first promise", () => {
    const answer = ask(
      site(
        [
          ["2026-03-31", "2025-01"],
          ["2026-05-31", "2025-09"],
        ],
        [["2026-05-30"]],
      ),
    );
    expect(answer.entries.map(({ status, lateness }) => [status, lateness?.low, lateness?.high])).toEqual([
      ["REPLACED", 60, 60],
      ["HAPPENED", 60, 60],
      ["REACHED", 60, 60],
    ]);
    expect(answer.entries[1]?.sentence).toBe(
      "denton: energised on 2026-05-30, 60 days later than first expected.",
    );
  });

  it("is not reached by what had come before it was stated", () => {
    expect(fates(ask(site([["2026-03", "2025-06-30", "doubled"]], [["2025-06-30"]]))).at(-1)).toEqual([
      "2026-03",
      "NOT_FOLLOWED",
    ]);
  });

  it("is unclear once it has passed, where what came since may be another part", () => {
    expect(fates(ask(site([["2026-03", "2025"]], [["2026-02", "building 1"]]))).at(-1)).toEqual([
      "2026-03",
      "UNCLEAR",
    ]);
    expect(fates(ask(site([["2026-03", "2025"]], [[undefined, "no date is known"]])))).toEqual([
      ["2026-03", "UNCLEAR"],
    ]);
    expect(
      fates(
        ask(
          site([
            ["2026-03", "2025"],
            ["2027", "2026", "first power"],
          ]),
        ),
      )[0],
    ).toEqual(["2026-03", "UNCLEAR"]);
  });

  it("of a lease is unclear where the site that it covers came into service", () => {
    const answer = ask(
      (g) => {
        g.contract("lease", "LEASE", { LESSOR: "landlord" }, ["facility:denton"]);
        g.milestone("contract:lease", "BILLING", "2026-03", expected("2026-03", "2025"));
        g.milestone("facility:denton", "COMPLETE", "2026-02");
      },
      { about: "contract:lease" },
    );
    expect(fates(answer)).toEqual([["2026-03", "UNCLEAR"]]);
  });

  it("is void once its contract has ended", () => {
    const answer = ask((g) => {
      g.contract("merger", "ACQUISITION", {}, [], { outcome: "REJECTED", outcomeDate: "2025-10-30" });
      g.milestone("contract:merger", "COMPLETE", "2025-11", expected("2025-11", "2025-07"));
    });
    expect(fates(answer)).toEqual([
      ["2025-10-30", "HAPPENED"],
      ["2025-11", "VOID"],
    ]);
  });

  it("says what sources say of lost time, and how old the youngest of them is", () => {
    const answer = ask((g) => {
      g.facility("denton");
      g.milestone("facility:denton", "COMPLETE", "2026-06-30", expected("2026-06-30", "2026-01"));
      g.put("observation:delay", { subject: "facility:denton", metric: "DELAY", value: 60, unit: "days" });
      g.put("source:page", { published: "2026-03-02" });
      g.put("evidence:page", { fact: "facility:denton", source: "source:page", stance: "SUPPORTS" });
    });
    expect(only(answer)).toMatchObject({ delays: ["observation:delay"], lastEvidence: "2026-03-02" });
    expect(only(answer).sentence).toBe(
      "denton: completion expected on 2026-06-30, as stated in January 2026; the date has passed, and no later source is here that could say whether it was reached; the latest source on it came out on 2026-03-02.",
    );
  });
});

describe("dates in fields", () => {
  it("tell a suspended ban, and that it returns", () => {
    const entry = ask(
      (g) =>
        g.put("event:ban", {
          type: "BAN",
          start: "2024-12-03",
          end: "2026-11-27",
          endMeaning: "SUSPENSION_EXPIRES",
          suspendedFrom: "2025-11-09",
          suspendedTo: "2026-11-27",
        }),
      { from: "2026-11-01" },
    );
    expect(only(entry)).toMatchObject({ kind: "SUSPENSION_END", status: "AHEAD", timing: "EXPECTED" });
    expect(only(entry).sentence).toBe(
      "ban: end of the suspension on 2026-11-27, when it returns unless the suspension is renewed.",
    );
  });

  it("do not call a debt overdue that may have been paid", () => {
    const loan = (fields: object) =>
      ask((g) => void g.contract("loan", "LOAN", {}, [], { maturity: "2026-03", ...fields }));
    expect(fates(loan({}))).toEqual([["2026-03", "PASSED"]]);
    expect(fates(loan({ maturity: "2030" }))).toEqual([["2030", "AHEAD"]]);
    expect(fates(loan({ maturity: "2030", outcome: "REPAID", outcomeDate: "2026-01" })).at(-1)).toEqual([
      "2030",
      "VOID",
    ]);
  });

  it("are not told twice beside the milestone that says the same", () => {
    const answer = ask((g) => {
      g.contract("lease", "LEASE", {}, [], { signed: "2024-06-03", start: "2027" });
      g.milestone("contract:lease", "DEFINITIVE", "2024-06-03");
      g.milestone("contract:lease", "BILLING", "2027", expected("2027", "2024-06-03"));
    });
    expect(answer.entries.map(({ kind }) => kind)).toEqual(["MILESTONE", "MILESTONE"]);
  });

  it("of relationships name both ends", () => {
    const answer = ask((g) =>
      g.produces("gifu", "film", "ajinomoto", { expectedFrom: "2025", state: "TARGET" }),
    );
    expect(only(answer)).toMatchObject({ kind: "PRODUCTION_START", status: "NOT_FOLLOWED" });
    expect(only(answer).sentence).toMatch(/^gifu – film \(produces\): start of production expected in 2025;/);
  });
});

describe("what a calendar is asked for", () => {
  const world = (g: GraphBuilder): void => {
    g.operates("landlord", "denton");
    g.contract("lease", "LEASE", { LESSOR: "landlord", LESSEE: "cloud" }, ["facility:denton"], {
      end: "2038",
    });
    g.milestone("facility:denton", "ENERGISED", "2025-05");
    g.contract("other", "LEASE", { LESSOR: "stranger" }, [], { end: "2040", confidence: "LOW" });
  };
  const about = (id: string, more: Partial<CalendarInput> = {}) =>
    ask(world, { about: id, ...more }).entries.map(({ subject }) => subject);

  it("can be one thing, with what it takes part in and what bears on it", () => {
    expect(about("company:landlord")).toEqual(["facility:denton", "contract:lease"]);
    expect(about("company:cloud")).toEqual(["contract:lease"]);
    expect(about("facility:denton")).toEqual(["facility:denton", "contract:lease"]);
  });

  it("can be some kinds or statuses alone", () => {
    expect(about("company:landlord", { kinds: ["TERM_END"] })).toEqual(["contract:lease"]);
    expect(about("company:landlord", { statuses: ["HAPPENED"] })).toEqual(["facility:denton"]);
  });

  it("can't be a thing that is not there, or has no dates", () => {
    expect(() => about("company:nobody")).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
    const withSource = (g: GraphBuilder): void => void g.put("source:page");
    expect(() => ask(withSource, { about: "source:page" })).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT" }),
    );
  });

  it("says which filter took something away, and why nothing is left", () => {
    const filtered = ask(world, { about: "company:stranger", filter: { minConfidence: "HIGH" } });
    expect(filtered).toMatchObject({
      entries: [],
      reason: "FILTERED_OUT",
      excluded: [{ filter: "minConfidence", count: 1, examples: ["contract:other"] }],
    });
    expect(ask(world, { from: "2100-01-01" }).reason).toBe("NOT_DOCUMENTED");
    expect(ask(world, { filter: { minStage: "DEFINITIVE" } }).excluded).toMatchObject([
      { filter: "minStage", count: 2 },
    ]);
  });

  it("knows on a past day neither what came later nor what was stated later", () => {
    const promises = site(
      [
        ["2026", "2025-01"],
        ["2027", "2026-02"],
      ],
      [["2026-05"]],
    );
    const answer = ask(promises, { filter: { asOf: "2025-06-01" } });
    expect(fates(answer)).toEqual([["2026", "AHEAD"]]);
    expect(answer.excluded).toMatchObject([{ filter: "asOf", count: 2 }]);
  });

  it("counts what has no date, and how much lies in the window for sure", () => {
    const answer = ask(site([["2026"], ["2026-12-01"]], [[undefined]]), {
      from: "2026-11-30",
      to: "2027-01-01",
    });
    expect(answer.coverage).toMatchObject({ known: 1, needed: 2, fraction: 0.5, undated: 1 });
  });
});
