import { getOperationAST, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { MAX_EXPANDED_FIELDS, queryCost } from "../../../src/graphql/limits/query-cost.ts";
import { standInSchema } from "./stand-in-schema.ts";

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  expect(validate(standInSchema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("one operation expected");
  return queryCost(standInSchema, document, operation, variables);
}

describe("the price of a query", () => {
  it("is one for an object and a tenth for a leaf, rounded up", () => {
    expect(costOf('{ company(id: "company:a") { id } }')).toBe(2);
    expect(costOf('{ company(id: "company:a") { id name parent { id name } } }')).toBe(3);
  });

  it("counts what is asked of each item of a connection as often as its page is long", () => {
    // 1 + 50 × (1 edge + 1 node + 0.1)
    expect(costOf("{ companies(first: 50) { edges { node { id } } } }")).toBe(106);
    expect(costOf("{ companies(last: 50) { nodes { id } } }")).toBe(56);
  });

  it("takes the greater of first and last", () => {
    expect(costOf("{ companies(first: 1, last: 50) { nodes { id } } }")).toBe(56);
  });

  it("takes the page size from variables and from defaults", () => {
    const query = "query ($n: Int = 10) { companies(first: $n) { nodes { id } } }";
    expect(costOf(query)).toBe(12);
    expect(costOf(query, { n: 100 })).toBe(111);
    // The schema says 20 for contracts; companies has no default and is taken for 20.
    expect(costOf('{ company(id: "company:a") { contracts { nodes { id } } } }')).toBe(24);
    expect(costOf("{ companies { nodes { id } } }")).toBe(23);
  });

  it("multiplies nested pages", () => {
    expect(costOf("{ companies(first: 100) { nodes { contracts(first: 100) { nodes { id } } } } }")).toBe(
      // 1 + 100 × (1 + 1 + 100 × 1.1)
      11_201,
    );
  });

  it("takes lists without paging for five items", () => {
    // 1 + 5 × (1 + 1 + 0.1)
    expect(costOf('{ company(id: "company:a") { evidence { source { title } } } }')).toBe(12);
  });

  it("takes look-ups of many ids for as many items as there are ids", () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Company { parent { id } } } }";
    expect(costOf(query, { ids: ["company:a"] })).toBe(3);
    expect(costOf(query, { ids: Array.from({ length: 100 }, () => "company:a") })).toBe(210);
  });

  it("prices paths by k and by hops, and what is asked of each hop as often", () => {
    const query = `query ($k: Int, $hops: Int) {
      dependencyPaths(from: "company:a", to: "company:b", k: $k, maxHops: $hops) { paths { hops { from { id } } } }
    }`;
    const costs = [1, 5, 10].map((k) => costOf(query, { k, hops: 12 }));
    const perPath = 1 + 12 * (1 + 1.1);
    expect(costs).toEqual([
      Math.ceil(20 + 20 + 60 + 1 + perPath),
      Math.ceil(20 + 100 + 60 + 1 + 5 * perPath),
      Math.ceil(20 + 200 + 60 + 1 + 10 * perPath),
    ]);
  });

  it("counts an alias as one more field, and the same field twice as one", () => {
    const field = 'company(id: "company:a") { parent { id } }';
    expect(costOf(`{ ${field} }`)).toBe(3);
    expect(costOf(`{ ${field} ${field} }`)).toBe(3);
    expect(costOf(`{ ${field} b: ${field} }`)).toBe(5);
  });

  it("counts fragments, whichever way they are spread", () => {
    const direct = costOf("{ companies(first: 9) { nodes { parent { id } } } }");
    expect(costOf("{ companies(first: 9) { nodes { ...P } } } fragment P on Company { parent { id } }")).toBe(
      direct,
    );
    expect(costOf("{ companies(first: 9) { nodes { ... { parent { id } } } } }")).toBe(direct);
  });

  it("takes an abstract type for the dearest of the types that it can be", () => {
    const companies = "... on Company { parent { parent { id } } }";
    const contracts = "... on Contract { parties { id } }";
    const ask = (selection: string): number => costOf(`{ node(id: "company:a") { id ${selection} } }`);
    expect(ask(`${companies} ${contracts}`)).toBe(Math.max(ask(companies), ask(contracts)));
  });

  it("adds what is asked through an interface to what is asked of a type", () => {
    const fact = "... on Fact { evidence { source { title } } }";
    const contract = "... on Contract { parties { id } }";
    // 1, 5 × (1 + 1.1) of the evidence, 5 × 1.1 of the parties
    expect(costOf(`{ node(id: "contract:a") { ${fact} ${contract} } }`)).toBe(17);
  });

  it("leaves out what @skip and @include leave out", () => {
    const query =
      'query ($deep: Boolean!) { company(id: "company:a") { id parent @include(if: $deep) { parent { id } } } }';
    expect(costOf(query, { deep: false })).toBe(2);
    expect(costOf(query, { deep: true })).toBe(4);
  });

  it("is never lowered by a page of none or less", () => {
    const ask = (first: number): number =>
      costOf(`{ companies(first: ${first}) { nodes { parent { parent { id } } } } }`);
    expect(ask(0)).toBe(ask(1));
    expect(ask(-1_000_000)).toBe(ask(1));
  });

  it("asks little for introspection", () => {
    const query = "{ __schema { types { name fields { name type { name } } } } }";
    expect(costOf(query)).toBeLessThan(100);
  });

  it("is not worked out for fragments that expand without end", () => {
    const fragments = Array.from(
      { length: 40 },
      (_, index) =>
        `fragment F${index} on Company { a: parent { ...F${index + 1} } b: parent { ...F${index + 1} } }`,
    );
    const query = `{ company(id: "company:a") { ...F0 } } ${fragments.join(" ")} fragment F40 on Company { id }`;
    expect(() => costOf(query)).toThrow(
      `number of fields with fragments expanded is ${MAX_EXPANDED_FIELDS + 1}, more than the allowed ` +
        `${MAX_EXPANDED_FIELDS}; spread fewer fragments within fragments`,
    );
  });
});
