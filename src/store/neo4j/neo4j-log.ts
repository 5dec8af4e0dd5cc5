import {
  graphUuid,
  versionNumber,
  type ApplyResult,
  type Change,
  type GraphVersion,
} from "../../domain/change-set.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { GraphRecord } from "../../domain/record.ts";
import {
  changeOf,
  changePage,
  LOG_COLUMNS,
  NEWEST_FIRST,
  type LogEntry,
  type LogHead,
} from "../change-log.ts";
import type { ChangePage, PageRequest } from "../graph-store.ts";
import { keysetCondition, keysetOrder } from "../keyset.ts";
import { checkLimit, instant, startOf } from "../query-check.ts";
import { readMeta } from "./neo4j-meta.ts";
import { inChunks, wholeNumber, type Row, type RunStatement } from "./neo4j-statement.ts";

const PATTERN = "(s:ChangeSet)-[:CHANGED]->(c:Change)";
const ENTRY = `s.id AS changeSet, s.author AS author, s.message AS message, s.at AS at,
  c.version AS version, c.id AS id, c.before AS before, c.after AS after`;

const SINCE = `MATCH ${PATTERN} WHERE s.version > $since RETURN ${ENTRY} ORDER BY c.version, c.id LIMIT $limit`;

export async function readChangesSince(
  run: RunStatement,
  version: GraphVersion,
  limit: number,
): Promise<Change[] | null> {
  checkLimit(limit);
  const { uuid, number } = await readMeta(run);
  const since = versionNumber(version);
  if (graphUuid(version) !== uuid || !(since <= number)) return null;
  if (since === number) return [];
  const rows = await run(SINCE, { since, limit: wholeNumber(limit) });
  return rows.map((row) => changeOf(row, uuid));
}

export async function readChangesBetween(
  run: RunStatement,
  from: string,
  to: string,
  page: PageRequest,
): Promise<ChangePage> {
  const bounds = { from: instant("from", from), to: instant("to", to) };
  return readPage(run, "changes", "s.at >= $from AND s.at < $to", bounds, page);
}

export async function readHistory(run: RunStatement, id: RecordId, page: PageRequest): Promise<ChangePage> {
  return readPage(run, "history", "c.id = $id", { id }, page);
}

async function readPage(
  run: RunStatement,
  scope: string,
  condition: string,
  parameters: Row,
  page: PageRequest,
): Promise<ChangePage> {
  const after = startOf(scope, page, "number");
  const beyond = after === null ? "" : ` AND ${keysetCondition(LOG_COLUMNS, NEWEST_FIRST, after)}`;
  const statement = `MATCH ${PATTERN} WHERE ${condition}${beyond} RETURN ${ENTRY} ORDER BY ${keysetOrder(LOG_COLUMNS, NEWEST_FIRST)} LIMIT $limit`;
  const [{ uuid }, rows] = await Promise.all([
    readMeta(run),
    run(statement, {
      ...parameters,
      ...(after === null ? {} : { afterKey: after.key, afterId: after.id }),
      limit: wholeNumber(page.first + 1),
    }),
  ]);
  return changePage(rows, scope, page.first, uuid);
}

const HEAD =
  "MERGE (s:ChangeSet {id: $id}) SET s.author = $author, s.message = $message, s.at = $at, s += $counts";

/** Writes the head of a change set, to which its entries are hung, or writes it anew. */
export async function writeHead(run: RunStatement, head: LogHead, result: ApplyResult): Promise<void> {
  const { version, added, changed, removed, unchanged } = result;
  const counts = { version: versionNumber(version), added, changed, removed, unchanged };
  await run(HEAD, {
    id: head.id,
    author: head.author,
    message: head.message,
    at: new Date().toISOString(),
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, wholeNumber(count)])),
  });
}

const ENTRIES = `
MATCH (s:ChangeSet {id: $changeSet})
UNWIND $entries AS entry
CREATE (s)-[:CHANGED]->(c:Change {version: $version, id: entry.id, before: entry.before, after: entry.after})`;

export async function writeEntries(
  run: RunStatement,
  changeSet: string,
  version: number,
  entries: readonly LogEntry[],
): Promise<void> {
  const text = (record: GraphRecord | undefined): string | null =>
    record === undefined ? null : JSON.stringify(record);
  const rows = entries.map(({ id, before, after }) => ({ id, before: text(before), after: text(after) }));
  await inChunks(rows, async (chunk) =>
    run(ENTRIES, { changeSet, version: wholeNumber(version), entries: chunk }),
  );
}

const EARLIER = `
MATCH (s:ChangeSet {id: $id}) RETURN s.version AS version,
  s.added AS added, s.changed AS changed, s.removed AS removed, s.unchanged AS unchanged`;

/** What a change set with this id did when it was applied; null when it never was. */
export async function earlierResult(
  run: RunStatement,
  changeSet: string,
  uuid: string,
): Promise<ApplyResult | null> {
  const [row] = await run(EARLIER, { id: changeSet });
  if (row === undefined) return null;
  return {
    version: `${uuid}-${Number(row["version"])}`,
    added: Number(row["added"]),
    changed: Number(row["changed"]),
    removed: Number(row["removed"]),
    unchanged: Number(row["unchanged"]),
  };
}
