import { parse, type OperationDefinitionNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import type { GraphQLSchema } from "graphql";
import { isLongOperation } from "../../../src/graphql/limits/long-operation.ts";
import { LONG_PRICE, PRICES } from "../../../src/graphql/limits/prices.ts";
import { buildGraphqlSchema } from "../../../src/graphql/schema.ts";

describe("an operation that may take long", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildGraphqlSchema();
  });

  function isLong(query: string, price = 1): boolean {
    const document = parse(query);
    return isLongOperation(schema, document, document.definitions[0] as OperationDefinitionNode, price);
  }

  it.each([
    '{ disruption(failed: ["company:a"]) { counts { count } } }',
    '{ company(id: "company:a") { name } other: reach(from: "company:a", direction: DEPENDENTS) { from { id } } }',
    "query ($on: Boolean!) { coverage @include(if: $on) { records { count } } }",
    "{ ... { ... on Query { coverage { records { count } } } } }",
    "{ ...A } fragment A on Query { ...B ...A } fragment B on Query { coverage { records { count } } }",
  ])("asks a question: %s", (query) => {
    expect(isLong(query)).toBe(true);
  });

  it.each([
    '{ company(id: "company:a") { name disruption: id } }',
    "{ graph { version } __schema { queryType { name } } }",
    '{ search(text: "hbm") { nodes { match } } }',
    'mutation { applyChangeSet(changeSet: "{}") { version } }',
    "{ ...Nothing } fragment Other on Query { coverage { records { count } } }",
  ])("is no look-up and no write: %s", (query) => {
    expect(isLong(query)).toBe(false);
  });

  it("is a dear look-up, but no dear write", () => {
    expect(isLong("{ graph { version } }", LONG_PRICE)).toBe(true);
    expect(isLong('mutation { applyChangeSet(changeSet: "{}") { version } }', LONG_PRICE)).toBe(false);
  });

  it("is called long in the table of prices only where the schema has such a field", () => {
    const fields = schema.getQueryType()?.getFields() ?? {};
    const named = Object.entries(PRICES).flatMap(([coordinate, { isLong: long }]) =>
      long ? [coordinate] : [],
    );
    expect(named).toContain("Query.coverage");
    expect(named.filter((coordinate) => fields[coordinate.replace("Query.", "")] === undefined)).toEqual([]);
  });
});
