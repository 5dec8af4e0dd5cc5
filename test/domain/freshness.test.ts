import { describe, expect, it } from "vitest";
import { freshnessClassOf } from "../../src/domain/freshness-class.ts";
import { freshnessOf, STALE_AFTER_DAYS } from "../../src/domain/freshness.ts";
import type { Kind } from "../../src/domain/kind-names.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import { freshnessClass } from "../../src/domain/vocabularies/envelope.ts";

const record = (kind: Kind, fields: GraphRecord["fields"] = {}): GraphRecord => ({
  id: `${kind.toLowerCase()}:x`,
  kind,
  fields,
});
const source = (id: string, fields: GraphRecord["fields"]): GraphRecord => ({ id, kind: "Source", fields });
const cites = (...ids: readonly string[]): GraphRecord[] =>
  ids.map((id) => record("Evidence", { source: id }));

const SOURCES = [
  source("source:year", { published: "2026" }),
  source("source:july", { published: "2026-07" }),
  source("source:mid-july", { published: "2026-07-14" }),
  source("source:end-of-july", { published: "2026-07-31" }),
  source("source:read", { accessed: "2026-11-20" }),
  source("source:retracted", { published: "2026-11-01", isRetracted: true }),
  source("source:dateless", {}),
];
const lookup = (id: string): GraphRecord | undefined => SOURCES.find((found) => found.id === id);

function judged(fact: GraphRecord, sources: readonly string[], day: string): (string | boolean | null)[] {
  const { lastEvidence, isStale } = freshnessOf(fact, cites(...sources), lookup, day);
  return [lastEvidence, isStale];
}

describe("the freshness of a fact", () => {
  const company = record("Company");

  it("is that of its youngest source, by the first day that its date can mean", () => {
    expect(judged(company, ["source:july", "source:mid-july"], "2026-11-26")).toEqual(["2026-07-14", false]);
    expect(judged(company, ["source:year", "source:mid-july"], "2026-11-26")[0]).toBe("2026-07-14");
    expect(judged(company, ["source:july", "source:end-of-july"], "2026-11-26")[0]).toBe("2026-07-31");
    expect(judged(company, ["source:july", "source:read"], "2026-11-26")[0]).toBe("2026-11-20");
  });

  it("is not told stale or fresh where a date is not precise enough", () => {
    const site = record("Facility");
    const sources = ["source:year", "source:mid-july"];
    expect(judged(site, sources, "2027-01-13")).toEqual(["2026-07-14", false]);
    expect(judged(site, sources, "2027-01-14")).toEqual(["2026-07-14", null]);
    expect(judged(site, sources, "2027-07-03")).toEqual(["2026-07-14", true]);
    expect(judged(site, ["source:year"], "2026-11-26")).toEqual(["2026", null]);
  });

  it("is not known without a dated source", () => {
    expect(judged(company, ["source:dateless", "source:nowhere"], "2026-11-26")).toEqual([null, null]);
    expect(judged(company, [], "2026-11-26")).toEqual([null, null]);
  });

  it("is not renewed by a source of coordinates, which knows nothing of what stands there", () => {
    const site = record("Facility");
    const gazetteer = ["latitude", "longitude"].map((field) =>
      record("Evidence", { source: "source:read", field }),
    );
    const old = freshnessOf(site, [...cites("source:july"), ...gazetteer], lookup, "2027-11-26");
    expect([old.lastEvidence, old.isStale]).toEqual(["2026-07", true]);
    expect(freshnessOf(site, gazetteer, lookup, "2026-11-26").lastEvidence).toBeNull();
  });

  it("is not renewed by a source that disputes it, or was taken back", () => {
    const disputes = record("Evidence", { source: "source:read", stance: "DISPUTES" });
    const site = record("Facility");
    const { lastEvidence } = freshnessOf(site, [...cites("source:july"), disputes], lookup, "2026-11-26");
    expect(lastEvidence).toBe("2026-07");
    expect(judged(site, ["source:july", "source:retracted"], "2026-11-26")[0]).toBe("2026-07");
  });

  it("ends the day after the days that its class has", () => {
    const loan = record("Contract", { type: "LOAN" });
    expect(STALE_AFTER_DAYS.PRICE_OR_FINANCING).toBe(30);
    expect(judged(loan, ["source:end-of-july"], "2026-08-30")).toEqual(["2026-07-31", false]);
    expect(judged(loan, ["source:end-of-july"], "2026-08-31")).toEqual(["2026-07-31", true]);
  });

  it("does not end on what has ended", () => {
    const repaid = record("Contract", { type: "LOAN", outcome: "REPAID" });
    const sold = record("OWNS_STAKE", { validTo: "2026-01" });
    expect(judged(repaid, ["source:july"], "2027-11-26")).toEqual(["2026-07", false]);
    expect(judged(sold, ["source:july"], "2028-11-26")).toEqual(["2026-07", false]);
    expect(judged(record("OWNS_STAKE"), ["source:july"], "2028-11-26")).toEqual(["2026-07", true]);
  });

  it.each([
    ["a claim", record("Claim"), false],
    ["a rung that was reached", record("Milestone", { timing: "ACTUAL" }), false],
    ["a rung that is expected", record("Milestone", { timing: "EXPECTED" }), true],
    [
      "a figure of a month that is over",
      record("Observation", { timing: "ACTUAL", period: "2026-06" }),
      false,
    ],
    ["a forecast of it", record("Observation", { timing: "FORECAST", period: "2026-06" }), true],
    [
      "a figure of a day, which may have moved",
      record("Observation", { timing: "ACTUAL", asOf: "2026-03-31" }),
      true,
    ],
  ])("ends on %s only if it can change", (_, fact, isStale) => {
    expect(judged(fact, ["source:july"], "2028-11-26")[1]).toBe(isStale);
  });

  it("is told in the vocabulary with the days that it is judged by", () => {
    for (const [name, days] of Object.entries(STALE_AFTER_DAYS))
      expect(freshnessClass.values).toHaveProperty(name, expect.stringContaining(`stale after ${days} days`));
  });

  it.each([
    ["PRICE_OR_FINANCING", record("Observation", { metric: "BOND_PRICE" })],
    ["PRICE_OR_FINANCING", record("Observation", { metric: "DEBT_PER_MW" })],
    ["PRICE_OR_FINANCING", record("Milestone", { ladder: "FUNDING" })],
    ["PRICE_OR_FINANCING", record("FUNDS")],
    ["CAPACITY", record("Observation", { metric: "ENERGISED_MW" })],
    ["CAPACITY", record("Observation", { metric: "LOAD_SHARE" })],
    ["CAPACITY", record("Milestone", { ladder: "DELIVERY" })],
    ["CAPACITY", record("Contract", { type: "LEASE" })],
    ["CAPACITY", record("Facility")],
    ["STRUCTURE", record("Observation", { metric: "TECHNICAL" })],
    ["STRUCTURE", record("Milestone", { ladder: "LEGAL" })],
    ["STRUCTURE", record("MAKES")],
  ] as const)("counts in the days of %s: $1.kind $1.fields", (expected, fact) => {
    expect(freshnessClassOf(fact)).toBe(expected);
  });
});
