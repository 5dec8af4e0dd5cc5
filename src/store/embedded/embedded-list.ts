import type { Position } from "../cursor.ts";
import type { FieldFilter, ListQuery, RecordPage } from "../graph-store.ts";
import { upperBound } from "../field-keys.ts";
import { keysetCondition, keysetOrder, type KeysetColumns } from "../keyset.ts";
import { cutPage, recordCursor } from "../page.ts";
import { checkListQuery, listScope } from "../query-check.ts";
import type { EmbeddedDatabase, Parameters } from "./embedded-database.ts";
import { recordsOf } from "./embedded-reads.ts";
import type { RecordReader } from "./embedded-record-memory.ts";
import { encodeScalar, idRange } from "./embedded-rows.ts";

/** A piece of a WHERE clause with the parameters that it names. */
interface Condition {
  readonly text: string;
  readonly parameters: Parameters;
}

const BY_ID = { from: "record r", columns: { id: "r.id" } } as const;
const BY_KEY = {
  from: "order_key s",
  columns: { id: "s.id", key: { value: "s.value", isMissing: "s.missing" } },
} as const;

export function readList(database: EmbeddedDatabase, query: ListQuery, read: RecordReader): RecordPage {
  const { kind, filters, order, page, backwards = false } = query;
  const after = checkListQuery(query);
  const { from, columns } = order === undefined ? BY_ID : BY_KEY;
  const scope = scopeOf(query);
  const matching = [
    scope,
    ...filters.map((filter, index) => filterCondition(query, columns.id, filter, index)),
  ];
  const beyond = after === null ? [] : [behind(columns, query, after)];
  const ordering = keysetOrder(columns, { direction: order?.direction ?? "ASC", backwards });
  const rows = database.all(
    `SELECT ${columns.id} AS id FROM ${from} WHERE ${textOf([...matching, ...beyond])} ORDER BY ${ordering} LIMIT $limit`,
    { ...parametersOf([...matching, ...beyond]), $limit: page.first + 1 },
  );
  const { items: ids, hasMore } = cutPage(
    rows.map((row) => String(row["id"])),
    page.first,
    backwards,
  );
  const items = recordsOf(read, ids);
  const cursors = items.map((item) => recordCursor(listScope(kind, order), item, order));
  const result = { items, cursors, hasMore };
  if (query.counts !== true) return result;
  const count = database.get(
    `SELECT count(*) AS total FROM ${from} WHERE ${textOf(matching)}`,
    parametersOf(matching),
  );
  return { ...result, totalCount: Number(count?.["total"]) };
}

/** All records of the kind: by the range of its ids, or by the rows of the key that orders them. */
function scopeOf({ kind, order }: ListQuery): Condition {
  if (order !== undefined) {
    return { text: "s.kind = $kind AND s.field = $order", parameters: { $kind: kind, $order: order.field } };
  }
  const { low, high } = idRange(kind);
  return { text: "r.id > $low AND r.id < $high", parameters: { $low: low, $high: high } };
}

function behind(columns: KeysetColumns, { order, backwards = false }: ListQuery, after: Position): Condition {
  const direction = order?.direction ?? "ASC";
  return {
    text: keysetCondition(columns, { direction, backwards }, after),
    parameters: {
      $afterId: after.id,
      ...(after.key === null ? {} : { $afterKey: encodeScalar(after.key) }),
    },
  };
}

function filterCondition({ kind }: ListQuery, id: string, filter: FieldFilter, index: number): Condition {
  const parts = [...valueConditions(filter, index), ...rangeConditions(filter, index)];
  const texts = parts.map(({ text }) => `${id} IN (${text})`);
  return {
    text: texts.length === 0 ? "TRUE" : texts.join(" AND "),
    parameters:
      texts.length === 0
        ? {}
        : { ...parametersOf(parts), [`$kind${index}`]: kind, [`$field${index}`]: filter.field },
  };
}

function valueConditions({ in: values }: FieldFilter, index: number): Condition[] {
  if (values === undefined) return [];
  const text = `SELECT id FROM filter_value WHERE kind = $kind${index} AND field = $field${index}
    AND value IN (SELECT value FROM json_each($in${index}))`;
  return [{ text, parameters: { [`$in${index}`]: JSON.stringify(values.map(encodeScalar)) } }];
}

function rangeConditions({ min, max }: FieldFilter, index: number): Condition[] {
  if (min === undefined && max === undefined) return [];
  const bounds = [
    ...(min === undefined
      ? []
      : [{ text: `value >= $min${index}`, parameters: { [`$min${index}`]: encodeScalar(min) } }]),
    ...(max === undefined
      ? []
      : [{ text: `value <= $max${index}`, parameters: { [`$max${index}`]: encodeScalar(upperBound(max)) } }]),
  ];
  const text = `SELECT id FROM order_key WHERE kind = $kind${index} AND field = $field${index} AND missing = 0 AND ${textOf(bounds)}`;
  return [{ text, parameters: parametersOf(bounds) }];
}

function textOf(conditions: readonly Condition[]): string {
  return conditions.map(({ text }) => text).join(" AND ");
}

function parametersOf(conditions: readonly Condition[]): Parameters {
  return Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Parameters;
}
