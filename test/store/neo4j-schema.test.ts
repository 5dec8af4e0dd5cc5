import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { KINDS } from "../../src/domain/kind-names.ts";
import { isRelationshipKind, kindSpecs, REFERENCE_LINKS } from "../../src/domain/kinds.ts";
import { SORT_FIELDS } from "../../src/store/field-keys.ts";
import { DERIVED_TYPES, keyProperty, NODE_KINDS } from "../../src/store/neo4j/neo4j-names.ts";
import { missingRules, SCHEMA_RULES, schemaScript } from "../../src/store/neo4j/neo4j-schema.ts";

const file = fileURLToPath(new URL("../../schema/constraints.cypher", import.meta.url));
const fieldsOf = (kind: (typeof KINDS)[number]): string[] => Object.keys(kindSpecs[kind].fields);

it("is printed in schema/constraints.cypher", async () => {
  await expect(schemaScript()).toMatchFileSnapshot(file);
});

it("names each rule once and creates only what is missing", async () => {
  const names = SCHEMA_RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const [first, ...others] = SCHEMA_RULES;
  const run = async () => others.map(({ name }) => ({ name }));
  expect(await missingRules(run)).toEqual([first]);
});

it("makes ids unique for nodes and for every kind of relationship", () => {
  const unique = SCHEMA_RULES.map(({ statement }) => statement).filter((text) => text.includes("IS UNIQUE"));
  for (const kind of KINDS.filter(isRelationshipKind)) {
    expect(unique.some((text) => text.includes(`[r:${kind}]`))).toBe(true);
  }
});

it("orders by an index every list that can be ordered", () => {
  const wanted = NODE_KINDS.flatMap((kind) =>
    SORT_FIELDS[kind].map((field) => `(n:${kind}) ON (n.${keyProperty(field)})`),
  );
  const missing = wanted.filter((text) => !SCHEMA_RULES.some(({ statement }) => statement.endsWith(text)));
  expect(missing).toEqual([]);
});

/** What the mapping takes for granted of the domain; a new kind or field that breaks it must be thought about. */
it("rests on names that the domain keeps free", () => {
  const reserved = KINDS.flatMap((kind) =>
    fieldsOf(kind).filter((field) => field === "id" || field.startsWith("_")),
  );
  expect(reserved).toEqual([]);
  const links = REFERENCE_LINKS.map(({ name }) => name);
  expect([...links, ...DERIVED_TYPES].filter((name) => (KINDS as readonly string[]).includes(name))).toEqual(
    [],
  );
});

it("rests on relationships that start at nodes, and on identifiers of nodes", () => {
  const relationships = KINDS.filter(isRelationshipKind);
  expect(
    relationships.filter((kind) => (kindSpecs[kind].from ?? relationships).some(isRelationshipKind)),
  ).toEqual([]);
  const identified = relationships.filter((kind) =>
    Object.values(kindSpecs[kind].fields).some(({ identifier }) => identifier !== undefined),
  );
  expect(identified).toEqual([]);
});

it("rests on sortable fields that are of one type wherever they have one name", () => {
  const types = new Map<string, Set<string>>();
  for (const kind of KINDS) {
    for (const field of SORT_FIELDS[kind]) {
      const type = kindSpecs[kind].fields[field]?.type ?? "";
      types.set(field, (types.get(field) ?? new Set()).add(type));
    }
  }
  expect([...types].filter(([, ofField]) => ofField.size > 1)).toEqual([]);
});
