import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS } from "./graph-fixture.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(FIXTURE_RECORDS);
});

describe("a fact", () => {
  it("carries its evidence, and what that adds up to", async () => {
    const data = await dataOf(
      asker,
      `{
        lease: contract(id: "contract:lease") { verification evidence { id stance value source { title publisher { name } } } }
        merger: contract(id: "contract:merger") { verification evidence { source { origin { title } } } }
        facility(id: "facility:denton") { verification }
      }`,
    );
    expect(data).toEqual({
      lease: {
        verification: "CORROBORATED",
        evidence: [
          {
            id: "evidence:lease-1",
            stance: "SUPPORTS",
            value: null,
            source: { title: "A release", publisher: { name: "CoreWeave" } },
          },
          {
            id: "evidence:lease-2",
            stance: "SUPPORTS",
            value: 8.7,
            source: { title: "A report", publisher: { name: "The Daily" } },
          },
          {
            id: "evidence:lease-3",
            stance: "SUPPORTS",
            value: 12,
            source: { title: "A report", publisher: { name: "The Daily" } },
          },
        ],
      },
      merger: {
        verification: "ASSERTED",
        evidence: [{ source: { origin: null } }, { source: { origin: { title: "A release" } } }],
      },
      facility: { verification: "DISPUTED" },
    });
  });

  it("gives the range of the values that sources support", async () => {
    const query = `{ contract(id: "contract:lease") { range(field: "value") {
      unit basis headline incomparable least { value evidence { id } } greatest { value evidence { id } }
    } } }`;
    expect(await dataOf(asker, query)).toEqual({
      contract: {
        range: {
          unit: "USD",
          basis: "BASE_TERM",
          headline: 10.2,
          incomparable: 1,
          least: { value: 8.7, evidence: { id: "evidence:lease-2" } },
          greatest: { value: 10.2, evidence: null },
        },
      },
    });
  });

  it("is found from its source", async () => {
    const query = `{ source(id: "source:report") { name facts { totalCount nodes { __typename id ... on Entity { name } } } } }`;
    expect(await dataOf(asker, query)).toEqual({
      source: {
        name: "A report",
        facts: {
          totalCount: 2,
          nodes: [
            { __typename: "Contract", id: "contract:lease", name: "Master lease" },
            { __typename: "Facility", id: "facility:denton", name: "Denton" },
          ],
        },
      },
    });
  });
});

describe("what depends on a date", () => {
  it("is how old the evidence of a fact is, and whether that is too old for its sort", async () => {
    const query = `{
      lease: contract(id: "contract:lease") {
        now: freshness { ...Age }
        # The first and the last day of November 2025, and 183 days more: between them nobody can tell.
        fresh: freshness(asOf: "2026-05-03") { isStale }
        unclear: freshness(asOf: "2026-06-01") { isStale }
        dayAfter: freshness(asOf: "2026-06-02") { isStale }
      }
      merger: contract(id: "contract:merger") { freshness { ...Age } }
      company(id: "company:coreweave") { freshness { ...Age } }
    }
    fragment Age on Freshness { lastEvidence { text } freshnessClass staleAfterDays isStale }`;
    const { data, errors, calls } = await asker.ask(query);
    expect(errors).toEqual([]);
    const capacity = { freshnessClass: "CAPACITY", staleAfterDays: 183 };
    expect(data).toEqual({
      lease: {
        now: { lastEvidence: { text: "2025-11" }, ...capacity, isStale: true },
        fresh: { isStale: false },
        unclear: { isStale: null },
        dayAfter: { isStale: true },
      },
      // It was rejected: no later evidence can change it.
      merger: { freshness: { lastEvidence: { text: "2025-07-07" }, ...capacity, isStale: false } },
      // No evidence of its own in this small graph.
      company: {
        freshness: {
          lastEvidence: null,
          freshnessClass: "STRUCTURE",
          staleAfterDays: 365,
          isStale: null,
        },
      },
    });
    // The three facts; their evidence; its sources.
    expect(calls).toEqual({ records: 2, evidenceOf: 1 });
  });

  it("is the stage of a contract, with its milestone, and its outcome once there is one", async () => {
    const query = `{ contract(id: "contract:merger") {
      before: stage(asOf: "2025-01-01") { stage isKnown milestone { id } outcome }
      talks: stage(asOf: "2025-06-15") { stage isKnown milestone { rung } outcome }
      signed: stage(asOf: "2025-09-01") { asOf stage milestone { date { text } } outcome outcomeDate { text } }
      ended: stage(asOf: "2025-11-01") { stage outcome outcomeDate { text } }
      today: stage { asOf }
      milestones { rung }
    } }`;
    expect(await dataOf(asker, query)).toEqual({
      contract: {
        before: { stage: "RUMOURED", isKnown: false, milestone: null, outcome: null },
        talks: { stage: "RUMOURED", isKnown: true, milestone: { rung: "TALKS" }, outcome: null },
        signed: {
          asOf: "2025-09-01",
          stage: "DEFINITIVE",
          milestone: { date: { text: "2025-07-07" } },
          outcome: null,
          outcomeDate: null,
        },
        ended: { stage: "DEFINITIVE", outcome: "REJECTED", outcomeDate: { text: "2025-10-30" } },
        today: { asOf: "2026-11-25" },
        milestones: [{ rung: "TALKS" }, { rung: "DEFINITIVE" }],
      },
    });
  });

  it("is the capacity of a facility on each basis, never a forecast", async () => {
    const query = `{ facility(id: "facility:denton") {
      now: capacity { basis megawatts { low high unit basis } observation { id } }
      earlier: capacity(asOf: "2025-05-01") { basis megawatts { low } }
      one: capacity(basis: [GROSS_FACILITY]) { basis }
    } }`;
    expect(await dataOf(asker, query)).toEqual({
      facility: {
        now: [
          {
            basis: "GROSS_FACILITY",
            megawatts: { low: 360, high: 394, unit: "MW", basis: "GROSS_FACILITY" },
            observation: { id: "observation:denton-gross" },
          },
          {
            basis: "CRITICAL_IT",
            megawatts: { low: 260, high: 260, unit: "MW", basis: "CRITICAL_IT" },
            observation: null,
          },
          {
            basis: "ENERGISED",
            megawatts: { low: 120, high: 120, unit: "MW", basis: "ENERGISED" },
            observation: { id: "observation:denton-energised-new" },
          },
        ],
        earlier: [
          { basis: "CRITICAL_IT", megawatts: { low: 260 } },
          { basis: "ENERGISED", megawatts: { low: 50 } },
        ],
        one: [{ basis: "GROSS_FACILITY" }],
      },
    });
  });

  it("is the parent of a company, followed to the top", async () => {
    const query = `{ company(id: "company:hosting-unit") {
      now: parent { company { name } path { from { name } } isAmbiguous }
      earlier: parent(asOf: "2023-01-01") { company { name } }
    }
    top: company(id: "company:holding") { parent { company { name } path { id } } } }`;
    expect(await dataOf(asker, query)).toEqual({
      company: {
        now: {
          company: { name: "Holding" },
          path: [{ from: { name: "Core Scientific" } }, { from: { name: "Holding" } }],
          isAmbiguous: false,
        },
        earlier: { company: { name: "Core Scientific" } },
      },
      top: { parent: { company: null, path: [] } },
    });
  });
});
