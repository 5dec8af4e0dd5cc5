import type { RecordId } from "../../domain/ids.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { EmbeddedDatabase } from "./embedded-database.ts";
import {
  DERIVED_TABLES,
  derivedRows,
  keysText,
  type DerivedRows,
  type DerivedTable,
} from "./embedded-rows.ts";

const REPLACE = `
ON CONFLICT (id) DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id,
  revision = excluded.revision, fields = excluded.fields, keys = excluded.keys`;
const REMOVE = "DELETE FROM record WHERE id = ?";
const COLUMNS: Readonly<Record<DerivedTable, readonly string[]>> = {
  link: ["target", "type", "item"],
  citation: ["source", "fact", "evidence"],
  identifier: ["scheme", "value", "id"],
  order_key: ["kind", "field", "missing", "value", "id"],
  filter_value: ["kind", "field", "value", "id"],
};

/** Writes records whole, with everything that is derived from them. Rows of a replaced record must be dropped before. */
export function putRecords(
  database: EmbeddedDatabase,
  records: readonly GraphRecord[],
  revision: number,
): void {
  const rows = records.map((record) => {
    const { id, kind, from = null, to = null, fields } = record;
    return [id, kind, from, to, revision, JSON.stringify(fields), keysText(record)];
  });
  database.insert("INSERT INTO record", rows, REPLACE);
  forEachTable(records, (table, derived) => {
    // A relationship that starts and ends at one record, or refers to it twice, gives one row once.
    database.insert(`INSERT OR IGNORE INTO ${table}`, derived);
  });
}

/** Drops what is derived from records that are about to be replaced or removed. */
export function dropDerived(database: EmbeddedDatabase, records: readonly GraphRecord[]): void {
  forEachTable(records, (table, derived) => {
    const isRow = COLUMNS[table].map((column) => `${column} = ?`).join(" AND ");
    for (const row of derived) database.run(`DELETE FROM ${table} WHERE ${isRow}`, ...row);
  });
}

export function removeRecords(database: EmbeddedDatabase, ids: readonly RecordId[]): void {
  for (const id of ids) database.run(REMOVE, id);
}

type DerivedRow = DerivedRows[DerivedTable][number];

function forEachTable(
  records: readonly GraphRecord[],
  write: (table: DerivedTable, rows: readonly DerivedRow[]) => void,
): void {
  const derived = records.map(derivedRows);
  for (const table of DERIVED_TABLES) {
    write(
      table,
      derived.flatMap((rows) => rows[table]),
    );
  }
}

/** Which of the ids have a record. */
export function existingIds(database: EmbeddedDatabase, ids: readonly RecordId[]): Set<RecordId> {
  const sql = "SELECT r.id FROM json_each($ids) j CROSS JOIN record r ON r.id = j.value";
  return new Set(database.all(sql, { $ids: JSON.stringify(ids) }).map((row) => String(row["id"])));
}

/** Of those ids that are still referred to: the least id that does. */
export function referrersOf(database: EmbeddedDatabase, ids: readonly RecordId[]): Map<RecordId, RecordId> {
  const sql = `
SELECT l.target, min(l.item) AS item FROM json_each($ids) j CROSS JOIN link l ON l.target = j.value GROUP BY l.target`;
  const rows = database.all(sql, { $ids: JSON.stringify(ids) });
  return new Map(rows.map((row) => [String(row["target"]), String(row["item"])]));
}
