import { beforeAll, describe, expect, it } from "vitest";
import { recordsOf } from "../support/graph-builder.ts";
import { askerOf, dataOf, type Asker } from "./ask.ts";

/** Two landlords with a data centre each, let to one tenant each, in one country. */
const RECORDS = recordsOf((g) => {
  for (const [slug, tenant, megawatts] of [
    ["a", "t", 60],
    ["b", "u", 40],
  ] as const) {
    const power = { capacityMegawatts: megawatts, capacityBasis: "CRITICAL_IT" };
    g.located(g.facility(`site-${slug}`, power), g.place("us"));
    g.operates(slug, `site-${slug}`);
    const lease = g.contract(
      `l-${slug}`,
      "LEASE",
      { LESSEE: tenant, LESSOR: slug },
      [`facility:site-${slug}`],
      power,
    );
    g.milestone(lease, "DEFINITIVE", "2025-01-01");
  }
  g.located(g.facility("silent"), "us");
});

const MARKETS = `nodes { market { kind subject { id } } groupBy headline hhi { low high } }`;

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(RECORDS);
});

describe("concentrations over the API", () => {
  it("is a connection and an answer, worst first, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(`{
      concentrations(kind: OPERATORS_IN) {
        totalCount pageInfo { hasNextPage } edges { cursor node { headline } }
        nodes {
          market { kind subject { name } measure basis sentence }
          members { label amount { low } share { low } evidence { id } }
          bases { unit basis entries low high } unnamed { low high } uncountedCount uncounted { id }
          hhi { low high } reason caveat
        }
        computedUnder { asOf minStage } coverage { counts known needed } reason cut { limit } excluded { filter }
        bibliography { sources { totalCount } }
      }
    }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      concentrations: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        nodes: [
          {
            market: { kind: "OPERATORS_IN", subject: { name: "us" }, measure: "MW", basis: "CRITICAL_IT" },
            members: [
              { label: "a", amount: { low: 60 }, share: { low: null } },
              { label: "b", amount: { low: 40 }, share: { low: null } },
            ],
            bases: [{ unit: "MW", basis: "CRITICAL_IT", entries: 2, low: 100, high: 100 }],
            unnamed: { low: 0, high: 0 },
            uncountedCount: 1,
            uncounted: [{ id: "facility:silent" }],
            hhi: { low: 0, high: 10_000 },
            reason: "BELOW_COVERAGE_FLOOR",
          },
        ],
        computedUnder: { asOf: "2026-11-25", minStage: null },
        coverage: { known: 0, needed: 1 },
        reason: null,
      },
    });
  });

  it("gives page after page of one order, until there is no more", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data: Record<string, unknown> = await dataOf(
        asker,
        `{ concentrations(first: 3, after: ${JSON.stringify(after)}) { ${MARKETS} pageInfo { hasNextPage endCursor } totalCount } }`,
      );
      const page = data["concentrations"] as {
        nodes: { market: { kind: string; subject: { id: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
      expect(page.totalCount).toBe(9);
      seen.push(...page.nodes.map(({ market }) => `${market.kind} ${market.subject.id}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    // All but the first are made up by one contract or site each.
    expect(seen).toEqual([
      "OPERATORS_IN place:us",
      "LANDLORDS_OF company:t",
      "LANDLORDS_OF company:u",
      "SITES_OF company:a",
      "SITES_OF company:b",
      "TENANTS_OF company:a",
      "TENANTS_OF company:b",
      "TENANTS_OF facility:site-a",
      "TENANTS_OF facility:site-b",
    ]);
  });

  it("takes the group that a kind of market has by itself", async () => {
    const data = await dataOf(
      asker,
      `{ sites: concentration(market: { kind: SITES_OF, subject: "company:a" }) { groupBy members { nodes { id } } }
         places: concentrations(kind: TENANTS_OF, groupBy: COUNTRY, first: 1) { nodes { groupBy members { label } } } }`,
    );
    expect(data).toEqual({
      sites: { groupBy: "FACILITY", members: [{ nodes: [{ id: "facility:site-a" }] }] },
      places: { nodes: [{ groupBy: "COUNTRY", members: [{ label: "us" }] }] },
    });
  });

  it("says why there is none", async () => {
    const data = await dataOf(
      asker,
      `{ none: concentrations(kind: LENDERS_TO) { nodes { headline } reason totalCount }
         filtered: concentrations(kind: TENANTS_OF, filter: { asOf: "2020-01-01" }) { nodes { headline } reason excluded { filter count } } }`,
    );
    expect(data).toEqual({
      none: { nodes: [], reason: "NOT_DOCUMENTED", totalCount: 0 },
      filtered: { nodes: [], reason: "FILTERED_OUT", excluded: [{ filter: "asOf", count: 2 }] },
    });
  });

  it.each([
    [
      "a group that means nothing",
      `{ concentrations(kind: GUARANTORS_OF, groupBy: PLACE) { totalCount } }`,
      "groupBy is PLACE; expected COMPANY or ULTIMATE_PARENT for GUARANTORS_OF: money lies at no site",
    ],
    [
      "a measure of another market",
      `{ concentration(market: { kind: SITES_OF, subject: "company:a", measure: REVENUE }) { headline } }`,
      "market.measure is REVENUE; expected MW for SITES_OF",
    ],
    ["an empty page", `{ concentrations(first: 0) { totalCount } }`, "first is 0; expected 1 to 100"],
  ])("refuses %s, and says what to give", async (_, query, message) => {
    const { errors } = await asker.ask(query);
    expect(errors.map(({ code, message: text }) => [code, text])).toEqual([["BAD_USER_INPUT", message]]);
  });
});
