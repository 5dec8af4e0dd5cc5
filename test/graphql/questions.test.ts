import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, link, record } from "./graph-fixture.ts";

/** A transceiver at the site, made by two firms of which one also makes the engine. */
const CHAIN = [
  link("deploys", "facility:denton", "component:transceiver", {
    state: "OPERATING",
    quantity: 10,
    unit: "pieces",
  }),
  link("makes", "company:coreweave", "component:transceiver", { role: "MANUFACTURER", state: "ACTIVE" }),
  record("company:engine-maker", { name: "Engine maker", entityType: "CORPORATION", country: "place:us" }),
  record(
    "makes:engine",
    { role: "MANUFACTURER", state: "ACTIVE" },
    { from: "company:engine-maker", to: "component:poet-engine" },
  ),
  record("evidence:makes", { fact: "makes:engine", source: "source:report", stance: "SUPPORTS" }),
];

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf([...FIXTURE_RECORDS, ...CHAIN]);
});

const ANSWER = `fragment Answered on Answer {
  computedUnder { graphVersion asOf minConfidence minStage minCertainty profile channels }
  coverage { counts known needed fraction undated } reason cut { limit } excluded { filter count examples { id } }
}`;

describe("dependencyPaths", () => {
  const query = `query ($to: ID!, $filter: FactFilter) {
    dependencyPaths(from: "facility:denton", to: $to, k: 2, filter: $filter) {
      from { name } to { name }
      paths { sentence length certainty share { low } hops { from { name } to { name } relationships { id } evidence { id } } }
      ...Answered
    }
  } ${ANSWER}`;

  it("tells what is documented, with what each hop rests on, and calls no store", async () => {
    const { data, errors, calls } = await asker.ask(query, { variables: { to: "company:core-scientific" } });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      dependencyPaths: {
        from: { name: "Denton" },
        to: { name: "Core Scientific" },
        reason: null,
        paths: [
          {
            length: 1,
            certainty: "DOCUMENTED",
            hops: [
              {
                from: { name: "Denton" },
                to: { name: "Core Scientific" },
                relationships: [{ id: "operates:company-core-scientific--facility-denton" }],
              },
            ],
          },
        ],
        computedUnder: { asOf: "2026-11-25", minCertainty: "INFERRED", profile: "PHYSICAL" },
      },
    });
    expect(calls).toEqual({});
  });

  it("says that a possibility was left out, names it, and shows it when asked", async () => {
    const to = "company:engine-maker";
    const without = await dataOf(asker, query, { variables: { to } });
    expect(without).toMatchObject({ dependencyPaths: { paths: [], reason: "FILTERED_OUT" } });
    const { excluded } = without["dependencyPaths"] as {
      excluded: { filter: string; examples: unknown[] }[];
    };
    expect(excluded.map(({ filter }) => filter)).toContain("minCertainty");
    const filter = { minCertainty: "POSSIBLE" };
    const answer = await dataOf(asker, query, { variables: { to, filter } });
    expect(answer).toMatchObject({
      dependencyPaths: {
        reason: null,
        paths: [{ certainty: "POSSIBLE", length: 3 }],
        computedUnder: { minCertainty: "POSSIBLE" },
      },
    });
    const { paths } = answer["dependencyPaths"] as { paths: { hops: { evidence: unknown[] }[] }[] };
    expect(paths[0]?.hops.at(-1)?.evidence).toEqual([{ id: "evidence:makes" }]);
  });
});

describe("reach", () => {
  it("lists what is reached by tier, page by page", async () => {
    const query = `query ($after: String) {
      reach(from: "company:core-scientific", direction: DEPENDENTS) {
        from { id } direction tiers { tier count }
        nodes(first: 1, after: $after) {
          totalCount nodes { tier node { id } path { sentence } } pageInfo { hasNextPage endCursor }
        }
        ...Answered
      }
    } ${ANSWER}`;
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { reach } = await dataOf(asker, query, { variables: { after } });
      const { nodes } = reach as {
        nodes: {
          totalCount: number;
          nodes: { node: { id: string }; path: { sentence: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      ids.push(...nodes.nodes.map(({ node }) => node.id));
      for (const { path } of nodes.nodes) expect(path.sentence).toMatch(/\.$/);
      total = nodes.totalCount;
      after = nodes.pageInfo.hasNextPage ? nodes.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toContain("facility:denton");
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });
});

describe("disruption", () => {
  it("tells what falls, with a witness, and can be narrowed", async () => {
    const { data, errors, calls } = await asker.ask(
      `{
        disruption(failed: ["company:core-scientific"]) {
          failed { id } counts { effect verdict kind count } undocumentedNeeds
          all: fallen { totalCount }
          sites: fallen(effect: NOW, verdict: SOLE_DOCUMENTED, kinds: [FACILITY]) {
            nodes { effect verdict wave node { name }
              witness { sentence need { dependent { id } name mode isClosed } completeness { id }
                alternatives { why provider { name } relationships { __typename } } } }
          }
          losses { totalCount nodes { node { name } effect lost { low high unit basis } of { low } sentence contracts { id } } }
          ...Answered
        }
      } ${ANSWER}`,
    );
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
    expect(data).toMatchObject({
      disruption: {
        failed: [{ id: "company:core-scientific" }],
        sites: {
          nodes: [
            {
              node: { name: "Denton" },
              wave: 1,
              witness: {
                need: {
                  dependent: { id: "facility:denton" },
                  name: "an operator",
                  mode: "ONE_OF",
                  isClosed: false,
                },
                completeness: null,
                alternatives: [
                  {
                    why: "FAILED_TOO",
                    provider: { name: "Core Scientific" },
                    relationships: [{ __typename: "Operates" }],
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });
});

describe("concentration", () => {
  it("measures a published statement, with bounds and no headline below the floor", async () => {
    const data = await dataOf(
      asker,
      `{
        concentration(market: { kind: SUPPLIERS_OF, subject: "component:transceiver" }) {
          market { kind subject { name } measure sentence } estimate { id } groupBy memberCount
          members { label nodes { name } share { low high unit } amount { low } contracts { id } evidence { id } }
          hhi { low high } headline effectiveNumber { low } cr1 { low high } cr3 { low } covered band caveat
          otherEstimates { id } ...Answered
        }
      } ${ANSWER}`,
    );
    expect(data).toMatchObject({
      concentration: {
        market: { kind: "SUPPLIERS_OF", subject: { name: "1.6T transceiver" }, measure: "UNITS" },
        estimate: { id: "estimate:transceivers" },
        groupBy: "COMPANY",
        memberCount: 1,
        members: [
          {
            label: "CoreWeave",
            nodes: [{ name: "CoreWeave" }],
            share: { low: 0.2, high: 0.3, unit: "fraction" },
          },
        ],
        headline: null,
        reason: "BELOW_COVERAGE_FLOOR",
        band: "CANNOT_TELL",
      },
    });
  });
});

describe("a question that cannot be asked", () => {
  const paths = (to: string, more = ""): string =>
    `{ dependencyPaths(from: "facility:denton", to: "${to}"${more}) { reason } }`;

  it.each([
    [
      "an unknown id",
      paths("company:nobody"),
      "NOT_FOUND",
      'no record has the id "company:nobody"; look it up with search or resolve first',
    ],
    [
      "a source as an end",
      paths("source:report"),
      "BAD_USER_INPUT",
      'to is "source:report" (Source); expected a company, facility, component, contract, partnership, place or event',
    ],
    [
      "a making as an end",
      paths("makes:engine"),
      "BAD_USER_INPUT",
      'to is "makes:engine" (MAKES); expected the company or the component that it joins',
    ],
    [
      "no story",
      paths("place:us", ", k: 0"),
      "BAD_USER_INPUT",
      "k is 0; expected a whole number from 1 to 50",
    ],
    [
      "too many to avoid",
      paths("place:us", `, avoid: ${JSON.stringify(Array.from({ length: 101 }, () => "company:holding"))}`),
      "LIMIT_EXCEEDED",
      "avoid is 101, more than the allowed 100; name fewer",
    ],
    [
      "nothing that fails",
      `{ disruption(failed: []) { reason } }`,
      "BAD_USER_INPUT",
      "failed is 0 ids; expected 1 to 100 ids",
    ],
    [
      "a market of the wrong kind of subject",
      `{ concentration(market: { kind: SUPPLIERS_OF, subject: "company:coreweave" }) { headline } }`,
      "BAD_USER_INPUT",
      'market.subject is "company:coreweave" (Company); expected a Component for SUPPLIERS_OF',
    ],
    [
      "a cursor of another list",
      `{ reach(from: "place:us", direction: DEPENDENTS) { nodes(after: "abc") { totalCount } } }`,
      "BAD_USER_INPUT",
      'after is "abc"; expected a cursor that this list gave out under the same order',
    ],
  ])("is refused with its reason: %s", async (_what, query, code, message) => {
    const { errors } = await asker.ask(query);
    expect(errors).toMatchObject([{ code, message }]);
  });

  it("tells a cursor that the graph has outgrown from one that never was", async () => {
    const query = `query ($after: String, $kinds: [EntityKind!]) {
      reach(from: "company:core-scientific", direction: DEPENDENTS, kinds: $kinds) {
        nodes(first: 1, after: $after) { pageInfo { endCursor } }
      }
    }`;
    const { reach } = await dataOf(asker, query, { variables: { kinds: ["FACILITY"] } });
    const after = (reach as { nodes: { pageInfo: { endCursor: string } } }).nodes.pageInfo.endCursor;
    const { errors } = await asker.ask(query, { variables: { after, kinds: ["CONTRACT"] } });
    expect(errors[0]?.message).toContain(
      "a cursor of this answer; the graph has changed, so ask from the start",
    );
  });
});
