import { getIntrospectionQuery, getOperationAST, parse, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { documentChecker } from "../../../src/graphql/limits/check-document.ts";
import { queryCost } from "../../../src/graphql/limits/query-cost.ts";
import { DEFAULT_QUERY_LIMITS } from "../../../src/graphql/limits/query-limits.ts";
import { buildGraphqlSchema } from "../../../src/graphql/schema.ts";
import { exampleOperations } from "../example-operations.ts";

describe("the default limits", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildGraphqlSchema();
  });

  function priceOf(source: string, variables: Record<string, unknown> = {}): number {
    documentChecker(DEFAULT_QUERY_LIMITS)(source);
    const document = parse(source);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("one operation expected");
    return queryCost(schema, document, operation, variables);
  }

  it.each(exampleOperations)("leave room for $name", ({ query, variables }) => {
    expect(priceOf(query, variables)).toBeLessThan(DEFAULT_QUERY_LIMITS.maxCost / 4);
  });

  it("leave room for reading the whole schema", () => {
    expect(priceOf(getIntrospectionQuery())).toBeLessThan(DEFAULT_QUERY_LIMITS.maxCost / 4);
  });

  it("leave room for three levels under a hundred companies", () => {
    const query = `{ companies(first: 100) { nodes {
      name contracts(first: 10) { nodes { name parties { company { name } } } }
    } } }`;
    expect(priceOf(query)).toBeLessThan(DEFAULT_QUERY_LIMITS.maxCost);
  });

  it.each([
    [
      "pages within pages",
      "{ companies(first: 100) { nodes { contracts(first: 100) { nodes { evidence { id } } } } } }",
    ],
    [
      "paths without number",
      '{ dependencyPaths(from: "a:a", to: "b:b", k: 1000, maxHops: 100) { paths { hops { evidence { source { title } } } } } }',
    ],
    [
      "one question many times",
      `query ($ids: [ID!]!) { ${Array.from({ length: 50 }, (_, n) => `q${n}: disruption(failed: $ids) { reason }`).join(" ")} }`,
    ],
  ])("refuse %s", (_, query) => {
    const ids = Array.from({ length: 50 }, () => "company:a");
    expect(priceOf(query, { ids })).toBeGreaterThan(DEFAULT_QUERY_LIMITS.maxCost);
  });
});
