import { encodeCursor } from "./cursor.ts";
import { orderKey } from "./field-keys.ts";
import type { Order } from "./graph-store.ts";
import type { GraphRecord } from "../domain/record.ts";

/** A page cut from one row more than was asked for. */
export interface CutPage<Row> {
  readonly items: readonly Row[];
  readonly hasMore: boolean;
}

/** Cuts a page of `first` from at most `first + 1` rows. Rows that were read backwards are turned round. */
export function cutPage<Row>(rows: readonly Row[], first: number, backwards = false): CutPage<Row> {
  const items = rows.slice(0, first);
  return { items: backwards ? items.toReversed() : items, hasMore: rows.length > first };
}

/** The cursor of a record in a list of this scope and order. */
export function recordCursor(scope: string, record: GraphRecord, order: Order | undefined): string {
  const key = order === undefined ? null : orderKey(record, order.field);
  return encodeCursor(scope, { key, id: record.id });
}
