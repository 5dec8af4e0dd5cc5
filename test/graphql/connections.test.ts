import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS } from "./graph-fixture.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(FIXTURE_RECORDS);
});

interface ListPage {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string;
    readonly startCursor: string;
  };
}

const NAMES = ["Core Scientific", "CoreWeave", "Holding", "Hosting unit"];

describe("a list of a kind", () => {
  const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
    companies(orderBy: { field: NAME }, first: $first, after: $after, last: $last, before: $before) {
      nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const pageOf = async (variables: Record<string, unknown>): Promise<ListPage> => {
    const data = await dataOf(asker, query, { variables });
    return data["companies"] as ListPage;
  };

  it("walks forwards to its end", async () => {
    const first = await pageOf({ first: 3 });
    expect(first.nodes.map(({ name }) => name)).toEqual(NAMES.slice(0, 3));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await pageOf({ first: 3, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ name }) => name)).toEqual(NAMES.slice(3));
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("walks backwards from its end, each page still in order", async () => {
    const last = await pageOf({ last: 3 });
    expect(last.nodes.map(({ name }) => name)).toEqual(NAMES.slice(1));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await pageOf({ last: 3, before: last.pageInfo.startCursor });
    expect(before.nodes.map(({ name }) => name)).toEqual(NAMES.slice(0, 1));
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it("turns round", async () => {
    const data = await dataOf(
      asker,
      `{ companies(orderBy: { field: NAME, direction: DESC }) { nodes { name } } }`,
    );
    expect(data).toEqual({ companies: { nodes: NAMES.toReversed().map((name) => ({ name })) } });
  });

  it("counts only when the count is selected, in a fragment too", async () => {
    const counted = `query { companies(first: 1) { ...Count } } fragment Count on CompanyConnection { ... { totalCount } }`;
    expect(await dataOf(asker, counted)).toEqual({ companies: { totalCount: 4 } });
  });

  it("filters by words, references, ranges and dates, joined by and", async () => {
    const data = await dataOf(
      asker,
      `{
        words: companies(filter: { roles: [LANDLORD, MINER], country: "place:us" }) { nodes { name } }
        range: contracts(filter: { value: { min: 9, max: 10 }, currency: "USD" }) { nodes { name } }
        day: claims(filter: { date: { from: "2025-07-01", to: "2025-07-07" } }) { nodes { id } }
        early: claims(filter: { date: { to: "2025-07-06" } }) { nodes { id } }
        flag: components(filter: { isClass: true }) { nodes { name } }
      }`,
    );
    expect(data).toEqual({
      words: { nodes: [{ name: "Core Scientific" }] },
      range: { nodes: [{ name: "Merger agreement" }] },
      day: { nodes: [{ id: "claim:saving" }] },
      early: { nodes: [] },
      flag: { nodes: [{ name: "1.6T transceiver" }] },
    });
  });
});

describe("what hangs on a record", () => {
  it("is typed by the kind of relationship, at both ends", async () => {
    const data = await dataOf(
      asker,
      `{
        company(id: "company:core-scientific") {
          contracts { nodes { role to { name type } } }
          facilities { totalCount nodes { __typename to { ... on Facility { name } } } }
          stakes { nodes { to { name } } }
          stakeholders { nodes { from { name } votingShare } }
        }
        facility(id: "facility:denton") {
          operators { nodes { from { name } validTo { text } } }
          contracts { nodes { from { name } megawatts capacityBasis } }
          places { nodes { to { name } } }
          mentions { nodes { from { id } } }
        }
      }`,
    );
    expect(data).toMatchObject({
      company: {
        contracts: { nodes: [{ role: "LESSOR", to: { name: "Master lease", type: "LEASE" } }] },
        facilities: {
          totalCount: 2,
          nodes: [
            { __typename: "Operates", to: { name: "Denton" } },
            { __typename: "Owns", to: { name: "Denton" } },
          ],
        },
        stakes: { nodes: [{ to: { name: "Hosting unit" } }] },
        stakeholders: { nodes: [{ from: { name: "Holding" }, votingShare: 0.6 }] },
      },
      facility: {
        operators: { nodes: [{ from: { name: "Core Scientific" }, validTo: { text: "2030" } }] },
        contracts: {
          nodes: [{ from: { name: "Lease of Denton" }, megawatts: 260, capacityBasis: "CONTRACTED_IT" }],
        },
        places: { nodes: [{ to: { name: "Texas" } }] },
        mentions: { nodes: [{ from: { id: "contract:lease" } }] },
      },
    });
  });

  it("can be narrowed by the fields of the relationship and by a day, and is counted so", async () => {
    const data = await dataOf(
      asker,
      `{
        company(id: "company:coreweave") {
          contracts(filter: { role: [ACQUIRER] }) { totalCount nodes { to { name } } }
        }
        facility(id: "facility:denton") {
          now: operators(filter: { asOf: "2026-01-01" }) { totalCount }
          maybe: operators(filter: { asOf: "2030-06-01" }) { totalCount }
          later: operators(filter: { asOf: "2031-01-01" }) { totalCount nodes { id } }
        }
        holder: company(id: "company:core-scientific") {
          relationships(direction: OUT, types: [OPERATES, OWNS], filter: { confidence: [MEDIUM] }) { nodes { id } }
        }
      }`,
    );
    expect(data).toEqual({
      company: { contracts: { totalCount: 1, nodes: [{ to: { name: "Merger agreement" } }] } },
      facility: { now: { totalCount: 1 }, maybe: { totalCount: 1 }, later: { totalCount: 0, nodes: [] } },
      holder: { relationships: { nodes: [{ id: "owns:company-core-scientific--facility-denton" }] } },
    });
  });

  it.each([
    `asOf: { from: "2025-06-01" }`,
    `asOf: { to: "2025-06-30" }`,
    `asOf: { from: "2025-03-01", to: "2025-03-01" }`,
    `metric: [ENERGISED_MW, BILLING_MW], timing: [ACTUAL]`,
    `basis: ["GROSS_FACILITY"]`,
    `period: { from: "1900-01-01" }`,
  ])("judges conditions as the lists of the kind do: %s", async (conditions) => {
    const data = await dataOf(
      asker,
      `{
        facility(id: "facility:denton") { observations(filter: { ${conditions} }) { totalCount nodes { id } } }
        observations(filter: { subject: ["facility:denton"], ${conditions} }) { totalCount nodes { id } }
      }`,
    );
    expect((data["facility"] as Record<string, unknown>)["observations"]).toEqual(data["observations"]);
  });

  it("pages under a filter as without one", async () => {
    const query = `query ($after: String) {
      contract(id: "contract:merger") {
        claims(first: 1, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
      }
    }`;
    const first = (await dataOf(asker, query)) as {
      contract: { claims: { pageInfo: { endCursor: string } } };
    };
    expect(first).toMatchObject({
      contract: {
        claims: { totalCount: 2, nodes: [{ id: "claim:doubt" }], pageInfo: { hasNextPage: true } },
      },
    });
    const { endCursor } = first.contract.claims.pageInfo;
    expect(await dataOf(asker, query, { variables: { after: endCursor } })).toMatchObject({
      contract: { claims: { nodes: [{ id: "claim:saving" }], pageInfo: { hasNextPage: false } } },
    });
  });

  it("follows references backwards: claims answered, members, completeness, companies of a country", async () => {
    const data = await dataOf(
      asker,
      `{
        place(id: "place:us") { companies(orderBy: { field: NAME }) { nodes { name } } }
        component(id: "component:transceiver") {
          completeness { need state }
          marketEstimates { nodes { members { companies { name } low high } } }
          requires { nodes { group to { name } } }
        }
        claim: node(id: "claim:saving") {
          ... on Claim { speaker { ... on Company { name } } answeredBy { nodes { statement speakerName } } about { nodes { to { id } } } }
        }
        event(id: "event:vote") { affects { nodes { to { id } } } }
        contract(id: "contract:merger") { events { nodes { from { name } } } }
      }`,
    );
    expect(data).toMatchObject({
      place: { companies: { nodes: [{ name: "Core Scientific" }, { name: "CoreWeave" }] } },
      component: {
        completeness: [{ need: "engine", state: "UNKNOWN" }],
        marketEstimates: {
          nodes: [{ members: [{ companies: [{ name: "CoreWeave" }], low: 0.2, high: 0.3 }] }],
        },
        requires: { nodes: [{ group: "engine", to: { name: "Optical engine" } }] },
      },
      claim: {
        speaker: { name: "CoreWeave" },
        answeredBy: { nodes: [{ statement: "The saving is not cash.", speakerName: "An analyst" }] },
        about: { nodes: [{ to: { id: "contract:merger" } }] },
      },
      event: { affects: { nodes: [{ to: { id: "contract:merger" } }] } },
      contract: { events: { nodes: [{ from: { name: "Vote on the merger" } }] } },
    });
  });
});

describe("relationships of the whole graph", () => {
  it("come kind after kind, page by page, without gap or repeat", async () => {
    const query = `query ($after: String) {
      relationships(types: [OPERATES, OWNS, PARTY_TO], first: 2, after: $after) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor }
      }
    }`;
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const data = await dataOf(asker, query, { variables: { after } });
      const { nodes, pageInfo, totalCount } = data["relationships"] as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
      expect(totalCount).toBe(5);
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(ids.map((id) => id.split(":")[0])).toEqual(["operates", "owns", "party", "party", "party"]);
    expect(new Set(ids).size).toBe(5);
  });
});
