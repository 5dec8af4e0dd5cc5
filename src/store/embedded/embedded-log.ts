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
import type { EmbeddedDatabase, Parameters } from "./embedded-database.ts";
import { readVersion } from "./embedded-meta.ts";

const ENTRIES = `
SELECT c.version, c.id, c.before, c.after, s.id AS changeSet, s.author, s.message, s.at
FROM change c CROSS JOIN change_set s ON s.id = c.change_set`;

export function readChangesSince(
  database: EmbeddedDatabase,
  version: GraphVersion,
  limit: number,
): Change[] | null {
  checkLimit(limit);
  const { uuid, number } = readVersion(database);
  const since = versionNumber(version);
  if (graphUuid(version) !== uuid || !(since <= number)) return null;
  return database
    .all(`${ENTRIES} WHERE c.version > $since ORDER BY c.version, c.id LIMIT $limit`, {
      $since: since,
      $limit: limit,
    })
    .map((row) => changeOf(row, uuid));
}

export function readChangesBetween(
  database: EmbeddedDatabase,
  from: string,
  to: string,
  page: PageRequest,
): ChangePage {
  const parameters = { $from: instant("from", from), $to: instant("to", to) };
  return readPage(database, "changes", "s.at >= $from AND s.at < $to", parameters, page);
}

export function readHistory(database: EmbeddedDatabase, id: RecordId, page: PageRequest): ChangePage {
  return readPage(database, "history", "c.id = $id", { $id: id }, page);
}

function readPage(
  database: EmbeddedDatabase,
  scope: string,
  condition: string,
  parameters: Parameters,
  page: PageRequest,
): ChangePage {
  const after = startOf(scope, page, "number");
  const { uuid } = readVersion(database);
  const beyond = after === null ? "" : ` AND ${keysetCondition(LOG_COLUMNS, NEWEST_FIRST, after)}`;
  const rows = database.all(
    `${ENTRIES} WHERE ${condition}${beyond} ORDER BY ${keysetOrder(LOG_COLUMNS, NEWEST_FIRST)} LIMIT $limit`,
    {
      ...parameters,
      ...(after === null ? {} : { $afterKey: after.key, $afterId: after.id }),
      $limit: page.first + 1,
    },
  );
  return changePage(rows, scope, page.first, uuid);
}

export function writeEntries(
  database: EmbeddedDatabase,
  changeSet: string,
  version: number,
  entries: readonly LogEntry[],
): void {
  database.insert(
    "INSERT INTO change",
    entries.map(({ id, before, after }) => [version, id, changeSet, textOf(before), textOf(after)]),
  );
}

function textOf(record: GraphRecord | undefined): string | null {
  return record === undefined ? null : JSON.stringify(record);
}

const NEW_SET = "INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

export function writeHead(
  database: EmbeddedDatabase,
  { id, author, message }: LogHead,
  result: ApplyResult,
): void {
  const { version, added, changed, removed, unchanged } = result;
  const at = new Date().toISOString();
  database.run(NEW_SET, id, versionNumber(version), author, message, at, added, changed, removed, unchanged);
}

/** What a change set with this id did when it was applied; null when it never was. */
export function earlierResult(
  database: EmbeddedDatabase,
  changeSet: string,
  uuid: string,
): ApplyResult | null {
  const row = database.get("SELECT * FROM change_set WHERE id = $id", { $id: changeSet });
  if (row === undefined) return null;
  return {
    version: `${uuid}-${Number(row["version"])}`,
    added: Number(row["added"]),
    changed: Number(row["changed"]),
    removed: Number(row["removed"]),
    unchanged: Number(row["unchanged"]),
  };
}
