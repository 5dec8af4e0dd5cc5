import { randomUUID } from "node:crypto";
import { StoreUnavailableError } from "../../domain/errors.ts";
import { checkChangeSet } from "../change-set-check.ts";
import type { GraphStore } from "../graph-store.ts";
import { readAdjacent } from "./neo4j-adjacent.ts";
import { applyChangeSet } from "./neo4j-apply.ts";
import { connectNeo4j, type Neo4jConnection, type Neo4jOptions } from "./neo4j-connection.ts";
import { unavailable } from "./neo4j-errors.ts";
import { readList } from "./neo4j-list.ts";
import { endDeadLoad, loadBatches } from "./neo4j-load.ts";
import { readChangesBetween, readChangesSince, readHistory } from "./neo4j-log.ts";
import { createMeta, readMeta, type Meta } from "./neo4j-meta.ts";
import { readEvidence, readFacts, readIdentified, readRecords } from "./neo4j-reads.ts";
import { scanRecords } from "./neo4j-scan.ts";
import { missingRules } from "./neo4j-schema.ts";
import type { RunStatement } from "./neo4j-statement.ts";
import { shareReads } from "./shared-reads.ts";

/**
 * The graph in a Neo4j database, 5.26 or newer. Opening needs no server: each call connects by itself, fails with
 * StoreUnavailableError while the server is away and works again when it is back. The first call that reaches the server lays
 * out the constraints and indexes. Throws InvalidArgumentError for an address that can't be one.
 */
export async function openNeo4jStore(options: Neo4jOptions): Promise<GraphStore> {
  return neo4jStore(connectNeo4j(options));
}

function neo4jStore(connection: Neo4jConnection): GraphStore {
  let preparing: Promise<void> | null = null;
  /** Works on a prepared database. After trouble it is prepared anew: what comes back may be another one. */
  const ready = async <T>(work: () => Promise<T>): Promise<T> => {
    preparing ??= prepare(connection);
    try {
      await preparing;
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailableError) preparing = null;
      throw error;
    }
  };
  const shared = shareReads(async (work) => readWhole(connection, work));
  const read = async <T>(work: (run: RunStatement) => Promise<T>): Promise<T> =>
    ready(async () => shared(work));
  const onWhole = async <T>(work: () => Promise<T>): Promise<T> =>
    ready(async () => {
      await readWhole(connection, readMeta);
      return work();
    });
  return {
    records: async (ids) => read(async (run) => readRecords(run, ids)),
    adjacent: async (query) => read(async (run) => readAdjacent(run, query)),
    list: async (query) => read(async (run) => readList(run, query)),
    evidenceOf: async (factIds) => read(async (run) => readEvidence(run, factIds)),
    factsOf: async (sourceIds, page) => read(async (run) => readFacts(run, sourceIds, page)),
    byIdentifier: async (pairs) => read(async (run) => readIdentified(run, pairs)),
    changesSince: async (version, limit) => read(async (run) => readChangesSince(run, version, limit)),
    changesBetween: async (from, to, page) => read(async (run) => readChangesBetween(run, from, to, page)),
    history: async (id, page) => read(async (run) => readHistory(run, id, page)),
    info: async () => {
      const { version, counts } = await read(readMeta);
      return { store: "neo4j", version, counts };
    },
    scan: async (sink) => onWhole(async () => scanRecords(connection, sink)),
    apply: async (changeSet) => {
      checkChangeSet(changeSet);
      return onWhole(async () => connection.write(async (run) => applyChangeSet(run, changeSet)));
    },
    load: async (batches, loadOptions) => onWhole(async () => loadBatches(connection, batches, loadOptions)),
    close: async () => connection.close(),
  };
}

/** Reads a whole graph. What a dead load has left behind is cleared away first. */
async function readWhole<T>(
  connection: Neo4jConnection,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  const both = async (run: RunStatement): Promise<readonly [Meta, T]> =>
    Promise.all([readMeta(run), work(run)]);
  const [meta, result] = await connection.read(both);
  if (meta.state === "WHOLE") return result;
  if (meta.state === "BROKEN") await endDeadLoad(connection);
  const [metaNow, resultNow] = await connection.read(both);
  if (metaNow.state !== "WHOLE") throw unavailable("its graph is being loaded; try again later");
  return resultNow;
}

/** Lays out the constraints and indexes that are missing, and the node that says what the graph is at. */
async function prepare(connection: Neo4jConnection): Promise<void> {
  const rules = await connection.read(missingRules);
  if (rules.length > 0) {
    await connection.write(async (run) => {
      for (const { statement } of rules) await run(statement);
    });
  }
  await connection.write(async (run) => createMeta(run, randomUUID()));
}
