import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { StoreUnavailableError } from "../../domain/errors.ts";
import type { GraphStore } from "../graph-store.ts";
import { readAdjacent } from "./embedded-adjacent.ts";
import { applyChangeSet } from "./embedded-apply.ts";
import { inSnapshot, openDatabase, prepareDatabase, type EmbeddedDatabase } from "./embedded-database.ts";
import { readList } from "./embedded-list.ts";
import { endDeadLoad, loadBatches } from "./embedded-load.ts";
import { readChangesBetween, readChangesSince, readHistory } from "./embedded-log.ts";
import { readMeta, readVersion } from "./embedded-meta.ts";
import { readEvidence, readFacts, readIdentified, readRecords, recordsById } from "./embedded-reads.ts";
import { rememberRecords } from "./embedded-record-memory.ts";
import { scanRecords } from "./embedded-scan.ts";

export interface EmbeddedStoreOptions {
  /** The folder of the database, made when it is missing; `:memory:` for a graph that ends with the store. */
  readonly directory: string;
  /** Opens an existing graph without ever writing to its folder's database. */
  readonly readOnly?: boolean;
}

/**
 * The graph in one SQLite file. Several processes may open it at once; each sees what the others have committed.
 * Throws StoreUnavailableError when the file can't be opened.
 */
export async function openEmbeddedStore({
  directory,
  readOnly = false,
}: EmbeddedStoreOptions): Promise<GraphStore> {
  const database = openDatabase(databasePath(directory, readOnly), readOnly);
  try {
    await prepareDatabase(database, randomUUID);
    endDeadLoad(database, directory);
  } catch (error) {
    database.close();
    throw error;
  }
  return embeddedStore(database, directory);
}

function databasePath(directory: string, isReadOnly: boolean): string {
  if (directory === ":memory:") return directory;
  const path = join(directory, "graph.sqlite");
  if (!isReadOnly) makeFolder(directory);
  else if (!existsSync(path))
    throw new StoreUnavailableError("embedded", `there is no graph in ${directory}; seed it first`);
  return path;
}

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new StoreUnavailableError("embedded", `its folder ${directory} can't be made`, { cause: error });
  }
}

function embeddedStore(database: EmbeddedDatabase, directory: string): GraphStore {
  let isLoading = false;
  const refuseWhileLoading = (): void => {
    if (isLoading) throw new StoreUnavailableError("embedded", "its graph is being loaded; try again later");
  };
  const recent = rememberRecords((ids) => recordsById(database, ids));
  const turnToNewest = (): void => recent.turnTo(readVersion(database).version);
  /** Reads one state of a whole graph. */
  const read = async <T>(work: () => T): Promise<T> => {
    refuseWhileLoading();
    return inSnapshot(database, () => {
      turnToNewest();
      return work();
    });
  };
  return {
    records: async (ids) => {
      refuseWhileLoading();
      // What is remembered of the newest version is one state without a transaction.
      if (recent.hasAll(ids)) turnToNewest();
      return recent.hasAll(ids) ? readRecords(recent.read, ids) : read(() => readRecords(recent.read, ids));
    },
    adjacent: (query) => read(() => readAdjacent(database, query, recent.read)),
    list: (query) => read(() => readList(database, query, recent.read)),
    evidenceOf: (factIds) => read(() => readEvidence(database, factIds)),
    factsOf: (sourceIds, page) => read(() => readFacts(database, sourceIds, page)),
    byIdentifier: (pairs) => read(() => readIdentified(database, pairs)),
    changesSince: (version, limit) => read(() => readChangesSince(database, version, limit)),
    changesBetween: (from, to, page) => read(() => readChangesBetween(database, from, to, page)),
    history: (id, page) => read(() => readHistory(database, id, page)),
    info: async () => {
      refuseWhileLoading();
      const { version, counts } = readMeta(database);
      return { store: "embedded", version, counts };
    },
    scan: async (sink) => {
      refuseWhileLoading();
      return scanRecords(database, sink);
    },
    apply: async (changeSet) => {
      refuseWhileLoading();
      return applyChangeSet(database, changeSet);
    },
    load: async (batches, options) => {
      refuseWhileLoading();
      isLoading = true;
      try {
        return await loadBatches(database, directory, batches, options);
      } finally {
        isLoading = false;
      }
    },
    close: async () => {
      database.close();
    },
  };
}
