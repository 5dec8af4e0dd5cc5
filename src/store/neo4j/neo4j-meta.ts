import type { GraphVersion } from "../../domain/change-set.ts";
import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { unavailable } from "./neo4j-errors.ts";
import { wholeNumber, type RunStatement } from "./neo4j-statement.ts";

/** The one node that says what the graph is at. */
export interface Meta {
  readonly uuid: string;
  readonly number: number;
  readonly version: GraphVersion;
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  /** `LOADING`: another writes the graph; `BROKEN`: its load ended without an end, and has left a part. */
  readonly state: "WHOLE" | "LOADING" | "BROKEN";
}

const CREATE = `
MERGE (g:Graph {key: 'graph'})
ON CREATE SET g.uuid = $uuid, g.version = $zero, g.counts = '{}'`;
const READ = `
MATCH (g:Graph {key: 'graph'})
RETURN g.uuid AS uuid, g.version AS version, g.counts AS counts,
  CASE WHEN g.load IS NULL THEN 'WHOLE' WHEN g.loadUntil > timestamp() THEN 'LOADING' ELSE 'BROKEN' END AS state`;
// Writing any property takes the node's lock until the transaction ends; what is read after it is the newest.
const LOCK = "MATCH (g:Graph {key: 'graph'}) SET g.lock = true REMOVE g.lock";
const WRITE = "MATCH (g:Graph {key: 'graph'}) SET g.version = $version, g.counts = $counts";

export async function createMeta(run: RunStatement, uuid: string): Promise<void> {
  await run(CREATE, { uuid, zero: wholeNumber(0) });
}

export async function readMeta(run: RunStatement): Promise<Meta> {
  const [row] = await run(READ);
  if (row === undefined) throw unavailable("its graph was removed from the database; start again");
  const [uuid, number] = [String(row["uuid"]), Number(row["version"])];
  return {
    uuid,
    number,
    version: `${uuid}-${number}`,
    counts: JSON.parse(String(row["counts"])) as Meta["counts"],
    state: row["state"] as Meta["state"],
  };
}

/** Takes the write lock, which holds off every other writer until the transaction ends, then reads what the graph is at. */
export async function lockMeta(run: RunStatement): Promise<Meta> {
  const [, meta] = await Promise.all([run(LOCK), readMeta(run)]);
  return meta;
}

/** Writes the version and the counts, which change by the deltas. Kinds keep the domain's order. */
export async function writeMeta(
  run: RunStatement,
  before: Meta,
  number: number,
  deltas: ReadonlyMap<Kind, number>,
): Promise<void> {
  const counts: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const count = (before.counts[kind] ?? 0) + (deltas.get(kind) ?? 0);
    if (count > 0) counts[kind] = count;
  }
  await run(WRITE, { version: wholeNumber(number), counts: JSON.stringify(counts) });
}
