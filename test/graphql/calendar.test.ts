import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, link, record } from "./graph-fixture.ts";

const promises = [
  ["first", "2026-07-01/2026-09-30", "2025-10", "source:report"],
  ["second", "2027-07-01/2027-09-30", "2026-03", "source:release"],
] as const;

const RECORDS = [
  ...FIXTURE_RECORDS,
  record("company:nscale", { name: "Nscale", entityType: "CORPORATION" }),
  record("facility:barstow", { name: "Barstow", purpose: "DATA_CENTER" }),
  link("operates", "company:nscale", "facility:barstow"),
  record("contract:lease-barstow", { name: "Lease of Barstow", type: "LEASE", end: "2040" }),
  link("covers", "contract:lease-barstow", "facility:barstow"),
  link("party", "company:nscale", "contract:lease-barstow", { role: "LESSEE" }),
  ...promises.flatMap(([slug, date, statedOn, source]) => [
    record(`milestone:barstow-${slug}`, {
      subject: "facility:barstow",
      ladder: "DELIVERY",
      rung: "ENERGISED",
      timing: "EXPECTED",
      date,
      statedOn,
    }),
    record(`evidence:barstow-${slug}`, { fact: `milestone:barstow-${slug}`, source, stance: "SUPPORTS" }),
  ]),
];

const ALL = `from: "2020-01-01", to: "2050-01-01"`;

describe("the calendar over the API", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await askerOf(RECORDS);
  });
  afterAll(async () => asker.store.close());

  it("tells each date with what became of it, from the projection alone", async () => {
    const { data, errors, calls } = await asker.ask(`{
      calendar(${ALL}, about: "company:nscale", kinds: [MILESTONE]) {
        totalCount reason cut { limit } excluded { filter } computedUnder { asOf }
        coverage { known needed fraction undated }
        nodes {
          kind timing status inWindow field firstDay lastDay sentence
          subject { id ... on Facility { name } }
          milestone { id }
          date { text precision }
          statedOn { text }
          history { date { text } statedOn { text } moved { low high unit } milestone { rung } }
          slippage { low high }
          replacedBy { date { text } }
          reachedBy { id }
          lateness { low }
          lastEvidence { text }
          delays { value }
          evidence { source { title } }
        }
      }
    }`);
    expect(errors).toEqual([]);
    // The titles of the sources of the evidence.
    expect(calls).toEqual({ records: 1 });
    expect(data?.["calendar"]).toMatchObject({
      totalCount: 2,
      reason: null,
      cut: null,
      excluded: [],
      computedUnder: { asOf: "2026-11-25" },
      nodes: [
        {
          status: "REPLACED",
          firstDay: "2026-07-01",
          lastDay: "2026-09-30",
          date: { precision: "QUARTER" },
          replacedBy: { date: { text: "2027-07-01/2027-09-30" } },
          evidence: [{ source: { title: "A report" } }],
        },
        { status: "AHEAD", slippage: { low: 274, high: 456 }, subject: { name: "Barstow" }, lateness: null },
      ],
    });
  });

  it("is paged, and the page says of the whole what an answer says", async () => {
    const page = async (after: string): Promise<Record<string, unknown>> =>
      (
        await dataOf(
          asker,
          `{ calendar(${ALL}, about: "company:nscale", first: 2${after}) { totalCount edges { cursor node { field } } pageInfo { hasNextPage endCursor } coverage { needed } } }`,
        )
      )["calendar"] as Record<string, unknown>;
    const first = await page("");
    expect(first).toMatchObject({ totalCount: 3, coverage: { needed: 3 }, pageInfo: { hasNextPage: true } });
    const { endCursor } = first["pageInfo"] as { endCursor: string };
    expect(await page(`, after: "${endCursor}"`)).toMatchObject({
      totalCount: 3,
      edges: [{ node: { field: "end" } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it.each([
    [`from: "2027-01-01", to: "2026-01-01"`, "BAD_USER_INPUT", /to is "2026-01-01".*after from/],
    [`from: "2026-13-01", to: "2027-01-01"`, "BAD_USER_INPUT", /2026-13-01/],
    [`${ALL}, about: "company:nobody"`, "NOT_FOUND", /company:nobody/],
    [`${ALL}, about: "source:report"`, "BAD_USER_INPUT", /company, facility/],
    [`${ALL}, first: 101`, "LIMIT_EXCEEDED", /first is 101/],
    [`${ALL}, after: "x"`, "BAD_USER_INPUT", /after/],
  ])("refuses %s", async (given, code, message) => {
    const { errors } = await asker.ask(`{ calendar(${given}) { totalCount } }`);
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });

  it("says why it is empty", async () => {
    const { calendar } = await dataOf(
      asker,
      `{ calendar(${ALL}, about: "facility:barstow", filter: { minStage: DEFINITIVE }, kinds: [TERM_END]) { nodes { field } reason excluded { filter count examples { id } } } }`,
    );
    expect(calendar).toEqual({
      nodes: [],
      reason: "FILTERED_OUT",
      excluded: [{ filter: "minStage", count: 1, examples: [{ id: "contract:lease-barstow" }] }],
    });
  });
});
