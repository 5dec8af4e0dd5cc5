import type { Order } from "./graph-store.ts";
import type { Position } from "./cursor.ts";

/** The expressions of a statement that a page is ordered by. Without `key` the order is by id alone. */
export interface KeysetColumns {
  readonly id: string;
  /** `isMissing` is the test that a record has no key; absent where every record has one. */
  readonly key?: { readonly value: string; readonly isMissing?: string };
}

export interface KeysetOrder {
  readonly direction: Order["direction"];
  readonly backwards: boolean;
}

/**
 * The ORDER BY list of a page, in words that SQL and Cypher share: by key, records without it last in both directions, ties by id.
 * Backwards it is the exact reverse.
 */
export function keysetOrder({ id, key }: KeysetColumns, { direction, backwards }: KeysetOrder): string {
  const way = backwards ? " DESC" : "";
  if (key === undefined) return `${id}${way}`;
  const isDescending = (direction === "DESC") !== backwards;
  const missing = key.isMissing === undefined ? "" : `${key.isMissing}${way}, `;
  return `${missing}${key.value}${isDescending ? " DESC" : ""}, ${id}${way}`;
}

/** The condition that keeps what lies behind a position, over the parameters `$afterKey` and `$afterId`. */
export function keysetCondition(
  { id, key }: KeysetColumns,
  { direction, backwards }: KeysetOrder,
  after: Position,
): string {
  const beyondId = `${id} ${backwards ? "<" : ">"} $afterId`;
  if (key === undefined) return beyondId;
  const { isMissing = "FALSE" } = key;
  if (after.key === null) {
    return backwards ? `(NOT ${isMissing} OR ${beyondId})` : `(${isMissing} AND ${beyondId})`;
  }
  const isDescending = (direction === "DESC") !== backwards;
  const beyondKey = `${key.value} ${isDescending ? "<" : ">"} $afterKey`;
  const within = `(${beyondKey} OR (${key.value} = $afterKey AND ${beyondId}))`;
  return backwards ? `(NOT ${isMissing} AND ${within})` : `(${isMissing} OR ${within})`;
}
