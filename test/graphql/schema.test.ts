import { fileURLToPath } from "node:url";
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { KINDS, RELATIONSHIP_KINDS } from "../../src/domain/kind-names.ts";
import { kindSpecs, REFERENCE_LINKS } from "../../src/domain/kinds.ts";
import { graphqlName } from "../../src/graphql/kind/graphql-name.ts";
import { printedSchema } from "../../src/graphql/printed-schema.ts";
import { ADJACENCY_NAMES } from "../../src/graphql/relationship/adjacency-names.ts";
import { REFERENCE_NAMES } from "../../src/graphql/relationship/reference-names.ts";
import { buildGraphqlSchema } from "../../src/graphql/schema.ts";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildGraphqlSchema();
});

/** Something of the schema that has a name and must say what it is. */
interface Described {
  readonly path: string;
  readonly name: string;
  readonly role: "type" | "field" | "argument" | "value";
  readonly description: string | null | undefined;
}

function describeAll(): Described[] {
  return ownTypes().flatMap((type): Described[] => {
    const { name, description } = type;
    const itself: Described = { path: name, name, role: "type", description };
    if (isEnumType(type)) {
      const values = type
        .getValues()
        .map((value) => ({ ...value, path: `${name}.${value.name}`, role: "value" as const }));
      return [itself, ...values];
    }
    if (isObjectType(type) || isInterfaceType(type))
      return [itself, ...fieldsOf(name, Object.values(type.getFields()))];
    if (!isInputObjectType(type)) return [itself];
    const fields = Object.values(type.getFields());
    return [
      itself,
      ...fields.map((field) => ({ ...field, path: `${name}.${field.name}`, role: "field" as const })),
    ];
  });
}

function fieldsOf(typeName: string, fields: readonly GraphQLField<unknown, unknown>[]): Described[] {
  return fields.flatMap((field): Described[] => {
    const path = `${typeName}.${field.name}`;
    return [
      { path, name: field.name, role: "field", description: field.description },
      ...field.args.map((argument) => ({
        ...argument,
        path: `${path}(${argument.name})`,
        role: "argument" as const,
      })),
    ];
  });
}

function ownTypes(): ReturnType<GraphQLSchema["getTypeMap"]>[string][] {
  const builtIn = ["String", "Boolean", "Int", "Float", "ID"];
  return Object.values(schema.getTypeMap()).filter(
    ({ name }) => !name.startsWith("__") && !builtIn.includes(name),
  );
}

const NAMES = {
  type: /^[A-Z][A-Za-z0-9]*$/,
  field: /^[a-z][A-Za-z0-9]*$/,
  argument: /^[a-z][A-Za-z0-9]*$/,
  value: /^[A-Z][A-Z0-9_]*$/,
} as const;

describe("the schema", () => {
  it("is the one that is checked in", async () => {
    const file = fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url));
    await expect(await printedSchema()).toMatchFileSnapshot(file);
  });

  it("describes every type, field, argument and value in a sentence", () => {
    const silent = describeAll().filter(({ description }) => !/^[A-Z0-9].*[.?]$/s.test(description ?? ""));
    expect(silent.map(({ path, description }) => `${path}: ${description ?? "nothing"}`)).toEqual([]);
  });

  it("names things evenly", () => {
    const odd = describeAll().filter(({ name, role }) => !NAMES[role].test(name));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("limits every list: pages, or a number in the description of the field", () => {
    const types = ownTypes();
    const open = types.flatMap((type) => {
      if (!isObjectType(type) || /(?:Connection|Filter)$/.test(type.name)) return [];
      return Object.values(type.getFields()).flatMap((field) => {
        const isOfObjects =
          isListType(getNullableType(field.type)) && "getFields" in getNamedType(field.type);
        const isLimited = /at most|in their order|in the order/.test(field.description ?? "");
        return isOfObjects && !isLimited && !isReference(type.name, field.name)
          ? [`${type.name}.${field.name}`]
          : [];
      });
    });
    expect(open).toEqual([]);
  });

  it("gives every connection a page size", () => {
    const types = ownTypes();
    const open = types.flatMap((type) => {
      if (!isObjectType(type)) return [];
      const connections = Object.values(type.getFields()).filter(({ type: of }) =>
        getNamedType(of).name.endsWith("Connection"),
      );
      return connections
        .filter(({ args }) => !args.some(({ name }) => name === "first"))
        .map(({ name }) => `${type.name}.${name}`);
    });
    expect(open).toEqual([]);
  });
});

/** A list of references in a record, which the validator keeps short. */
function isReference(typeName: string, field: string): boolean {
  const kind = KINDS.find((candidate) => graphqlName(candidate) === typeName);
  return kind !== undefined && kindSpecs[kind].fields[field]?.type === "ref";
}

describe("a word of the domain", () => {
  it.each(KINDS)("has a type with every field: %s", (kind) => {
    const type = schema.getType(graphqlName(kind));
    expect(isObjectType(type)).toBe(true);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    const { fields: specs, family } = kindSpecs[kind];
    const ends = family === "RELATIONSHIP" ? ["from", "to"] : [];
    expect(fields).toEqual(expect.arrayContaining(["id", ...ends, ...Object.keys(specs)]));
  });

  it.each(RELATIONSHIP_KINDS)("is followed both ways from the types at its ends: %s", (kind) => {
    const { from = ["Claim"], to = ["Company"] } = kindSpecs[kind];
    const names = ADJACENCY_NAMES[kind];
    for (const start of from) expect(fieldNames(start)).toContain(names.out.name);
    for (const end of to) expect(fieldNames(end)).toContain(names.in.name);
  });

  it("is followed backwards by every link", () => {
    const unnamed = REFERENCE_LINKS.filter(
      ({ name }) => name !== "REDIRECTED_TO" && REFERENCE_NAMES[name] === undefined,
    );
    expect(unnamed).toEqual([]);
  });
});

function fieldNames(kind: Parameters<typeof graphqlName>[0]): string[] {
  const type = schema.getType(graphqlName(kind));
  return isObjectType(type) ? Object.keys(type.getFields()) : [];
}
