import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import { RELATIONSHIP_KINDS, type RelationshipKind } from "../../domain/kind-names.ts";
import type { Position } from "../cursor.ts";
import type { AdjacentPage, AdjacentQuery } from "../graph-store.ts";
import { keysetCondition, keysetOrder, type KeysetColumns } from "../keyset.ts";
import { cutPage, recordCursor } from "../page.ts";
import { adjacentScope, checkAdjacentQuery } from "../query-check.ts";
import {
  ANCHOR,
  ANCHORED_KINDS,
  isRelationshipId,
  keyProperty,
  RECORD,
  REF_FIELDS,
  type RefField,
} from "./neo4j-names.ts";
import { encodeKey, storedRecord } from "./neo4j-rows.ts";
import { wholeNumber, type Row, type RunStatement } from "./neo4j-statement.ts";

type Family = "NODE" | "RELATIONSHIP";

export async function readAdjacent(run: RunStatement, query: AdjacentQuery): Promise<AdjacentPage[]> {
  const after = checkAdjacentQuery(query);
  const relationships = query.ids.filter(isRelationshipId);
  const nodes = query.ids.filter((id) => !isRelationshipId(id));
  const answers = await Promise.all([
    readFamily(run, query, after, "NODE", nodes),
    readFamily(run, query, after, "RELATIONSHIP", relationships),
  ]);
  const byId = new Map(answers.flat().map((row) => [row["id"], row]));
  return query.ids.map((id) => pageOf(byId.get(id) ?? {}, query));
}

async function readFamily(
  run: RunStatement,
  query: AdjacentQuery,
  after: Position | null,
  family: Family,
  ids: readonly RecordId[],
): Promise<readonly Row[]> {
  const branches = branchesOf(query, family);
  if (ids.length === 0 || branches.length === 0) return [];
  return run(statementOf(query, after, branches), {
    ids: [...new Set(ids)],
    limit: wholeNumber(query.page.first + 1),
    ...(after === null ? {} : { afterId: after.id }),
    ...(after === null || after.key === null ? {} : { afterKey: encodeKey(after.key) }),
  });
}

function pageOf({ items = [], total = 0 }: Row, { page, order, counts }: AdjacentQuery): AdjacentPage {
  const { items: cut, hasMore } = cutPage(items as readonly Row[], page.first);
  const records = cut.map(storedRecord);
  const cursors = records.map((record) => recordCursor(adjacentScope(order), record, order));
  const totals = counts === true ? { totalCount: Number(total) } : {};
  return { items: records, cursors, hasMore, endCursor: cursors.at(-1) ?? null, ...totals };
}

/** What hangs on each of `$ids`: the union of the branches, each item once, cut to a page; and its count when that is asked for. */
function statementOf(
  { order, counts }: AdjacentQuery,
  after: Position | null,
  branches: readonly string[],
): string {
  const columns = columnsOf(order?.field);
  const way = { direction: order?.direction ?? "ASC", backwards: false } as const;
  const beyond = after === null ? "" : ` WHERE ${keysetCondition(columns, way, after)}`;
  const union = `CALL (id) { ${branches.join(" UNION ")} }`;
  const count =
    counts === true
      ? `CALL (id) { ${union} RETURN count(DISTINCT properties.id) AS total }`
      : "WITH id, items, 0 AS total";
  return `
UNWIND $ids AS id
CALL (id) {
  ${union}
  WITH DISTINCT properties, from, to${beyond}
  WITH properties, from, to ORDER BY ${keysetOrder(columns, way)} LIMIT $limit
  RETURN collect({properties: properties, from: from, to: to}) AS items
}
${count}
RETURN id, items, total`;
}

function columnsOf(field: string | undefined): KeysetColumns {
  if (field === undefined) return { id: "properties.id" };
  const value = `properties.${keyProperty(field)}`;
  return { id: "properties.id", key: { value, isMissing: `(${value} IS NULL)` } };
}

/** The ways in which something may hang on an `id`, each a query that returns `properties`, `from` and `to`. */
function branchesOf(query: AdjacentQuery, family: Family): string[] {
  const { types, direction } = query;
  const refs = REF_FIELDS.filter(({ link }) => link !== undefined && types.includes(link));
  return [
    ...relationshipBranch(
      RELATIONSHIP_KINDS.filter((kind) => types.includes(kind)),
      direction,
      family,
    ),
    ...refBranches(direction === "IN" ? refs : [], family),
  ];
}

function relationshipBranch(
  kinds: readonly RelationshipKind[],
  direction: AdjacentQuery["direction"],
  family: Family,
): string[] {
  const fitting = family === "NODE" ? kinds : kinds.filter((kind) => ANCHORED_KINDS.includes(kind));
  if (fitting.length === 0 || (family === "RELATIONSHIP" && direction === "OUT")) return [];
  const end = `(:${family === "NODE" ? RECORD : ANCHOR} {id: id})`;
  const pattern = `-[r:${fitting.join("|")}]-`;
  return direction === "OUT"
    ? [`MATCH ${end}${pattern}>(b) RETURN properties(r) AS properties, id AS from, b.id AS to`]
    : [`MATCH ${end}<${pattern}(a) RETURN properties(r) AS properties, a.id AS from, id AS to`];
}

/** References of nodes to nodes are native relationships; all others are looked up by the property that holds them. */
function refBranches(refs: readonly RefField[], family: Family): string[] {
  const fitting = refs.filter((ref) => (family === "NODE" ? ref.toNodes : ref.toRelationships));
  const native = [...new Set(fitting.flatMap(({ type }) => (family === "NODE" ? (type ?? []) : [])))];
  const byProperty = fitting.filter(({ type }) => family === "RELATIONSHIP" || type === undefined);
  return [
    ...(native.length === 0
      ? []
      : [
          `MATCH (:${RECORD} {id: id})<-[:${native.join("|")}]-(n) RETURN properties(n) AS properties, null AS from, null AS to`,
        ]),
    ...byProperty.map(propertyBranch),
  ];
}

function propertyBranch({ kind, field, isList }: RefField): string {
  const condition = isList ? `id IN n.${field}` : `n.${field} = id`;
  return isRelationshipKind(kind)
    ? `MATCH (a)-[n:${kind}]->(b) WHERE ${condition} RETURN properties(n) AS properties, a.id AS from, b.id AS to`
    : `MATCH (n:${kind}) WHERE ${condition} RETURN properties(n) AS properties, null AS from, null AS to`;
}
