import { join } from "node:path";
import type { ApplyResult } from "../../domain/change-set.ts";
import { StoreUnavailableError } from "../../domain/errors.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { LoadOptions } from "../graph-store.ts";
import { checkEmpty, openLoadLedger } from "../load-ledger.ts";
import {
  beginWriting,
  inTransaction,
  openDatabase,
  rollBack,
  type EmbeddedDatabase,
} from "./embedded-database.ts";
import { isBusy } from "./embedded-errors.ts";
import { earlierResult, writeEntries, writeHead } from "./embedded-log.ts";
import { readMeta, setLoading, writeMeta, type Meta } from "./embedded-meta.ts";
import { putRecords } from "./embedded-writes.ts";

type Batches = AsyncIterable<readonly GraphRecord[]>;

/**
 * Loads an empty graph in one long transaction. Before it, a flag is committed that makes every reader refuse; it is cleared
 * together with the load, or after its failure. A process that dies leaves the flag behind, and nothing of its load.
 */
export async function loadBatches(
  database: EmbeddedDatabase,
  directory: string,
  batches: Batches,
  options: LoadOptions,
): Promise<ApplyResult> {
  const release = takeLoadLock(directory);
  try {
    const { meta, earlier } = inTransaction(database, () => raiseFlag(database, options));
    if (earlier !== null) return earlier;
    try {
      return await writeBatches(database, meta, batches, options);
    } catch (error) {
      inTransaction(database, () => {
        setLoading(database, false);
      });
      throw error;
    }
  } finally {
    release();
  }
}

/** Clears the flag of a load whose process died. */
export function endDeadLoad(database: EmbeddedDatabase, directory: string): void {
  if (database.isReadOnly || database.get("SELECT loading FROM meta")?.["loading"] === 0) return;
  const release = tryLoadLock(directory);
  if (release === null) return;
  inTransaction(database, () => {
    setLoading(database, false);
  });
  release();
}

function raiseFlag(
  database: EmbeddedDatabase,
  { id }: LoadOptions,
): { readonly meta: Meta; readonly earlier: ApplyResult | null } {
  const meta = readMeta(database);
  const earlier = earlierResult(database, id, meta.uuid);
  if (earlier === null) {
    checkEmpty(meta.counts);
    setLoading(database, true);
  }
  return { meta, earlier };
}

async function writeBatches(
  database: EmbeddedDatabase,
  meta: Meta,
  batches: Batches,
  options: LoadOptions,
): Promise<ApplyResult> {
  const ledger = openLoadLedger();
  const number = meta.number + 1;
  beginWriting(database);
  try {
    for await (const batch of batches) {
      const records = ledger.enter(batch);
      putRecords(database, records, number);
      writeEntries(
        database,
        options.id,
        number,
        records.map((after) => ({ id: after.id, after })),
      );
      options.onProgress?.(ledger.size());
    }
    ledger.close();
    const result = loadResult(meta, ledger.size());
    if (result.added > 0) writeMeta(database, meta, number, ledger.counts);
    writeHead(database, options, result);
    setLoading(database, false);
    database.execute("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function loadResult(meta: Meta, added: number): ApplyResult {
  const version = added === 0 ? meta.version : `${meta.uuid}-${meta.number + 1}`;
  return { version, added, changed: 0, removed: 0, unchanged: 0 };
}

type Release = () => void;

function takeLoadLock(directory: string): Release {
  const release = tryLoadLock(directory);
  if (release === null)
    throw new StoreUnavailableError("embedded", "its graph is being loaded; try again later");
  return release;
}

/**
 * The lock that a loader holds while it lives, on a file of its own beside the database: the operating system gives it back
 * when the process dies. Null when another holds it.
 */
function tryLoadLock(directory: string): Release | null {
  if (directory === ":memory:") return () => undefined;
  const lock = openDatabase(join(directory, "load.lock"), false);
  try {
    lock.execute("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return lock.close;
}
