import { InvalidArgumentError } from "../domain/errors.ts";

/** Where a page ended: the order key (null where the record lacks the field, or without an order) and the id. */
export interface Position {
  readonly key: string | number | null;
  readonly id: string;
}

/**
 * The text of a position. `scope` names the list and its order, so that a cursor is only good for the list that gave it;
 * it holds no state of the store, and stays good when records come and go.
 */
export function encodeCursor(scope: string, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([scope, key, id]), "utf8").toString("base64url");
}

/** Throws InvalidArgumentError for a text that is no cursor of this scope. */
export function decodeCursor(scope: string, cursor: string): Position {
  const position = parsePosition(scope, cursor);
  // Base64 has several texts for some contents; only the one that was given out is accepted.
  if (position === null || encodeCursor(scope, position) !== cursor) {
    throw new InvalidArgumentError(
      "after",
      `"${cursor}"`,
      "a cursor that this list gave out under the same order",
    );
  }
  return position;
}

function parsePosition(scope: string, cursor: string): Position | null {
  const parts = parseJson(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [itsScope, key, id] = parts as readonly unknown[];
  const isKey = key === null || typeof key === "string" || typeof key === "number";
  return itsScope === scope && isKey && typeof id === "string" ? { key, id } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
