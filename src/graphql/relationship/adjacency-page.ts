import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { AdjacentQuery, FieldFilter, PageRequest } from "../../store/graph-store.ts";
import type { Page } from "../connection/connection-type.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { matchesFilters, mayHoldOn } from "../filter/matches-filters.ts";
import type { AdjacencyLoader } from "../loaders/adjacency-loader.ts";

/** What hangs on one record, and which of it is wanted. The store pages; conditions are tested on its pages. */
export interface AdjacencyPageQuery extends Pick<AdjacentQuery, "direction" | "types" | "order"> {
  readonly id: RecordId;
  readonly filters: readonly FieldFilter[];
  /** Only what may hold on this day. */
  readonly asOf?: Day;
  /** A condition beyond those of fields. */
  readonly keeps?: (record: StoredRecord) => boolean;
}

/** One page of what hangs on a record. Without conditions it is one call to the store for all records that ask alike. */
export async function adjacencyPage(
  loader: AdjacencyLoader,
  query: AdjacencyPageQuery,
  page: PageRequest,
  isCounted: boolean,
): Promise<Page<StoredRecord>> {
  if (hasConditions(query)) return filteredPage(loader, query, page, isCounted);
  const { id, direction, types, order } = query;
  const found = await loader.load({
    id,
    direction,
    types,
    page,
    ...(order === undefined ? {} : { order }),
    ...(isCounted ? { counts: true } : {}),
  });
  return {
    items: found.items,
    cursors: found.cursors,
    hasNextPage: found.hasMore,
    hasPreviousPage: page.after !== undefined,
    ...(found.totalCount === undefined ? {} : { totalCount: found.totalCount }),
  };
}

/** Everything that hangs on a record and meets the conditions, at most `limit`. */
export async function allAdjacent(
  loader: AdjacencyLoader,
  query: AdjacencyPageQuery,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for await (const { record } of walk(loader, query, undefined)) {
    if (found.push(record) === limit) break;
  }
  return found;
}

async function filteredPage(
  loader: AdjacencyLoader,
  query: AdjacencyPageQuery,
  { first, after }: PageRequest,
  isCounted: boolean,
): Promise<Page<StoredRecord>> {
  const items: StoredRecord[] = [];
  const cursors: string[] = [];
  let hasNextPage = false;
  for await (const { record, cursor } of walk(loader, query, after)) {
    hasNextPage = items.length === first;
    if (hasNextPage) break;
    items.push(record);
    cursors.push(cursor);
  }
  const counted = isCounted ? { totalCount: await count(loader, query) } : {};
  return { items, cursors, hasNextPage, hasPreviousPage: after !== undefined, ...counted };
}

async function count(loader: AdjacencyLoader, query: AdjacencyPageQuery): Promise<number> {
  const matches = walk(loader, query, undefined);
  let total = 0;
  while ((await matches.next()).done !== true) total += 1;
  return total;
}

interface Match {
  readonly record: StoredRecord;
  readonly cursor: string;
}

/** The matches after a cursor, in order; reads as far as they are taken. */
async function* walk(
  loader: AdjacencyLoader,
  query: AdjacencyPageQuery,
  after: string | undefined,
): AsyncGenerator<Match> {
  const { id, direction, types, order } = query;
  let cursor: string | undefined = after;
  for (;;) {
    const page = { first: MAX_PAGE_SIZE, ...(cursor === undefined ? {} : { after: cursor }) };
    const found = await loader.load({
      id,
      direction,
      types,
      page,
      ...(order === undefined ? {} : { order }),
    });
    for (const [index, record] of found.items.entries()) {
      if (isWanted(record, query)) yield { record, cursor: found.cursors[index] ?? "" };
    }
    if (!found.hasMore || found.endCursor === null) return;
    cursor = found.endCursor;
  }
}

function hasConditions({ filters, asOf, keeps }: AdjacencyPageQuery): boolean {
  return filters.length > 0 || asOf !== undefined || keeps !== undefined;
}

function isWanted(record: StoredRecord, { filters, asOf, keeps }: AdjacencyPageQuery): boolean {
  if (asOf !== undefined && !mayHoldOn(record, asOf)) return false;
  return matchesFilters(record, filters) && (keeps === undefined || keeps(record));
}
