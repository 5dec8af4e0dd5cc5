import { describe, expect, it } from "vitest";
import { coverage } from "../../src/risk/coverage/coverage.ts";
import { graphOf, TODAY, type GraphBuilder } from "../support/graph-builder.ts";

/** A source with a publisher of its own. */
function source(g: GraphBuilder, slug: string, fields: Readonly<Record<string, string | boolean>>): string {
  const publisher = g.put(`publisher:${slug}`, { type: "PRESS" });
  return g.put(`source:${slug}`, { publisher, ...fields });
}

describe("the counts of facts", () => {
  const graph = graphOf((g) => {
    source(g, "new", { published: "2026-11-01" });
    source(g, "old", { published: "2025-01-01" });
    source(g, "taken-back", { published: "2026-10-01", isRetracted: true });
    const cite = (fact: string, slug: string, stance = "SUPPORTS"): string =>
      g.put(`evidence:${fact.replace(":", "-")}--${slug}`, { fact, source: `source:${slug}`, stance });
    // Corroborated, and young for a structure.
    const a = g.company("a");
    cite(a, "new");
    cite(a, "old");
    // Asserted, and more than a year old.
    cite(g.company("b"), "old");
    // Disputed, and young for a capacity.
    const site = g.facility("site");
    cite(site, "new");
    cite(site, "old", "DISPUTES");
    // Taken back: no evidence of any age.
    cite(g.contract("loan", "LOAN", {}), "taken-back");
    // Asserted, old, and over.
    cite(g.contract("bond", "BOND", {}, [], { outcome: "REPAID" }), "old");
    // Without evidence: a component, and the inference that it stands at the site.
    g.component("part");
    g.deploys("site", "part", { inferred: true });
  });

  it("say what the evidence adds up to", () => {
    const { total, verification, inferred, withoutEvidence } = coverage(graph, TODAY).facts();
    expect({ total, inferred, withoutEvidence }).toEqual({ total: 7, inferred: 1, withoutEvidence: 2 });
    expect(verification).toEqual([
      { verification: "RETRACTED", count: 1 },
      { verification: "DISPUTED", count: 1 },
      { verification: "CORROBORATED", count: 1 },
      { verification: "ASSERTED", count: 4 },
    ]);
  });

  it("say how old it is, by sort; what is over is never stale", () => {
    expect(coverage(graph, TODAY).facts().freshness).toEqual([
      { freshnessClass: "PRICE_OR_FINANCING", staleAfterDays: 30, fresh: 1, stale: 0, undated: 1 },
      { freshnessClass: "CAPACITY", staleAfterDays: 183, fresh: 1, stale: 0, undated: 1 },
      { freshnessClass: "STRUCTURE", staleAfterDays: 365, fresh: 1, stale: 1, undated: 1 },
    ]);
  });

  it("judge age on the day asked for", () => {
    const [money, capacity] = coverage(graph, "2026-10-31").facts().freshness;
    expect([money?.fresh, money?.stale]).toEqual([1, 0]);
    const later = coverage(graph, "2027-05-04").facts().freshness[1];
    expect([capacity?.stale, later?.stale]).toEqual([0, 1]);
  });
});

describe("the counts of needs", () => {
  it("tell provided, other days and undocumented apart, and how the provided are closed", () => {
    const graph = graphOf((g) => {
      g.operates("operator", "site");
      g.located("site", "korea");
      g.deploys("site", "gpu");
      g.link("POWERS", g.company("utility"), "facility:site", { type: "ENERGY_SUPPLY", validFrom: "2027" });
      g.makes("maker", "gpu");
      g.put("completeness:gpu", {
        component: "component:gpu",
        need: "PRODUCTION",
        needKind: "ROLE",
        state: "COMPLETE",
      });
      g.component("bare");
      // Money and kinship: nothing that a failure could empty.
      g.link("OWNS_STAKE", "company:maker", "company:operator", { type: "MINORITY", state: "ACTIVE" });
      g.isA("model", "class", { substitutable: false });
      g.makes("maker", "model");
      g.makes("maker", "class");
    });
    // Stated: the place of the site and who makes each of three makings. Complete: production of the GPU.
    // Open: operator, what is deployed, production of the model and of its class. Other days: power. Undocumented: production of `bare`.
    expect(coverage(graph, TODAY).needs()).toEqual({
      total: 11,
      provided: 9,
      stated: 4,
      complete: 1,
      open: 4,
      notOnTheDay: 1,
      undocumented: 1,
    });
    const later = coverage(graph, "2027-06-01").needs();
    expect([later.provided, later.notOnTheDay]).toEqual([10, 0]);
  });
});

describe("the counts of things", () => {
  const graph = graphOf((g) => {
    const at = (precision: string) => ({ latitude: 33.2, longitude: -97.1, coordinatePrecision: precision });
    g.facility("exact", at("EXACT"));
    g.facility("near", at("CITY"));
    g.facility("nearby", at("CITY"));
    g.facility("somewhere", { city: "Denton" });
    const money = { value: 5, currency: "USD", valueBasis: "BASE_TERM" };
    g.contract("paid", "LEASE", {}, [], money);
    g.contract("powered", "LEASE", {}, [], { capacityMegawatts: 10, capacityBasis: "CRITICAL_IT" });
    g.contract("both", "LEASE", {}, [], { ...money, capacityMegawatts: 10, capacityBasis: "CRITICAL_IT" });
    g.contract("observed", "LEASE", {});
    g.put("observation:observed", {
      subject: "contract:observed",
      metric: "FACILITY_MW",
      value: 20,
      unit: "MW",
      basis: "CRITICAL_IT",
      timing: "ACTUAL",
    });
    g.contract("empty", "LEASE", {});
    g.put("publisher:own", { type: "COMPANY", company: g.company("speaker") });
    g.put("publisher:own-blog", { type: "BLOG", company: "company:speaker" });
    source(g, "paper", { tier: "C" });
    g.put("source:release", { publisher: "publisher:own" });
    g.put("source:post", { publisher: "publisher:own-blog", tier: "D" });
    source(g, "copy", { tier: "D", origin: "source:release" });
    source(g, "rumour", { tier: "D", originText: "people who know" });
  });
  const counted = coverage(graph, TODAY);

  it("say what coordinates point at", () => {
    expect(counted.facilities).toEqual({ total: 4, exact: 1, city: 2, none: 1 });
  });

  it("say which contracts have an amount", () => {
    expect(counted.contracts).toEqual({ total: 5, withMoney: 2, withPower: 3, withoutAmount: 1 });
  });

  it("say how close sources stand, and count all that one company says as one voice", () => {
    expect(counted.sources).toEqual({
      total: 5,
      tiers: [
        { tier: "A", count: 0 },
        { tier: "B", count: 1 },
        { tier: "C", count: 1 },
        { tier: "D", count: 3 },
      ],
      voices: 2,
    });
  });

  it("list the kinds of record that there are, and what was counted", () => {
    expect(counted.records).toEqual([
      { kind: "Company", count: 1 },
      { kind: "Facility", count: 4 },
      { kind: "Contract", count: 5 },
      { kind: "Source", count: 5 },
      { kind: "Publisher", count: 5 },
      { kind: "Observation", count: 1 },
    ]);
    expect([counted.graphVersion, counted.asOf]).toEqual(["graph-1", TODAY]);
  });

  it("are all zero, and no core, on an empty graph", () => {
    const empty = coverage(
      graphOf(() => {}),
      TODAY,
    );
    expect([empty.core, empty.records, empty.facts().total, empty.needs().total]).toEqual([[], [], 0, 0]);
    expect(empty.joints.map(({ documented, missing }) => documented + missing)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
