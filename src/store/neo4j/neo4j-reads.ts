import type { RecordId } from "../../domain/ids.ts";
import { isRecordId, idPrefix } from "../../domain/ids.ts";
import { RELATIONSHIP_KINDS, type RelationshipKind } from "../../domain/kind-names.ts";
import { kindOfPrefix } from "../../domain/kinds.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { encodeCursor } from "../cursor.ts";
import type { IdentifierPair, IdPage, PageRequest } from "../graph-store.ts";
import { groupBy } from "../group-by.ts";
import { foldIdentifier } from "../identifiers.ts";
import { cutPage } from "../page.ts";
import { startOf } from "../query-check.ts";
import { IDENTIFIED_BY, isRelationshipId, RECORD } from "./neo4j-names.ts";
import { storedRecord } from "./neo4j-rows.ts";
import { inChunks, wholeNumber, type Row, type RunStatement } from "./neo4j-statement.ts";

const NODES = `UNWIND $ids AS id MATCH (n:${RECORD} {id: id}) RETURN properties(n) AS properties`;
const relationships = (kind: RelationshipKind): string =>
  `UNWIND $ids AS id MATCH (a)-[r:${kind} {id: id}]->(b) RETURN properties(r) AS properties, a.id AS from, b.id AS to`;

export async function readRecords(
  run: RunStatement,
  ids: readonly RecordId[],
): Promise<(StoredRecord | null)[]> {
  const found = await recordsById(run, ids);
  return ids.map((id) => found.get(id) ?? null);
}

/** The records of the ids that have one: one statement for the nodes, and one for each kind of relationship among them. */
export async function recordsById(
  run: RunStatement,
  ids: readonly RecordId[],
): Promise<Map<RecordId, StoredRecord>> {
  const wanted = [...new Set(ids)].filter(isRecordId);
  const byKind = groupBy(wanted, (id) => kindOfPrefix(idPrefix(id)));
  const nodes = wanted.filter((id) => !isRelationshipId(id));
  const answers = await Promise.all([
    inChunks(nodes, async (chunk) => run(NODES, { ids: chunk })),
    ...RELATIONSHIP_KINDS.map(async (kind) =>
      inChunks(byKind.get(kind) ?? [], async (chunk) => run(relationships(kind), { ids: chunk })),
    ),
  ]);
  const records = answers.flat().map(storedRecord);
  return new Map(records.map((record) => [record.id, record]));
}

const EVIDENCE = `
UNWIND $ids AS id
MATCH (n:Evidence) WHERE n.fact = id
RETURN n.fact AS fact, properties(n) AS properties ORDER BY n.id`;

export async function readEvidence(
  run: RunStatement,
  factIds: readonly RecordId[],
): Promise<StoredRecord[][]> {
  const rows = await run(EVIDENCE, { ids: [...new Set(factIds)] });
  const byFact = groupBy(rows, (row) => row["fact"]);
  return factIds.map((fact) => (byFact.get(fact) ?? []).map(storedRecord));
}

const FACTS = `
UNWIND $ids AS id
CALL (id) {
  MATCH (:${RECORD} {id: id})<-[:CITES]-(e:Evidence)
  WITH DISTINCT e.fact AS fact WHERE fact > $afterId
  WITH fact ORDER BY fact LIMIT $limit
  RETURN collect(fact) AS facts
}
CALL (id) {
  MATCH (:${RECORD} {id: id})<-[:CITES]-(e:Evidence)
  RETURN count(DISTINCT e.fact) AS total
}
RETURN id, facts, total`;

export async function readFacts(
  run: RunStatement,
  sourceIds: readonly RecordId[],
  page: PageRequest,
): Promise<IdPage[]> {
  const afterId = startOf("facts", page)?.id ?? "";
  const rows = await run(FACTS, {
    ids: [...new Set(sourceIds)],
    afterId,
    limit: wholeNumber(page.first + 1),
  });
  const bySource = new Map(rows.map((row) => [row["id"], row]));
  return sourceIds.map((source) => factPage(bySource.get(source) ?? {}, page.first));
}

function factPage(row: Row, first: number): IdPage {
  const { items: ids, hasMore } = cutPage(row["facts"] as readonly RecordId[], first);
  const cursors = ids.map((id) => encodeCursor("facts", { key: null, id }));
  return { ids, cursors, hasMore, endCursor: cursors.at(-1) ?? null, totalCount: Number(row["total"]) };
}

const IDENTIFIED = `
UNWIND range(0, size($pairs) - 1) AS place
WITH place, $pairs[place] AS pair
MATCH (:Identifier {scheme: pair.scheme, value: pair.value})<-[:${IDENTIFIED_BY}]-(n)
RETURN place, n.id AS id ORDER BY place, n.id`;

export async function readIdentified(
  run: RunStatement,
  pairs: readonly IdentifierPair[],
): Promise<RecordId[][]> {
  const folded = pairs.map(({ scheme, value }) => ({ scheme, value: foldIdentifier(value) }));
  const rows = await run(IDENTIFIED, { pairs: folded });
  const byPlace = groupBy(rows, (row) => row["place"]);
  return pairs.map((_, place) => (byPlace.get(place) ?? []).map((row) => String(row["id"])));
}
