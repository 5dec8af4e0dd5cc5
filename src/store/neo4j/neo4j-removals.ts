import type { Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import type { GraphRecord } from "../../domain/record.ts";
import { identifiersOf } from "../identifiers.ts";
import { ANCHOR, ANCHORED_KINDS, DERIVED_TYPES, isRelationshipId, RECORD } from "./neo4j-names.ts";
import type { Places } from "./neo4j-places.ts";
import { inChunks, type RunStatement } from "./neo4j-statement.ts";

const DROP_DERIVED = `
MATCH (n:${RECORD})-[r:${DERIVED_TYPES.join("|")}]->() WHERE n.id IN $ids
DELETE r`;
const DROP_RELATIONSHIPS = "MATCH ()-[r]->() WHERE elementId(r) IN $places DELETE r";
const DROP_NODES = "MATCH (n) WHERE elementId(n) IN $places DELETE n";

/** Takes away relationships that are about to be replaced or removed, and what is derived from such nodes. */
export async function dropDerived(
  run: RunStatement,
  records: readonly GraphRecord[],
  places: Places,
): Promise<void> {
  const nodes = records.filter(({ kind }) => !isRelationshipKind(kind)).map(({ id }) => id);
  await inChunks(nodes, async (ids) => run(DROP_DERIVED, { ids }));
  const relationships = records.filter(({ kind }) => isRelationshipKind(kind));
  await dropPlaces(run, DROP_RELATIONSHIPS, placesAmong(relationships, places));
}

/** Removes nodes that nothing refers to any more. */
export async function removeNodes(
  run: RunStatement,
  records: readonly GraphRecord[],
  places: Places,
): Promise<void> {
  const nodes = records.filter(({ kind }) => !isRelationshipKind(kind));
  await dropPlaces(run, DROP_NODES, placesAmong(nodes, places));
}

function placesAmong(records: readonly GraphRecord[], places: Places): string[] {
  return records.flatMap(({ id }) => places.get(id) ?? []);
}

async function dropPlaces(run: RunStatement, statement: string, places: readonly string[]): Promise<void> {
  await inChunks(places, async (chunk) => run(statement, { places: chunk }));
}

const LONE_ANCHORS = `
UNWIND $rows AS id
MATCH (n:${ANCHOR} {id: id}) WHERE NOT EXISTS { (n)<--() }
RETURN DISTINCT elementId(n) AS place`;
const LONE_IDENTIFIERS = `
UNWIND $rows AS row
MATCH (n:Identifier {scheme: row.scheme, value: row.value}) WHERE NOT EXISTS { (n)<--() }
RETURN DISTINCT elementId(n) AS place`;

/** Removes what stood for ends and identifiers of records that were replaced or removed, where no other record has them. */
export async function removeOrphans(run: RunStatement, records: readonly GraphRecord[]): Promise<void> {
  const anchored: readonly Kind[] = ANCHORED_KINDS;
  const ends = records.flatMap(({ kind, to }) =>
    anchored.includes(kind) && to !== undefined && isRelationshipId(to) ? [to] : [],
  );
  const lone = [
    ...(await inChunks(ends, async (rows) => run(LONE_ANCHORS, { rows }))),
    ...(await inChunks(records.flatMap(identifiersOf), async (rows) => run(LONE_IDENTIFIERS, { rows }))),
  ];
  await dropPlaces(run, DROP_NODES, [...new Set(lone.map(({ place }) => String(place)))]);
}
