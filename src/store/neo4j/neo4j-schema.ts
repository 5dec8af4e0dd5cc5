import { RELATIONSHIP_KINDS, type Kind } from "../../domain/kind-names.ts";
import { fieldSpec, isRelationshipKind } from "../../domain/kinds.ts";
import { FILTER_FIELDS, KEYED_FIELDS } from "../field-keys.ts";
import { ANCHOR, keyProperty, NODE_KINDS, RECORD, REF_FIELDS } from "./neo4j-names.ts";
import type { RunStatement } from "./neo4j-statement.ts";

/** One constraint or index; its name never changes, so that it can be told what is there. */
export interface SchemaRule {
  readonly name: string;
  readonly statement: string;
}

/** What the store needs of the database: unique ids, and indexes of what is looked up, ordered or referred to. Community Edition has all of it. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  unique("record_id", RECORD, ["id"]),
  unique("anchor_id", ANCHOR, ["id"]),
  unique("identifier", "Identifier", ["scheme", "value"]),
  unique("graph_key", "Graph", ["key"]),
  unique("change_set_id", "ChangeSet", ["id"]),
  ...RELATIONSHIP_KINDS.map((type) =>
    rule("CONSTRAINT", `${type.toLowerCase()}_id`, `()-[r:${type}]-()`, "REQUIRE r.id IS UNIQUE"),
  ),
  index("change_set_version", "ChangeSet", "version"),
  index("change_set_at", "ChangeSet", "at"),
  index("change_id", "Change", "id"),
  ...NODE_KINDS.flatMap((kind) =>
    KEYED_FIELDS[kind].map((field) => fieldIndex(kind, field, keyProperty(field))),
  ),
  ...REF_FIELDS.flatMap(({ kind, field, isList }) =>
    isLookedUp(kind, field, isList) ? [fieldIndex(kind, field, field)] : [],
  ),
];

/** References that the store looks up by their property. */
function isLookedUp(kind: Kind, field: string, isList: boolean): boolean {
  const ref = REF_FIELDS.find((known) => known.kind === kind && known.field === field);
  if (ref === undefined || isList) return false;
  return ref.type === undefined || ref.toRelationships || FILTER_FIELDS[kind].includes(field);
}

function unique(name: string, label: string, properties: readonly string[]): SchemaRule {
  const list = properties.map((property) => `n.${property}`).join(", ");
  return rule(
    "CONSTRAINT",
    name,
    `(n:${label})`,
    `REQUIRE ${properties.length > 1 ? `(${list})` : list} IS UNIQUE`,
  );
}

function index(name: string, label: string, property: string): SchemaRule {
  return rule("INDEX", name, `(n:${label})`, `ON (n.${property})`);
}

function fieldIndex(kind: Kind, field: string, property: string): SchemaRule {
  const name = `${kind}_${property}`.toLowerCase();
  if (fieldSpec(kind, field) === undefined || !isRelationshipKind(kind)) return index(name, kind, property);
  return rule("INDEX", name, `()-[r:${kind}]-()`, `ON (r.${property})`);
}

function rule(what: "CONSTRAINT" | "INDEX", shortName: string, pattern: string, rest: string): SchemaRule {
  const name = `chokepoint_${shortName}`;
  return { name, statement: `CREATE ${what} ${name} IF NOT EXISTS FOR ${pattern} ${rest}` };
}

/** The rules as a script for people who set the database up by hand. */
export function schemaScript(): string {
  const head =
    "// The constraints and indexes of Chokepoint, which creates those that are missing when it first uses a database.\n";
  return `${head}${SCHEMA_RULES.map(({ statement }) => `${statement};\n`).join("")}`;
}

/** Which rules a database lacks. */
export async function missingRules(run: RunStatement): Promise<readonly SchemaRule[]> {
  const rows = await run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'chokepoint_' RETURN name");
  const present = new Set(rows.map(({ name }) => name));
  return SCHEMA_RULES.filter(({ name }) => !present.has(name));
}
