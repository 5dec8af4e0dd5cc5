import { isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { PRICES } from "../../../src/graphql/limits/prices.ts";
import { buildGraphqlSchema } from "../../../src/graphql/schema.ts";

describe("the table of prices", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildGraphqlSchema();
  });

  function fieldAt(coordinate: string): { args: readonly { name: string }[] } | undefined {
    const [typeName = "", fieldName = ""] = coordinate.split(".");
    const type = schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  }

  it("names only fields and arguments that the API has", () => {
    const missing = Object.entries(PRICES).flatMap(([coordinate, price]) => {
      const field = fieldAt(coordinate);
      if (field === undefined) return [coordinate];
      const known = new Set(field.args.map(({ name }) => name));
      const named = [
        ...Object.keys(price.perArgument ?? {}),
        ...Object.values(price.sizesBelow ?? {}),
        ...(price.sizeArgument === undefined ? [] : [price.sizeArgument]),
      ];
      return [
        ...named.filter((name) => !known.has(name)).map((name) => `${coordinate}(${name}:)`),
        ...Object.keys(price.sizesBelow ?? {}).filter((below) => fieldAt(below) === undefined),
      ];
    });
    expect(missing).toEqual([]);
  });

  it("has a price for every question", () => {
    const answer = schema.getType("Answer");
    const questions = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => {
      const given = schema.getType(String(type).replaceAll(/[![\]]/g, ""));
      return isInterfaceType(answer) && isObjectType(given) && given.getInterfaces().includes(answer);
    });
    expect(questions.map(({ name }) => `Query.${name}`).filter((name) => PRICES[name] === undefined)).toEqual(
      [],
    );
  });
});
