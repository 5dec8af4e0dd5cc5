import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { ForbiddenError, StoreUnavailableError } from "../../domain/errors.ts";
import { isBusy, translateError } from "./embedded-errors.ts";
import { LAYOUT, LAYOUT_VERSION } from "./embedded-schema.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;
export type Parameters = Readonly<Record<string, SQLInputValue>>;

/** One connection to the file, with its prepared statements. Errors about the file come out as StoreUnavailableError. */
export interface EmbeddedDatabase {
  /** Absent for a database in memory. */
  readonly path?: string;
  readonly isReadOnly: boolean;
  readonly all: (sql: string, parameters?: Parameters) => readonly Row[];
  readonly get: (sql: string, parameters?: Parameters) => Row | undefined;
  /** Writes; the values fill the `?` of the statement. */
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => void;
  /** Inserts rows of as many values: `insert` is the statement before its VALUES, `rest` what comes after them. */
  readonly insert: (insert: string, rows: readonly (readonly SQLInputValue[])[], rest?: string) => void;
  /** Runs several statements, for layout and transactions. */
  readonly execute: (sql: string) => void;
  readonly close: () => void;
}

/** How long a write waits for another process's. */
const BUSY_MILLISECONDS = 4_000;
const WAIT_WHEN_BUSY = `PRAGMA busy_timeout = ${BUSY_MILLISECONDS}`;

/** Rows that one statement inserts, where there are so many: a statement for each row takes a third longer. */
const ROWS_AT_ONCE = 50;

export function openDatabase(path: string, isReadOnly: boolean): EmbeddedDatabase {
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translateError(error);
    }
  };
  const database = translated(() => new DatabaseSync(path, { readOnly: isReadOnly }));
  database.exec(WAIT_WHEN_BUSY);
  // Statements are good only while the database object lives: this closure holds both.
  const statements = new Map<string, StatementSync>();
  let isOpen = true;
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    ...(path === ":memory:" ? {} : { path }),
    isReadOnly,
    all: (sql, parameters = {}) => translated(() => prepare(sql).all(parameters)),
    get: (sql, parameters = {}) => translated(() => prepare(sql).get(parameters)),
    run: (sql, ...values) => {
      translated(() => prepare(sql).run(...values));
    },
    insert: (insert, rows, rest = "") => {
      const places = `(${(rows[0] ?? []).map(() => "?").join(", ")})`;
      const sqlOf = (count: number): string =>
        `${insert} VALUES ${Array.from({ length: count }, () => places).join(", ")} ${rest}`;
      const [one, many] = [sqlOf(1), sqlOf(ROWS_AT_ONCE)];
      const whole = rows.length - (rows.length % ROWS_AT_ONCE);
      translated(() => {
        for (let start = 0; start < whole; start += ROWS_AT_ONCE) {
          prepare(many).run(...rows.slice(start, start + ROWS_AT_ONCE).flat());
        }
        for (const row of rows.slice(whole)) prepare(one).run(...row);
      });
    },
    execute: (sql) => {
      translated(() => {
        database.exec(sql);
      });
    },
    close: () => {
      if (isOpen) database.close();
      isOpen = false;
    },
  };
}

/** Lays out an empty file, and refuses a file of another layout. */
export async function prepareDatabase(database: EmbeddedDatabase, newUuid: () => string): Promise<void> {
  if (!database.isReadOnly) {
    await enterWriteAheadLog(database);
    database.execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
    if (layoutOf(database) === 0) inTransaction(database, () => layOut(database, newUuid));
  }
  const layout = layoutOf(database);
  if (layout !== LAYOUT_VERSION) {
    const reason = `its file has layout ${layout}, this version needs ${LAYOUT_VERSION}; move it away and seed again`;
    throw new StoreUnavailableError("embedded", reason);
  }
}

/** Of processes that open a new file at the same time only one may change its mode; SQLite does not always wait for it by itself. */
async function enterWriteAheadLog(database: EmbeddedDatabase): Promise<void> {
  const deadline = Date.now() + BUSY_MILLISECONDS;
  // The size of pages counts for a new file alone: those of 4 KiB take a fifth longer to fill.
  database.execute("PRAGMA busy_timeout = 0; PRAGMA page_size = 16384");
  for (;;) {
    try {
      database.execute(`PRAGMA journal_mode = WAL; ${WAIT_WHEN_BUSY}`);
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}

function layOut(database: EmbeddedDatabase, newUuid: () => string): void {
  if (layoutOf(database) !== 0) return;
  database.execute(LAYOUT);
  database.run("INSERT INTO meta VALUES (1, ?, 0, 0, '{}')", newUuid());
  database.execute(`PRAGMA user_version = ${LAYOUT_VERSION}`);
}

function layoutOf(database: EmbeddedDatabase): number {
  return Number(database.get("PRAGMA user_version")?.["user_version"]);
}

/** Runs work in a write transaction that takes the lock at once; an error undoes all of it. */
export function inTransaction<T>(database: EmbeddedDatabase, work: () => T): T {
  beginWriting(database);
  try {
    const result = work();
    database.execute("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Undoes the open transaction, if the error that led here has not done so already. */
export function rollBack(database: EmbeddedDatabase): void {
  try {
    database.execute("ROLLBACK");
  } catch {
    // A full disk or a closed file has ended the transaction; what matters is the first error.
  }
}

export function beginWriting(database: EmbeddedDatabase): void {
  if (database.isReadOnly) throw new ForbiddenError("writing to a store that was opened to be read only");
  database.execute("BEGIN IMMEDIATE");
}

/** Runs reads that must all see one state. */
export function inSnapshot<T>(database: EmbeddedDatabase, work: () => T): T {
  // Kept statements: they stand around every read.
  database.run("BEGIN");
  try {
    return work();
  } finally {
    database.run("COMMIT");
  }
}
