import type { Change } from "../domain/change-set.ts";
import type { GraphRecord } from "../domain/record.ts";
import { encodeCursor } from "./cursor.ts";
import type { ChangePage } from "./graph-store.ts";
import { cutPage } from "./page.ts";

export type LogEntry = Pick<Change, "id" | "before" | "after">;

/** Who changes the graph, and why. */
export interface LogHead {
  readonly id: string;
  readonly author: string;
  readonly message: string;
}

/** A log entry as both adapters read it: `before` and `after` are JSON texts, absent or null where there was no record. */
type LogRow = Readonly<Record<string, unknown>>;

/** Where the log is read by pages: newest version first, then by id. */
export const LOG_COLUMNS = { id: "c.id", key: { value: "c.version" } } as const;
export const NEWEST_FIRST = { direction: "DESC", backwards: false } as const;

/** One entry of the log of the graph with this uuid. */
export function changeOf(row: LogRow, uuid: string): Change {
  const { before, after } = row;
  return {
    version: `${uuid}-${Number(row["version"])}`,
    changeSet: String(row["changeSet"]),
    author: String(row["author"]),
    message: String(row["message"]),
    at: String(row["at"]),
    id: String(row["id"]),
    ...(typeof before === "string" ? { before: JSON.parse(before) as GraphRecord } : {}),
    ...(typeof after === "string" ? { after: JSON.parse(after) as GraphRecord } : {}),
  };
}

/** A page of the log, cut from one row more than was asked for. */
export function changePage(rows: readonly LogRow[], scope: string, first: number, uuid: string): ChangePage {
  const { items, hasMore } = cutPage(rows, first);
  const cursors = items.map((row) =>
    encodeCursor(scope, { key: Number(row["version"]), id: String(row["id"]) }),
  );
  return {
    items: items.map((row) => changeOf(row, uuid)),
    cursors,
    hasMore,
    endCursor: cursors.at(-1) ?? null,
  };
}
