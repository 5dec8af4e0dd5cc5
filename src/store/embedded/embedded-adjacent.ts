import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { Position } from "../cursor.ts";
import type { AdjacentPage, AdjacentQuery } from "../graph-store.ts";
import { keysetCondition, keysetOrder } from "../keyset.ts";
import { cutPage, recordCursor } from "../page.ts";
import { adjacentScope, checkAdjacentQuery } from "../query-check.ts";
import type { EmbeddedDatabase, Parameters, Row } from "./embedded-database.ts";
import type { RecordReader } from "./embedded-record-memory.ts";
import { encodeScalar, outType } from "./embedded-rows.ts";

const BY_ID = { from: "link l", columns: { id: "l.item" } } as const;
const BY_KEY = {
  from: "link l CROSS JOIN record r ON r.id = l.item",
  columns: { id: "l.item", key: { value: "r.keys ->> $order", isMissing: "(r.keys ->> $order IS NULL)" } },
} as const;

/** A statement over one id, `$target`. */
interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

export function readAdjacent(
  database: EmbeddedDatabase,
  query: AdjacentQuery,
  read: RecordReader,
): AdjacentPage[] {
  const after = checkAdjacentQuery(query);
  const { ids, page } = query;
  const [select, count] = [pageStatement(query, after), countStatement(query)];
  const pages = ids.map((id) => {
    const items = run(database, select, id).map((row) => String(row["item"]));
    const cut = cutPage(items, page.first);
    if (query.counts !== true) return cut;
    return { ...cut, totalCount: Number(run(database, count, id)[0]?.["total"]) };
  });
  const found = read(pages.flatMap(({ items }) => items));
  return pages.map((cut) => ({ ...cut, ...itemsOf(cut.items, found, query) }));
}

function run(database: EmbeddedDatabase, { text, parameters }: Statement, id: RecordId): readonly Row[] {
  return database.all(text, { ...parameters, $target: id });
}

/** Under one type an item stands once; under several it may stand under each. */
function linksOf(query: AdjacentQuery): { readonly what: string; readonly where: Statement } {
  const types = query.direction === "OUT" ? query.types.map(outType) : query.types;
  const [type] = types;
  if (types.length === 1 && type !== undefined) {
    const text = "l.target = $target AND l.type = $type";
    return { what: "l.item", where: { text, parameters: { $type: type } } };
  }
  const text = "l.target = $target AND l.type IN (SELECT value FROM json_each($types))";
  return { what: "DISTINCT l.item", where: { text, parameters: { $types: JSON.stringify(types) } } };
}

function pageStatement(query: AdjacentQuery, after: Position | null): Statement {
  const { order, page } = query;
  const { what, where } = linksOf(query);
  const { from, columns } = order === undefined ? BY_ID : BY_KEY;
  const way = { direction: order?.direction ?? "ASC", backwards: false } as const;
  const beyond = after === null ? "" : ` AND ${keysetCondition(columns, way, after)}`;
  const ordering = keysetOrder(columns, way);
  return {
    text: `SELECT ${what} AS item FROM ${from} WHERE ${where.text}${beyond} ORDER BY ${ordering} LIMIT $limit`,
    parameters: {
      ...where.parameters,
      $limit: page.first + 1,
      ...(order === undefined ? {} : { $order: order.field }),
      ...(after === null ? {} : { $afterId: after.id }),
      ...(after === null || after.key === null ? {} : { $afterKey: encodeScalar(after.key) }),
    },
  };
}

function countStatement(query: AdjacentQuery): Statement {
  const { what, where } = linksOf(query);
  return {
    text: `SELECT count(${what}) AS total FROM link l WHERE ${where.text}`,
    parameters: where.parameters,
  };
}

function itemsOf(
  ids: readonly RecordId[],
  found: ReadonlyMap<RecordId, StoredRecord>,
  { order }: AdjacentQuery,
): Pick<AdjacentPage, "items" | "cursors" | "endCursor"> {
  const items = ids.flatMap((id) => found.get(id) ?? []);
  const cursors = items.map((item) => recordCursor(adjacentScope(order), item, order));
  return { items, cursors, endCursor: cursors.at(-1) ?? null };
}
