import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, record } from "./graph-fixture.ts";

const says = (slug: string, source: string, fields: Record<string, string | number>) =>
  record(`evidence:${slug}`, {
    fact: "contract:loan-site",
    source,
    stance: "SUPPORTS",
    field: "value",
    ...fields,
  });

const RECORDS = [
  ...FIXTURE_RECORDS,
  record("contract:loan-site", {
    name: "Loan of the site",
    type: "LOAN",
    value: 1.4e9,
    currency: "USD",
    valueBasis: "PRINCIPAL",
  }),
  says("loan-a", "source:release", { value: 1.4e9 }),
  says("loan-b", "source:report", { value: 1.05e9, note: "with the equity" }),
  says("loan-c", "source:report", { value: 2e9, basis: "UP_TO" }),
];

describe("conflicts over the API", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await askerOf(RECORDS);
  });
  afterAll(async () => asker.store.close());

  it("set the sides with their sources against each other, from the projection alone", async () => {
    const { data, errors, calls } = await asker.ask(`{
      conflicts(about: "contract:loan-site") {
        totalCount reason cut { limit } excluded { filter count examples { id } } computedUnder { asOf }
        coverage { known needed }
        nodes {
          kind field about sentence spread date { text }
          subject { id ... on Contract { name } }
          range { low high unit basis }
          sides {
            text isHeadline voices tier notes asOf { text }
            value { low high }
            facts { id }
            evidence { value source { title } }
          }
        }
      }
    }`);
    expect(errors).toEqual([]);
    // The titles of the sources.
    expect(calls).toEqual({ records: 1 });
    expect(data?.["conflicts"]).toMatchObject({
      totalCount: 1,
      reason: null,
      cut: null,
      excluded: [{ filter: "kinds", count: 1, examples: [{ id: "contract:loan-site" }] }],
      coverage: { known: 1, needed: 1 },
      nodes: [
        {
          kind: "VALUES",
          field: "value",
          subject: { name: "Loan of the site" },
          range: { low: 1.05e9, high: 1.4e9, unit: "USD", basis: "PRINCIPAL" },
          spread: 0.25,
          sides: [
            { isHeadline: false, notes: ["with the equity"], evidence: [{ source: { title: "A report" } }] },
            { isHeadline: true, voices: 1, tier: "B", facts: [{ id: "contract:loan-site" }] },
          ],
        },
      ],
    });
  });

  it("are paged over all kinds", async () => {
    const kinds = "kinds: [VALUES, NOT_COMPARABLE], first: 1";
    const page = async (after: string) =>
      (
        await dataOf(
          asker,
          `{ conflicts(about: "contract:loan-site", ${kinds}${after}) { totalCount nodes { kind } pageInfo { hasNextPage endCursor } } }`,
        )
      )["conflicts"] as { pageInfo: { endCursor: string } };
    const first = await page("");
    expect(first).toMatchObject({
      totalCount: 2,
      nodes: [{ kind: "VALUES" }],
      pageInfo: { hasNextPage: true },
    });
    const next = await page(`, after: "${first.pageInfo.endCursor}"`);
    expect(next).toMatchObject({ nodes: [{ kind: "NOT_COMPARABLE" }], pageInfo: { hasNextPage: false } });
  });

  it.each([
    [`about: "company:nobody"`, "NOT_FOUND"],
    [`about: "source:report"`, "BAD_USER_INPUT"],
    [`first: 0`, "BAD_USER_INPUT"],
    [`first: 101`, "LIMIT_EXCEEDED"],
  ])("refuse %s", async (given, code) => {
    const { errors } = await asker.ask(`{ conflicts(${given}) { totalCount } }`);
    expect(errors).toMatchObject([{ code }]);
  });

  it("say why there are none", async () => {
    const reasonOf = async (given: string): Promise<unknown> =>
      ((await dataOf(asker, `{ conflicts(${given}) { reason } }`))["conflicts"] as { reason: unknown })
        .reason;
    expect(await reasonOf(`about: "place:us"`)).toBe("NOT_DOCUMENTED");
    expect(await reasonOf(`about: "contract:loan-site", filter: { asOf: "2025-08-01" }`)).toBe(
      "FILTERED_OUT",
    );
  });
});
