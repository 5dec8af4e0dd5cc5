import type { FieldSpec } from "../../domain/field.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { fieldSpec, isRelationshipKind, kindSpecs } from "../../domain/kinds.ts";
import type { Position } from "../cursor.ts";
import { upperBound } from "../field-keys.ts";
import type { FieldFilter, ListQuery, RecordPage } from "../graph-store.ts";
import { keysetCondition, keysetOrder, type KeysetColumns } from "../keyset.ts";
import { cutPage, recordCursor } from "../page.ts";
import { checkListQuery, listScope } from "../query-check.ts";
import { keyProperty, RECORD } from "./neo4j-names.ts";
import { encodeKey, storedRecord } from "./neo4j-rows.ts";
import { wholeNumber, type RunStatement } from "./neo4j-statement.ts";

/** A piece of a WHERE clause with the parameters that it names. */
interface Condition {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export async function readList(run: RunStatement, query: ListQuery): Promise<RecordPage> {
  const { kind, filters, order, page, backwards = false, counts } = query;
  const after = checkListQuery(query);
  const columns = columnsOf(query);
  const matching = filters.flatMap((filter, index) => filterConditions(kind, filter, index));
  const beyond = after === null ? [] : [behind(columns, query, after)];
  const shown = [indexed(query, columns), ...matching, ...beyond];
  const ordering = keysetOrder(columns, { direction: order?.direction ?? "ASC", backwards });
  const [rows, totals] = await Promise.all([
    run(`${matchText(kind, shown)} RETURN ${returned(kind)} ORDER BY ${ordering} LIMIT $limit`, {
      ...parametersOf(shown),
      limit: wholeNumber(page.first + 1),
    }),
    counts === true
      ? run(`${matchText(kind, matching)} RETURN count(*) AS total`, parametersOf(matching))
      : null,
  ]);
  const { items, hasMore } = cutPage(rows.map(storedRecord), page.first, backwards);
  const cursors = items.map((item) => recordCursor(listScope(kind, order), item, order));
  return {
    items,
    cursors,
    hasMore,
    ...(totals === null ? {} : { totalCount: Number(totals[0]?.["total"]) }),
  };
}

function matchText(kind: Kind, conditions: readonly Condition[]): string {
  const pattern = isRelationshipKind(kind) ? `(a)-[n:${kind}]->(b)` : `(n:${kind}:${RECORD})`;
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ text }) => text).join(" AND ")}`;
  return `MATCH ${pattern}${where}`;
}

/** A condition that every record of the list meets, from which the server sees that an index has them in order. */
function indexed({ kind }: ListQuery, { key }: KeysetColumns): Condition {
  if (key !== undefined) {
    const text = key.isMissing === undefined ? `${key.value} IS NOT NULL` : "TRUE";
    return { text, parameters: {} };
  }
  const { prefix } = kindSpecs[kind];
  return { text: "n.id > $low AND n.id < $high", parameters: { low: `${prefix}:`, high: `${prefix};` } };
}

function returned(kind: Kind): string {
  return isRelationshipKind(kind)
    ? "properties(n) AS properties, a.id AS from, b.id AS to"
    : "properties(n) AS properties";
}

function columnsOf({ kind, order }: ListQuery): KeysetColumns {
  if (order === undefined) return { id: "n.id" };
  const value = `n.${keyProperty(order.field)}`;
  if (fieldSpec(kind, order.field)?.required === true) return { id: "n.id", key: { value } };
  return { id: "n.id", key: { value, isMissing: `(${value} IS NULL)` } };
}

function behind(columns: KeysetColumns, { order, backwards = false }: ListQuery, after: Position): Condition {
  const direction = order?.direction ?? "ASC";
  return {
    text: keysetCondition(columns, { direction, backwards }, after),
    parameters: { afterId: after.id, ...(after.key === null ? {} : { afterKey: encodeKey(after.key) }) },
  };
}

function filterConditions(kind: Kind, filter: FieldFilter, index: number): Condition[] {
  const { field, in: values, min, max } = filter;
  const spec = fieldSpec(kind, field);
  const key = `n.${keyProperty(field)}`;
  const condition = (text: string, name: string, value: unknown): Condition => ({
    text,
    parameters: { [name]: value },
  });
  return [
    ...(values === undefined ? [] : [condition(valuesText(field, spec, index), `in${index}`, values)]),
    ...(min === undefined ? [] : [condition(`${key} >= $min${index}`, `min${index}`, min)]),
    ...(max === undefined ? [] : [condition(`${key} <= $max${index}`, `max${index}`, upperBound(max))]),
  ];
}

function valuesText(field: string, spec: FieldSpec | undefined, index: number): string {
  return spec?.list === true
    ? `any(value IN n.${field} WHERE value IN $in${index})`
    : `n.${field} IN $in${index}`;
}

function parametersOf(conditions: readonly Condition[]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Readonly<
    Record<string, unknown>
  >;
}
