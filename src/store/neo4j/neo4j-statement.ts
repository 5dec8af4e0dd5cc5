/** One row of an answer: plain JavaScript values by the names that the statement returns. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Runs one statement within a transaction. Everything in this folder but the connection knows the server through this alone.
 * Statements that don't wait for each other's answers may be sent at once; they run in the order in which they were sent.
 */
export type RunStatement = (
  statement: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** A whole number, which the server must not take for a fraction. */
export { int as wholeNumber } from "neo4j-driver";

/** Rows that one statement takes: more would need much memory at once, and keep the server silent for long. */
const ROWS_AT_ONCE = 2_000;

/** Hands rows to a statement in portions, one after the other, and gives all answers; none when there are no rows. */
export async function inChunks<T>(
  rows: readonly T[],
  send: (chunk: readonly T[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const answers: Row[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    for (const row of await send(rows.slice(start, start + ROWS_AT_ONCE))) answers.push(row);
  }
  return answers;
}
