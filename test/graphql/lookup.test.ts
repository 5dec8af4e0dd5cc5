import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS } from "./graph-fixture.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(FIXTURE_RECORDS);
});

describe("a look-up by id", () => {
  it("gives every field of the kind, null or an empty list for what is not known", async () => {
    const { data, errors } = await asker.ask(`{
      company(id: "company:coreweave") {
        id name aliases entityType roles lei cik tickers confidence inferred documentedNone
        founded { text firstDay lastDay precision }
        validFrom { text }
        country { id name code }
        verification
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      company: {
        id: "company:coreweave",
        name: "CoreWeave",
        aliases: ["Atlantic Crypto"],
        entityType: "CORPORATION",
        roles: ["AI_CLOUD", "CUSTOMER"],
        lei: null,
        cik: "0001769628",
        tickers: ["NASDAQ:CRWV"],
        confidence: "HIGH",
        inferred: null,
        documentedNone: ["parent"],
        founded: { text: "2017", firstDay: "2017-01-01", lastDay: "2017-12-31", precision: "YEAR" },
        validFrom: null,
        country: { id: "place:us", name: "United States", code: "US" },
        verification: "ASSERTED",
      },
    });
  });

  it("is null for an unknown id and for an id of another kind", async () => {
    const query = `{
      unknown: company(id: "company:nobody")
        { id }
      facility: company(id: "facility:denton") { id }
      odd: node(id: "no id at all") { id }
    }`;
    expect(await dataOf(asker, query)).toEqual({ unknown: null, facility: null, odd: null });
  });

  it("follows an id that was given up, and the record names it", async () => {
    const query = `{ company(id: "company:core-sci") { id redirectedFrom } node(id: "company:coreweave") { redirectedFrom } }`;
    expect(await dataOf(asker, query)).toEqual({
      company: { id: "company:core-scientific", redirectedFrom: ["company:core-sci"] },
      node: { redirectedFrom: [] },
    });
  });

  it("finds records of every kind as nodes, in the order of the ids, with holes", async () => {
    const ids = [
      "operates:company-core-scientific--facility-denton",
      "company:nobody",
      "source:report",
      "company:core-sci",
    ];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entity { name } } }`;
    const { data, calls } = await asker.ask(query, { variables: { ids } });
    expect(data).toEqual({
      nodes: [
        { __typename: "Operates", id: ids[0] },
        null,
        { __typename: "Source", id: "source:report", name: "A report" },
        { __typename: "Company", id: "company:core-scientific", name: "Core Scientific" },
      ],
    });
    // All ids at once; then the two that are missing, as redirects; then the redirect, and its target.
    expect(calls).toEqual({ records: 3, byIdentifier: 1 });
  });
});

describe("resolve", () => {
  it("finds ids, identifiers, names and aliases, and says why", async () => {
    const names = [
      "company:coreweave",
      "company:core-sci",
      "1769628",
      "crwv",
      "CORZ",
      "us-tx",
      "core scientific",
      "atlantic crypto",
      "nobody",
    ];
    const query = `query ($names: [String!]!) { resolve(names: $names) { name candidates { reason node { id } } } }`;
    const { data, calls } = await asker.ask(query, { variables: { names } });
    const found = (id: string, reason: string): object[] => [{ reason, node: { id } }];
    const expected = [
      found("company:coreweave", "ID"),
      found("company:core-scientific", "REDIRECT"),
      found("company:coreweave", "CIK"),
      found("company:coreweave", "TICKER"),
      found("company:core-scientific", "TICKER"),
      found("place:us-tx", "PLACE_CODE"),
      found("company:core-scientific", "NAME"),
      found("company:coreweave", "ALIAS"),
      [],
    ];
    expect(data).toEqual({ resolve: names.map((name, index) => ({ name, candidates: expected[index] })) });
    expect(calls["byIdentifier"]).toBeLessThanOrEqual(2);
  });
});

describe("search", () => {
  it("ranks exact names first, pages by cursor and counts all hits", async () => {
    const query = `query ($after: String) {
      search(text: "core", first: 1, after: $after) {
        totalCount edges { match node { id } } pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    }`;
    const first = await dataOf(asker, query);
    expect(first).toMatchObject({
      search: {
        totalCount: 2,
        edges: [{ match: "PREFIX", node: { id: "company:core-scientific" } }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      },
    });
    const { pageInfo } = first["search"] as { pageInfo: { endCursor: string } };
    expect(await dataOf(asker, query, { variables: { after: pageInfo.endCursor } })).toMatchObject({
      search: {
        edges: [{ node: { id: "company:coreweave" } }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      },
    });
  });

  it("looks only among the kinds that are asked for", async () => {
    const query = `{
      parts: search(text: "transceiver", kinds: [COMPONENT, CONTRACT]) { totalCount }
      companies: search(text: "transceiver", kinds: [COMPANY]) { totalCount }
    }`;
    expect(await dataOf(asker, query)).toEqual({ parts: { totalCount: 1 }, companies: { totalCount: 0 } });
  });
});
