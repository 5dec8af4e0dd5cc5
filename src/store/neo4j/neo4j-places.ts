import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import type { Kind } from "../../domain/kind-names.ts";
import type { GraphRecord } from "../../domain/record.ts";
import { groupBy } from "../group-by.ts";
import { RECORD } from "./neo4j-names.ts";
import { inChunks, type RunStatement } from "./neo4j-statement.ts";

/**
 * Where records lie in the database, by the server's own ids, which hold within a transaction. What a transaction has deleted, every
 * search of an index has to look through once more, and runs out of memory over some thousands; so all is found before the first is deleted.
 */
export type Places = ReadonlyMap<RecordId, string>;

const NODES = `UNWIND $ids AS id MATCH (n:${RECORD} {id: id}) RETURN n.id AS id, elementId(n) AS place`;
const relationships = (kind: Kind): string =>
  `UNWIND $ids AS id MATCH ()-[r:${kind} {id: id}]->() RETURN r.id AS id, elementId(r) AS place`;

export async function placesOf(run: RunStatement, records: readonly GraphRecord[]): Promise<Places> {
  const places = new Map<RecordId, string>();
  for (const [kind, ofKind] of groupBy(records, (record) => record.kind)) {
    const statement = isRelationshipKind(kind) ? relationships(kind) : NODES;
    const ids = ofKind.map(({ id }) => id);
    const rows = await inChunks(ids, async (chunk) => run(statement, { ids: chunk }));
    for (const { id, place } of rows) places.set(String(id), String(place));
  }
  return places;
}
