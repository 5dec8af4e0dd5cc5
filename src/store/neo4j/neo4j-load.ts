import { randomUUID } from "node:crypto";
import type { ApplyResult } from "../../domain/change-set.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { LoadOptions } from "../graph-store.ts";
import { checkEmpty, openLoadLedger, type LoadLedger } from "../load-ledger.ts";
import type { Neo4jConnection } from "./neo4j-connection.ts";
import { unavailable } from "./neo4j-errors.ts";
import { earlierResult, writeEntries, writeHead } from "./neo4j-log.ts";
import { lockMeta, writeMeta, type Meta } from "./neo4j-meta.ts";
import { ANCHOR, RECORD } from "./neo4j-names.ts";
import { wholeNumber, type RunStatement } from "./neo4j-statement.ts";
import { putRecords } from "./neo4j-writes.ts";

type Batches = AsyncIterable<readonly GraphRecord[]>;

/** How long a load is believed to live without a sign of life, by the server's clock. */
const LEASE_MILLISECONDS = 10_000;
const SIGN_OF_LIFE_MILLISECONDS = 2_500;

const HOLD = "MATCH (g:Graph {key: 'graph'}) SET g.load = $token, g.loadUntil = timestamp() + $lease";
const RENEW = `
MATCH (g:Graph {key: 'graph'}) SET g.lock = true REMOVE g.lock
WITH g WHERE g.load = $token SET g.loadUntil = timestamp() + $lease
RETURN coalesce(g.loadBatch, 0) AS batch`;
const COUNT = "MATCH (g:Graph {key: 'graph'}) SET g.loadBatch = $batch";
const RELEASE =
  "MATCH (g:Graph {key: 'graph'}) WHERE g.load = $token REMOVE g.load, g.loadUntil, g.loadBatch";
// A graph that is being loaded was empty before, so every record in it comes from the load.
const WIPE = [
  `MATCH (n:${RECORD}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS gone`,
  `MATCH (n:${ANCHOR}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS gone`,
  "MATCH (n:Identifier) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS gone",
  "MATCH (s:ChangeSet {isOpen: true})-[:CHANGED]->(n) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS gone",
  "MATCH (n:ChangeSet {isOpen: true}) WITH n LIMIT $limit DELETE n RETURN count(*) AS gone",
];

/** One load: what the graph was at before, and the token by which the server knows who loads. */
interface Load {
  readonly connection: Neo4jConnection;
  readonly token: string;
  readonly meta: Meta;
  readonly options: LoadOptions;
}

/**
 * Loads an empty graph, each batch in a transaction of its own. Meanwhile the graph carries the token of its loader and the time
 * until which it is believed to live; a graph whose loader has died is emptied by whoever finds it.
 */
export async function loadBatches(
  connection: Neo4jConnection,
  batches: Batches,
  options: LoadOptions,
): Promise<ApplyResult> {
  const token = randomUUID();
  const begun = await connection.write(async (run) => begin(run, token, options));
  if ("earlier" in begun) return begun.earlier;
  const load: Load = { connection, token, meta: begun.meta, options };
  const signs = setInterval(() => {
    connection.write(async (run) => renew(run, token)).catch(() => undefined);
  }, SIGN_OF_LIFE_MILLISECONDS);
  try {
    return await writeBatches(load, batches);
  } catch (error) {
    await empty(connection, token);
    throw error;
  } finally {
    clearInterval(signs);
  }
}

async function begin(
  run: RunStatement,
  token: string,
  options: LoadOptions,
): Promise<{ readonly meta: Meta } | { readonly earlier: ApplyResult }> {
  const meta = await lockMeta(run);
  if (meta.state !== "WHOLE") throw unavailable("its graph is being loaded; try again later");
  const earlier = await earlierResult(run, options.id, meta.uuid);
  if (earlier !== null) return { earlier };
  checkEmpty(meta.counts);
  await run(HOLD, { token, lease: wholeNumber(LEASE_MILLISECONDS) });
  await writeHead(run, options, loadResult(meta, 0));
  await run("MATCH (s:ChangeSet {id: $id}) SET s.isOpen = true", { id: options.id });
  return { meta };
}

/** Tells the server that the load lives, and how many batches are in. */
async function renew(run: RunStatement, token: string): Promise<number> {
  const rows = await run(RENEW, { token, lease: wholeNumber(LEASE_MILLISECONDS) });
  if (rows.length === 0)
    throw unavailable("its load gave no sign of life for too long and was ended by another process");
  return Number(rows[0]?.["batch"]);
}

async function writeBatches(load: Load, batches: Batches): Promise<ApplyResult> {
  const ledger = openLoadLedger();
  let count = 0;
  for await (const batch of batches) {
    const records = ledger.enter(batch);
    count += 1;
    await load.connection.write(async (run) => writeBatch(run, load, count, records));
    load.options.onProgress?.(ledger.size());
  }
  ledger.close();
  return load.connection.write(async (run) => finish(run, load, ledger));
}

/** Writes a batch, unless it is in: the driver repeats a transaction whose end it did not hear of. */
async function writeBatch(
  run: RunStatement,
  { token, meta, options }: Load,
  batch: number,
  records: readonly GraphRecord[],
): Promise<void> {
  if ((await renew(run, token)) >= batch) return;
  const number = meta.number + 1;
  const entries = records.map((after) => ({ id: after.id, after }));
  await putRecords(run, records, number);
  await writeEntries(run, options.id, number, entries);
  await run(COUNT, { batch: wholeNumber(batch) });
}

async function finish(
  run: RunStatement,
  { token, meta, options }: Load,
  ledger: LoadLedger,
): Promise<ApplyResult> {
  await renew(run, token);
  const result = loadResult(meta, ledger.size());
  if (result.added > 0) await writeMeta(run, meta, meta.number + 1, ledger.counts);
  await writeHead(run, options, result);
  await run("MATCH (s:ChangeSet {id: $id}) REMOVE s.isOpen", { id: options.id });
  await run(RELEASE, { token });
  return result;
}

function loadResult(meta: Meta, added: number): ApplyResult {
  const version = added === 0 ? meta.version : `${meta.uuid}-${meta.number + 1}`;
  return { version, added, changed: 0, removed: 0, unchanged: 0 };
}

/** Takes over a graph whose loader has died, and empties it. Another may do the same at the same time: one of them wins. */
export async function endDeadLoad(connection: Neo4jConnection): Promise<void> {
  const token = randomUUID();
  await connection.write(async (run) => {
    const { state } = await lockMeta(run);
    if (state === "BROKEN") await run(HOLD, { token, lease: wholeNumber(LEASE_MILLISECONDS) });
  });
  await empty(connection, token);
}

/** Empties the graph that the token holds, and gives it back. */
async function empty(connection: Neo4jConnection, token: string): Promise<void> {
  for (const statement of WIPE) {
    for (;;) {
      const gone = await connection.write(async (run) => {
        const held = await run(RENEW, { token, lease: wholeNumber(LEASE_MILLISECONDS) });
        if (held.length === 0) return 0;
        const [row] = await run(statement, { limit: wholeNumber(5_000) });
        return Number(row?.["gone"]);
      });
      if (gone === 0) break;
    }
  }
  await connection.write(async (run) => run(RELEASE, { token }));
}
