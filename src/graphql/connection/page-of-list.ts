import { InvalidArgumentError } from "../../domain/errors.ts";
import { decodeCursor, encodeCursor, type Position } from "../../store/cursor.ts";
import type { PageRequest } from "../../store/graph-store.ts";
import type { Page } from "./connection-type.ts";

/**
 * One page of a list that is whole in memory. A cursor names an item by its position, so that it stays good as long as the item
 * is in the list. Throws InvalidArgumentError for a cursor of another list, or of an item that is gone.
 */
export function pageOfList<Item>(
  scope: string,
  items: readonly Item[],
  positionOf: (item: Item) => Position,
  { first, after }: PageRequest,
): Page<Item> {
  const cursors = items.map((item) => encodeCursor(scope, positionOf(item)));
  const start = after === undefined ? 0 : startAfter(scope, cursors, after);
  return {
    items: items.slice(start, start + first),
    cursors: cursors.slice(start, start + first),
    hasNextPage: start + first < items.length,
    hasPreviousPage: start > 0,
    totalCount: items.length,
  };
}

function startAfter(scope: string, cursors: readonly string[], after: string): number {
  decodeCursor(scope, after);
  const index = cursors.indexOf(after);
  if (index >= 0) return index + 1;
  throw new InvalidArgumentError(
    "after",
    `"${after}"`,
    "a cursor of this answer; the graph has changed, so ask from the start",
  );
}
