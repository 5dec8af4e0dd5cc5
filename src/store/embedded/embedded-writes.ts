import type { RecordId } from "../../domain/ids.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { EmbeddedDatabase } from "./embedded-database.ts";
import { DERIVED_TABLES, derivedRows, keysText, type DerivedTable } from "./embedded-rows.ts";

const PUT = `
INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)
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
/** Rows that one statement takes. */
const ROWS_AT_ONCE = 5_000;

/** Writes records whole, with everything that is derived from them. Rows of a replaced record must be dropped before. */
export function putRecords(
  database: EmbeddedDatabase,
  records: readonly GraphRecord[],
  revision: number,
): void {
  for (const record of records) {
    const { id, kind, from = null, to = null, fields } = record;
    database.run(PUT, id, kind, from, to, revision, JSON.stringify(fields), keysText(record));
  }
  forEachTable(records, (table, rows) => {
    const values = COLUMNS[table].map((_, index) => `value ->> ${index}`).join(", ");
    // A relationship that starts and ends at one record, or refers to it twice, gives one row once.
    database.run(`INSERT OR IGNORE INTO ${table} SELECT ${values} FROM json_each(?)`, rows);
  });
}

/** Drops what is derived from records that are about to be replaced or removed. */
export function dropDerived(database: EmbeddedDatabase, records: readonly GraphRecord[]): void {
  forEachTable(records, (table, rows) => {
    const names = COLUMNS[table];
    const values = names.map((_, index) => `value ->> ${index}`).join(", ");
    database.run(
      `DELETE FROM ${table} WHERE (${names.join(", ")}) IN (SELECT ${values} FROM json_each(?))`,
      rows,
    );
  });
}

export function removeRecords(database: EmbeddedDatabase, ids: readonly RecordId[]): void {
  for (const id of ids) database.run(REMOVE, id);
}

function forEachTable(
  records: readonly GraphRecord[],
  write: (table: DerivedTable, rows: string) => void,
): void {
  const derived = records.map(derivedRows);
  for (const table of DERIVED_TABLES) {
    const rows = derived.flatMap((of) => of[table]);
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      write(table, JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE)));
    }
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
