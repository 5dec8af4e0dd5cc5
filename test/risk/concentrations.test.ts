import { beforeAll, describe, expect, it } from "vitest";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { concentration } from "../../src/risk/concentration/concentration.ts";
import { concentrations, type ConcentrationsInput } from "../../src/risk/concentration/concentrations.ts";
import { seedProjection } from "./seed-projection.ts";

const list = (graph: Projection, input: ConcentrationsInput = {}) => concentrations(questionTo(graph), input);
const names = ({ markets }: ReturnType<typeof list>): readonly string[] =>
  markets.map(({ market }) => `${market.kind} ${market.subject}`);

/** Statements on components, by slug and shares in percent. */
const stated =
  (shares: Readonly<Record<string, readonly (number | null)[]>>, isComplete = true) =>
  (g: GraphBuilder): void => {
    for (const [slug, figures] of Object.entries(shares))
      g.estimate(
        slug,
        g.component(slug),
        figures.map((figure, position) => [`${slug}-${position}`, figure] as const),
        { isComplete },
      );
  };

describe("every market of a graph", () => {
  it("is listed by what is proved of it: the unknown never as the worst", () => {
    const graph = graphOf((g) => {
      stated({ even: [25, 25, 25, 25], duel: [50, 50], monopoly: [100], unknown: [null, null] })(g);
      stated({ known: [60] }, false)(g);
    });
    // 10000; 5000; 60² = 3600 at the least; 4 × 25² = 2500; two firms at least as even as half and half, which is 5000.
    expect(list(graph).markets.map(({ market, hhi }) => [market.subject, Math.round(hhi.low ?? -1)])).toEqual(
      [
        ["component:monopoly", 10_000],
        ["component:duel", 5000],
        ["component:unknown", 5000],
        ["component:known", 3600],
        ["component:even", 2500],
      ],
    );
  });

  it("has a participant, and a subject that is more than a counterparty nobody names", () => {
    const graph = graphOf((g) => {
      g.company("secret", { entityType: "PLACEHOLDER" });
      g.component("nobody-makes-it");
      g.place("city", { placeKind: "CITY" });
      g.link("PART_OF", "place:city", g.place("us"));
      g.located(g.facility("one", { capacityMegawatts: 9, capacityBasis: "ENERGISED" }), "city");
      g.operates("a", "one");
      const id = g.contract("l", "LEASE", { LESSEE: "secret", LESSOR: "a" }, ["facility:one"], {
        capacityMegawatts: 5,
        capacityBasis: "CRITICAL_IT",
      });
      g.milestone(id, "DEFINITIVE", "2025");
    });
    expect(names(list(graph)).toSorted()).toEqual([
      "OPERATORS_IN place:us",
      "SITES_OF company:a",
      "TENANTS_OF company:a",
      "TENANTS_OF facility:one",
    ]);
    expect(list(graph).coverage).toMatchObject({ known: 2, needed: 4 });
  });

  it("can be of one kind and one group; a group that some kinds can't have leaves those out", () => {
    const graph = graphOf((g) => {
      stated({ x: [100] })(g);
      const debt = { value: 9, currency: "USD", valueBasis: "PRINCIPAL" };
      g.milestone(g.contract("d", "LOAN", { BORROWER: "b", LENDER: "l" }, [], debt), "DEFINITIVE", "2025");
    });
    // One loan makes its lender the only one that is known: that comes after what a source says of a whole market.
    expect(names(list(graph))).toEqual(["SUPPLIERS_OF component:x", "LENDERS_TO company:b"]);
    expect(names(list(graph, { kind: "LENDERS_TO" }))).toEqual(["LENDERS_TO company:b"]);
    expect(() => list(graph, { kind: "LENDERS_TO", groupBy: "COUNTRY" })).toThrow("money lies at no site");
    expect(names(list(graph, { groupBy: "COUNTRY" }))).toEqual([]);
    expect(names(list(graph, { groupBy: "ULTIMATE_PARENT" }))).toHaveLength(2);
  });

  it("says why there is none: not known, left out by the filter, or not reached in time", () => {
    expect(list(graphOf((g) => g.component("x"))).reason).toBe("NOT_DOCUMENTED");
    const graph = graphOf(stated({ x: [100], y: [50, 50] }));
    const early = list(graph, { filter: { asOf: "2020-01-01" } });
    expect([early.reason, early.excluded.map(({ filter, count }) => [filter, count])]).toEqual([
      "FILTERED_OUT",
      [["asOf", 2]],
    ]);
    let clock = 0;
    const question = { ...questionTo(graph), budget: { milliseconds: 1, now: () => (clock += 1) } };
    const cut = concentrations(question, {});
    // The first reading of the clock starts it, the second still allows one market.
    expect([cut.reason, cut.cut?.limit, cut.cut?.reached, cut.markets.length]).toEqual([null, "TIME", 1, 1]);
    const none = { ...question, budget: { ...question.budget, milliseconds: 0 } };
    expect(concentrations(none, {}).reason).toBe("SEARCH_CUT");
    const cancelled = {
      ...questionTo(graph),
      budget: { milliseconds: 9, now: () => 0, isCancelled: () => true },
    };
    expect(() => concentrations(cancelled, {})).toThrow("the question");
  });
});

describe("every market of the curated graph", () => {
  let graph: Projection;
  beforeAll(async () => {
    graph = await seedProjection();
  });

  it("is answered in the list as it is alone", () => {
    const { markets } = list(graph);
    expect(markets.length).toBeGreaterThan(200);
    for (const { facts, ...listed } of markets.filter((_, position) => position % 7 === 0)) {
      const { kind, subject } = listed.market;
      const { facts: ownFacts, ...alone } = concentration(questionTo(graph), { market: { kind, subject } });
      expect([listed, facts()]).toEqual([alone, ownFacts()]);
    }
  });

  it.each([undefined, "ULTIMATE_PARENT", "FACILITY", "PLACE", "COUNTRY"] as const)(
    "has bounds in order, and no headline or share to the point where something of unknown size is in it (by %s)",
    (groupBy) => {
      const { markets } = list(graph, { groupBy });
      const intervals = markets.flatMap(({ hhi, cr1, cr3, members }) => [
        hhi,
        cr1,
        cr3,
        ...members.map(({ share }) => share),
      ]);
      expect(intervals.filter(({ low, high }) => (low ?? 0) > (high ?? Infinity) + 1e-9)).toEqual([]);
      const open = markets.filter(({ uncounted }) => uncounted.length > 0);
      expect(open.length).toBeGreaterThan(10);
      expect(open.filter(({ headline }) => headline !== null)).toEqual([]);
      const several = open.filter(({ members }) => members.length > 1);
      const shares = several.flatMap(({ members }) => members.map(({ share }) => share));
      expect(shares.filter(({ low, high }) => high !== null && low === high)).toEqual([]);
      expect(markets.filter(({ headline, covered }) => headline !== null && (covered ?? 0) < 0.5)).toEqual(
        [],
      );
    },
  );

  it("keeps a band at least as bad by parent: what one owner holds is never more even", () => {
    const byCompany = new Map(
      list(graph).markets.map(({ market, hhi }) => [`${market.kind} ${market.subject}`, hhi] as const),
    );
    for (const { market, hhi } of list(graph, { groupBy: "ULTIMATE_PARENT" }).markets) {
      const alone = byCompany.get(`${market.kind} ${market.subject}`);
      if (alone === undefined || alone.high !== alone.low || hhi.high !== hhi.low) continue;
      expect(hhi.low ?? 0).toBeGreaterThanOrEqual((alone.low ?? 0) - 1e-6);
    }
  });
});
