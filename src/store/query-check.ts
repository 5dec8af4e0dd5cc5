import { isDay } from "../domain/date.ts";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { FieldSpec } from "../domain/field.ts";
import type { Kind } from "../domain/kind-names.ts";
import { fieldSpec, REFERENCE_LINKS, isRelationshipKind, kindSpecs } from "../domain/kinds.ts";
import { decodeCursor, type Position } from "./cursor.ts";
import { FILTER_FIELDS, hasRange, isNumeric, SORT_FIELDS } from "./field-keys.ts";
import type { AdjacentQuery, FieldFilter, ListQuery, Order, PageRequest } from "./graph-store.ts";

/** Throws InvalidArgumentError for a page without a size. */
export function checkPage({ first }: PageRequest): void {
  if (!Number.isInteger(first) || first < 1) {
    throw new InvalidArgumentError("first", String(first), "a whole number of at least 1");
  }
}

/** The position that a page starts after, or null. The key of the cursor must be of the order's type. */
export function startOf(scope: string, page: PageRequest, type?: "number" | "string"): Position | null {
  checkPage(page);
  if (page.after === undefined) return null;
  const position = decodeCursor(scope, page.after);
  const fits = position.key === null || typeof position.key === type;
  if (!fits) throw new InvalidArgumentError("after", `"${page.after}"`, "a cursor that this list gave out");
  return position;
}

/** Throws InvalidArgumentError for a filter or order that the kind does not have. Returns where the page starts. */
export function checkListQuery({ kind, filters, order, page }: ListQuery): Position | null {
  if (!Object.hasOwn(kindSpecs, kind))
    throw new InvalidArgumentError("kind", `"${kind}"`, "a kind of the domain");
  for (const filter of filters) checkFilter(kind, filter);
  if (order !== undefined) checkOrder([kind], order);
  return startOf(listScope(kind, order), page, keyType([kind], order));
}

/** Names a list and its order, for its cursors. */
export function listScope(kind: Kind, order: Order | undefined): string {
  return `list ${kind} ${orderName(order)}`;
}

/** Names what hangs on an id and its order; one cursor serves every id of a query. */
export function adjacentScope(order: Order | undefined): string {
  return `adjacent ${orderName(order)}`;
}

function orderName(order: Order | undefined): string {
  return order === undefined ? "id" : `${order.field} ${order.direction}`;
}

/** Throws InvalidArgumentError for an unknown type or order. Returns where the pages start. */
export function checkAdjacentQuery({ direction, types, order, page }: AdjacentQuery): Position | null {
  const kinds = types.flatMap((type) => itemKinds(type, direction));
  if (order !== undefined && kinds.length > 0) checkOrder(kinds, order);
  return startOf(adjacentScope(order), page, keyType(kinds, order));
}

/** The kinds of the records that a type of adjacency leads to. */
function itemKinds(type: string, direction: AdjacentQuery["direction"]): Kind[] {
  if (Object.hasOwn(kindSpecs, type) && isRelationshipKind(type as Kind)) return [type as Kind];
  const links = REFERENCE_LINKS.filter(({ name }) => name === type);
  if (links.length === 0) {
    throw new InvalidArgumentError(
      "types",
      `"${type}"`,
      "kinds of relationships or names of reference links",
    );
  }
  if (direction === "OUT") {
    throw new InvalidArgumentError(
      "types",
      `"${type}" with OUT`,
      "kinds of relationships; links are followed with IN",
    );
  }
  return links.map(({ kind }) => kind);
}

function checkOrder(kinds: readonly Kind[], { field }: Order): void {
  if (kinds.some((kind) => SORT_FIELDS[kind].includes(field))) return;
  const known = [...new Set(kinds.flatMap((kind) => SORT_FIELDS[kind]))];
  const expectation =
    known.length === 0 ? `no order: ${kinds.join(", ")} can't be ordered` : `one of ${known.join(", ")}`;
  throw new InvalidArgumentError("order.field", `"${field}"`, expectation);
}

function keyType(kinds: readonly Kind[], order: Order | undefined): "number" | "string" | undefined {
  if (order === undefined) return undefined;
  const spec = kinds.map((kind) => fieldSpec(kind, order.field)).find((known) => known?.sort === true);
  return spec !== undefined && isNumeric(spec) ? "number" : "string";
}

function checkFilter(kind: Kind, filter: FieldFilter): void {
  const { field, min, max } = filter;
  const spec = fieldSpec(kind, field);
  if (spec?.filter !== true) {
    throw new InvalidArgumentError("filters.field", `"${field}"`, `one of ${FILTER_FIELDS[kind].join(", ")}`);
  }
  checkValues(filter, spec);
  if (min !== undefined) checkBound(field, min, spec);
  if (max !== undefined) checkBound(field, max, spec);
}

function checkValues({ field, in: values = [] }: FieldFilter, spec: FieldSpec): void {
  const expected = isNumeric(spec) ? "number" : spec.type === "boolean" ? "boolean" : "string";
  const wrong = values.find((value) => typeof value !== expected);
  if (wrong !== undefined)
    throw new InvalidArgumentError(`filter of ${field}`, `"${wrong}"`, `a ${expected}`);
}

function checkBound(field: string, bound: number | string, spec: FieldSpec): void {
  if (!hasRange(spec)) {
    throw new InvalidArgumentError(
      `filter of ${field}`,
      "a range",
      "values: only numbers and dates have ranges",
    );
  }
  const fits = isNumeric(spec)
    ? typeof bound === "number" && Number.isFinite(bound)
    : typeof bound === "string" && isDay(bound);
  if (fits) return;
  const expectation = isNumeric(spec) ? "a number" : "a day such as 2026-05-12";
  throw new InvalidArgumentError(`bound of ${field}`, `"${bound}"`, expectation);
}

/** Throws InvalidArgumentError unless a limit is a whole number of at least 1. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1) return;
  throw new InvalidArgumentError("limit", String(limit), "a whole number of at least 1");
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** An instant in the one form in which the log keeps them. A day alone is its start in UTC. Throws InvalidArgumentError. */
export function instant(argument: string, text: string): string {
  const time = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new InvalidArgumentError(
      argument,
      `"${text}"`,
      "an instant such as 2026-05-12T08:30:00Z, or a day",
    );
  }
  return new Date(time).toISOString();
}
