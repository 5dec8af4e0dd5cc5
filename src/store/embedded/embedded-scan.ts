import { setImmediate } from "node:timers/promises";
import type { GraphVersion } from "../../domain/change-set.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { openDatabase, type EmbeddedDatabase } from "./embedded-database.ts";
import { readVersion } from "./embedded-meta.ts";
import { RECORD_COLUMNS, storedRecord } from "./embedded-rows.ts";

type Sink = (batch: readonly StoredRecord[]) => void;

const BATCH = 2_000;
const NEXT = `SELECT ${RECORD_COLUMNS} FROM record r WHERE r.id > $after ORDER BY r.id LIMIT ${BATCH}`;

/**
 * Reads everything as of one version. A file gets a connection of its own for it, so that the scan can give other work a turn
 * between batches while its snapshot stands; a database in memory is read in one go.
 */
export async function scanRecords(database: EmbeddedDatabase, sink: Sink): Promise<GraphVersion> {
  if (database.path === undefined) return scanInMemory(database, sink);
  const own = openDatabase(database.path, true);
  try {
    own.execute("BEGIN");
    const { version } = readVersion(own);
    for (const batch of batchesOf(own)) {
      sink(batch);
      await setImmediate();
    }
    return version;
  } finally {
    own.close();
  }
}

function scanInMemory(database: EmbeddedDatabase, sink: Sink): GraphVersion {
  const { version } = readVersion(database);
  for (const batch of batchesOf(database)) sink(batch);
  return version;
}

function* batchesOf(database: EmbeddedDatabase): Generator<readonly StoredRecord[]> {
  let after = "";
  for (;;) {
    const batch = database.all(NEXT, { $after: after }).map(storedRecord);
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.id;
  }
}
