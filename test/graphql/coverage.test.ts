import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, link, record } from "./graph-fixture.ts";

const CORE: readonly string[] = ["facility:denton", "component:poet-engine"];

/** Denton and the engine are core: the site has a signed lease, a supplier from next year on, and a question about its grid. */
const RECORDS = [
  ...FIXTURE_RECORDS.map((entry) =>
    CORE.includes(entry.id) ? { ...entry, fields: { ...entry.fields, isCore: true } } : entry,
  ),
  ...["lease", "lease-denton"].map((slug) =>
    record(`milestone:${slug}-definitive`, {
      subject: `contract:${slug}`,
      ladder: "LEGAL",
      rung: "DEFINITIVE",
      date: "2025-02-26",
      timing: "ACTUAL",
    }),
  ),
  record("company:utility", { name: "Utility", entityType: "UTILITY" }),
  link("powers", "company:utility", "facility:denton", { type: "ENERGY_SUPPLY", validFrom: "2027-01-01" }),
  record("question:denton-grid", {
    about: "facility:denton",
    joint: "GRID",
    question: "Which grid is it on?",
    lookedFor: "Its filings.",
    askedOn: "2026-11-20",
  }),
];

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(RECORDS);
});

describe("coverage", () => {
  it("lists the joints of the core with what documents them, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(`{ coverage {
      asOf
      core { totalCount nodes {
        node { __typename id }
        joints {
          joint state documentedCount
          documentedBy(first: 1) { isInferred node { id } relationships { __typename id } }
          openQuestions { id question }
        }
      } }
    } }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    const nothing = { documentedCount: 0, documentedBy: [], openQuestions: [] };
    expect(data).toEqual({
      coverage: {
        asOf: "2026-11-25",
        core: {
          totalCount: 2,
          nodes: [
            {
              node: { __typename: "Component", id: "component:poet-engine" },
              joints: [
                { joint: "MAKER", state: "MISSING", ...nothing },
                { joint: "PLANT_COUNTRY", state: "MISSING", ...nothing },
              ],
            },
            {
              node: { __typename: "Facility", id: "facility:denton" },
              joints: [
                { joint: "SYSTEM", state: "MISSING", ...nothing },
                {
                  joint: "CONTRACT",
                  state: "DOCUMENTED",
                  documentedCount: 2,
                  documentedBy: [
                    {
                      isInferred: false,
                      node: { id: "contract:lease" },
                      relationships: [{ __typename: "About", id: "about:contract-lease--facility-denton" }],
                    },
                  ],
                  openQuestions: [],
                },
                { joint: "POWER_SUPPLIER", state: "MISSING", ...nothing },
                {
                  joint: "GRID",
                  state: "OPEN_QUESTION",
                  ...nothing,
                  openQuestions: [{ id: "question:denton-grid", question: "Which grid is it on?" }],
                },
              ],
            },
          ],
        },
      },
    });
  });

  it("counts joints on the day asked for", async () => {
    const query = `{ coverage(asOf: "2027-01-01") { asOf joints { joint documented inferred openQuestions missing } } }`;
    expect(await dataOf(asker, query)).toEqual({
      coverage: {
        asOf: "2027-01-01",
        joints: [
          { joint: "SYSTEM", documented: 0, inferred: 0, openQuestions: 0, missing: 1 },
          { joint: "CONTRACT", documented: 1, inferred: 0, openQuestions: 0, missing: 0 },
          { joint: "POWER_SUPPLIER", documented: 1, inferred: 0, openQuestions: 0, missing: 0 },
          { joint: "GRID", documented: 0, inferred: 0, openQuestions: 1, missing: 0 },
          { joint: "MAKER", documented: 0, inferred: 0, openQuestions: 0, missing: 1 },
          { joint: "PLANT_COUNTRY", documented: 0, inferred: 0, openQuestions: 0, missing: 1 },
        ],
      },
    });
  });

  it("lists the core page by page", async () => {
    const query = `query ($after: String) { coverage { core(first: 1, after: $after) {
      nodes { node { id } } pageInfo { hasNextPage endCursor }
    } } }`;
    interface Page {
      readonly coverage: {
        readonly core: {
          readonly nodes: readonly { readonly node: { readonly id: string } }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        };
      };
    }
    const first = (await dataOf(asker, query)) as unknown as Page;
    const after = first.coverage.core.pageInfo.endCursor;
    const second = (await dataOf(asker, query, { variables: { after } })) as unknown as Page;
    const pages = [first, second].map(({ coverage: { core } }) => [
      ...core.nodes.map(({ node }) => node.id),
      core.pageInfo.hasNextPage,
    ]);
    expect(pages).toEqual([
      ["component:poet-engine", true],
      ["facility:denton", false],
    ]);
  });

  it("lists only the core with a joint in a state", async () => {
    const listed = async (state: string): Promise<unknown> => {
      const query = `{ coverage { core(state: ${state}) { totalCount nodes { node { id } } } } }`;
      const { coverage } = await dataOf(asker, query);
      return (coverage as { core: unknown }).core;
    };
    expect(await listed("OPEN_QUESTION")).toEqual({
      totalCount: 1,
      nodes: [{ node: { id: "facility:denton" } }],
    });
    expect(await listed("MISSING")).toMatchObject({ totalCount: 2 });
  });

  it("counts what facts rest on, what is needed, and what is known of things", async () => {
    const { data, errors, calls } = await asker.ask(`{ coverage {
      graphVersion
      records { kind count }
      facts { total inferred withoutEvidence verification { verification count } freshness { freshnessClass staleAfterDays fresh stale undated } }
      needs { total provided stated complete open notOnTheDay undocumented }
      facilities { total exact city none }
      contracts { total withMoney withPower withoutAmount }
      sources { total voices tiers { tier count } }
    } }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    const info = await dataOf(asker, `{ graph { version counts { kind count } } }`);
    const { version, counts } = info["graph"] as { version: string; counts: unknown };
    expect(data).toMatchObject({
      coverage: {
        graphVersion: version,
        records: counts,
        facts: {
          inferred: 0,
          // The lease is corroborated, Denton disputed; the merger, too, has evidence.
          verification: [
            { verification: "RETRACTED", count: 0 },
            { verification: "DISPUTED", count: 1 },
            { verification: "CORROBORATED", count: 1 },
            { verification: "ASSERTED" },
          ],
        },
        // Denton's operator and place, each known; its power, from next year on; nobody makes the transceiver or the engine.
        needs: { notOnTheDay: 1, undocumented: 2 },
        facilities: { total: 1, exact: 0, city: 0, none: 1 },
        contracts: { total: 3, withMoney: 2, withPower: 1, withoutAmount: 0 },
        sources: {
          total: 3,
          voices: 2,
          tiers: [
            { tier: "A", count: 0 },
            { tier: "B", count: 3 },
            { tier: "C", count: 0 },
            { tier: "D", count: 0 },
          ],
        },
      },
    });
  });

  it("refuses a number of links that no page has", async () => {
    const query = `{ coverage { core { nodes { joints { documentedBy(first: 0) { isInferred } } } } } }`;
    const { errors } = await asker.ask(query);
    expect(errors[0]).toMatchObject({ code: "BAD_USER_INPUT", message: "first is 0; expected 1 to 100" });
  });

  it("reads the evidence of what documents a joint in one call for the whole core", async () => {
    const { errors, calls } = await asker.ask(`{ coverage { core { nodes { joints {
      documentedBy { relationships { evidence { id } } }
    } } } } }`);
    expect(errors).toEqual([]);
    expect(calls).toEqual({ evidenceOf: 1 });
  });
});
