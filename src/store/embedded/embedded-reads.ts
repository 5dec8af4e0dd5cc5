import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { encodeCursor } from "../cursor.ts";
import type { IdentifierPair, IdPage, PageRequest } from "../graph-store.ts";
import { foldIdentifier } from "../identifiers.ts";
import { cutPage } from "../page.ts";
import { startOf } from "../query-check.ts";
import type { EmbeddedDatabase } from "./embedded-database.ts";
import type { RecordReader } from "./embedded-record-memory.ts";
import { EVIDENCE_TYPE, RECORD_COLUMNS, storedRecord } from "./embedded-rows.ts";

const ONE = `SELECT ${RECORD_COLUMNS} FROM record r WHERE r.id = $id`;
const MANY = `SELECT ${RECORD_COLUMNS} FROM json_each($ids) j CROSS JOIN record r ON r.id = j.value`;

export function readRecords(read: RecordReader, ids: readonly RecordId[]): (StoredRecord | null)[] {
  const found = read(ids);
  return ids.map((id) => found.get(id) ?? null);
}

export function recordsById(
  database: EmbeddedDatabase,
  ids: readonly RecordId[],
): Map<RecordId, StoredRecord> {
  const rows =
    ids.length === 1
      ? database.all(ONE, { $id: ids[0] ?? "" })
      : database.all(MANY, { $ids: JSON.stringify([...new Set(ids)]) });
  return new Map(rows.map((row) => [String(row["id"]), storedRecord(row)]));
}

/** The records of ids that a statement just gave, in their order. */
export function recordsOf(read: RecordReader, ids: readonly RecordId[]): StoredRecord[] {
  return readRecords(read, ids).filter((record) => record !== null);
}

const EVIDENCE = `
SELECT ${RECORD_COLUMNS} FROM link l CROSS JOIN record r ON r.id = l.item
WHERE l.target = $fact AND l.type = '${EVIDENCE_TYPE}' ORDER BY l.item`;

export function readEvidence(database: EmbeddedDatabase, factIds: readonly RecordId[]): StoredRecord[][] {
  return factIds.map((fact) => database.all(EVIDENCE, { $fact: fact }).map(storedRecord));
}

const FACTS =
  "SELECT DISTINCT fact FROM citation WHERE source = $source AND fact > $afterId ORDER BY fact LIMIT $limit";
const FACT_COUNT = "SELECT count(DISTINCT fact) AS total FROM citation WHERE source = $source";

export function readFacts(
  database: EmbeddedDatabase,
  sourceIds: readonly RecordId[],
  page: PageRequest,
): IdPage[] {
  const after = startOf("facts", page)?.id ?? "";
  return sourceIds.map((source) => {
    const rows = database.all(FACTS, { $source: source, $afterId: after, $limit: page.first + 1 });
    const { items: ids, hasMore } = cutPage(
      rows.map((row) => String(row["fact"])),
      page.first,
    );
    const cursors = ids.map((id) => encodeCursor("facts", { key: null, id }));
    return {
      ids,
      cursors,
      hasMore,
      endCursor: cursors.at(-1) ?? null,
      totalCount: Number(database.get(FACT_COUNT, { $source: source })?.["total"]),
    };
  });
}

const IDENTIFIED = "SELECT id FROM identifier WHERE scheme = $scheme AND value = $value ORDER BY id";

export function readIdentified(database: EmbeddedDatabase, pairs: readonly IdentifierPair[]): RecordId[][] {
  return pairs.map(({ scheme, value }) =>
    database
      .all(IDENTIFIED, { $scheme: scheme, $value: foldIdentifier(value) })
      .map((row) => String(row["id"])),
  );
}
