import { compareStrings } from "../../domain/compare.ts";
import type { GraphVersion } from "../../domain/change-set.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind, kindSpecs } from "../../domain/kinds.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { Neo4jConnection } from "./neo4j-connection.ts";
import { unavailable } from "./neo4j-errors.ts";
import { lockMeta, readMeta, type Meta } from "./neo4j-meta.ts";
import { RECORD } from "./neo4j-names.ts";
import { storedRecord } from "./neo4j-rows.ts";
import { wholeNumber, type RunStatement } from "./neo4j-statement.ts";

type Batch = readonly StoredRecord[];

interface Scanned {
  readonly version: GraphVersion;
  readonly batches: readonly Batch[];
}

const BATCH = 2_000;
const FREE_ATTEMPTS = 2;
/** Ids of one kind lie together, and kinds lie in the order of their prefixes with the colon. */
const KINDS_BY_ID = KINDS.toSorted((a, b) =>
  compareStrings(`${kindSpecs[a].prefix}:`, `${kindSpecs[b].prefix}:`),
);

const NODES = `
MATCH (n:${RECORD}) WHERE n.id > $after AND n.id < $end
RETURN properties(n) AS properties ORDER BY n.id LIMIT $limit`;
const relationships = (kind: Kind): string => `
MATCH (a)-[r:${kind}]->(b) WHERE r.id > $after AND r.id < $end
RETURN properties(r) AS properties, a.id AS from, b.id AS to ORDER BY r.id LIMIT $limit`;

/**
 * Reads everything as of one version. Neo4j shows a reader what others commit meanwhile, so the version is compared at the end,
 * under the lock; when it has moved, the scan is repeated, at last with the lock held, and the sink sees nothing before that.
 */
export async function scanRecords(
  connection: Neo4jConnection,
  sink: (batch: Batch) => void,
): Promise<GraphVersion> {
  const { version, batches } = await readOneVersion(connection);
  for (const batch of batches) sink(batch);
  return version;
}

async function readOneVersion(connection: Neo4jConnection): Promise<Scanned> {
  for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt += 1) {
    const scanned = await connection.read(async (run) => readAll(run, await readMeta(run)));
    const { version } = await connection.write(lockMeta);
    if (version === scanned.version) return scanned;
  }
  return connection.write(async (run) => readAll(run, await lockMeta(run)));
}

async function readAll(run: RunStatement, { version, counts, state }: Meta): Promise<Scanned> {
  if (state !== "WHOLE") throw unavailable("its graph is being loaded; try again later");
  const batches: Batch[] = [];
  for (const kind of KINDS_BY_ID) {
    if (counts[kind] !== undefined) batches.push(...(await readKind(run, kind)));
  }
  return { version, batches };
}

async function readKind(run: RunStatement, kind: Kind): Promise<Batch[]> {
  const { prefix } = kindSpecs[kind];
  const statement = isRelationshipKind(kind) ? relationships(kind) : NODES;
  const batches: Batch[] = [];
  let after = `${prefix}:`;
  for (;;) {
    const rows = await run(statement, { after, end: `${prefix};`, limit: wholeNumber(BATCH) });
    const batch = rows.map(storedRecord);
    const last = batch.at(-1);
    if (last === undefined) return batches;
    batches.push(batch);
    if (batch.length < BATCH) return batches;
    after = last.id;
  }
}
