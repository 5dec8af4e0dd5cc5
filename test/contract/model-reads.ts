import type { Change } from "../../src/domain/change-set.ts";
import type { Kind } from "../../src/domain/kind-names.ts";
import { compareIds, compareStrings } from "../../src/domain/compare.ts";
import { dayRange } from "../../src/domain/date.ts";
import { InvalidArgumentError } from "../../src/domain/errors.ts";
import { fieldSpec, kindSpecs, REFERENCE_LINKS } from "../../src/domain/kinds.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import { sortKey } from "../../src/domain/sort-key.ts";
import type {
  AdjacentQuery,
  FieldFilter,
  GraphStore,
  Order,
  PageRequest,
} from "../../src/store/graph-store.ts";
import { countsOf, sortedRecords, versionText, type ModelGraph } from "./model-graph.ts";

type Reads = Omit<GraphStore, "apply" | "load" | "close">;

export function modelReads(graph: ModelGraph): Reads {
  const sorted = (): StoredRecord[] => sortedRecords(graph);
  return {
    records: async (ids) => ids.map((id) => graph.records.get(id) ?? null),
    adjacent: async (query) => {
      checkTypes(query);
      return query.ids.map((id) => {
        const items = inOrder(
          sorted().filter((record) => hangsOn(record, id, query)),
          query.order,
        );
        const page = pageOf(items, query.page, false);
        const total = query.counts === true ? { totalCount: items.length } : {};
        return { ...page, endCursor: page.cursors.at(-1) ?? null, ...total };
      });
    },
    list: async ({ kind, filters, order, page, backwards = false, counts }) => {
      const all = sorted().filter(
        (record) => record.kind === kind && filters.every((filter) => fits(record, filter)),
      );
      const total = counts === true ? { totalCount: all.length } : {};
      return { ...pageOf(inOrder(all, order), page, backwards), ...total };
    },
    evidenceOf: async (ids) =>
      ids.map((id) => sorted().filter(({ kind, fields }) => kind === "Evidence" && fields["fact"] === id)),
    factsOf: async (ids, page) =>
      ids.map((id) => {
        const citing = sorted().filter(({ kind, fields }) => kind === "Evidence" && fields["source"] === id);
        const facts = [...new Set(citing.map(({ fields }) => String(fields["fact"])))].toSorted(
          compareStrings,
        );
        const { items, ...rest } = pageOf(
          facts.map((fact) => ({ id: fact })),
          page,
          false,
        );
        const endCursor = rest.cursors.at(-1) ?? null;
        return { ids: items.map((item) => item.id), ...rest, endCursor, totalCount: facts.length };
      }),
    byIdentifier: async (pairs) =>
      pairs.map(({ scheme, value }) =>
        sorted()
          .filter((record) => identifiers(record, scheme).includes(value.toLowerCase()))
          .map(({ id }) => id),
      ),
    scan: async (sink) => {
      sink(sorted());
      return versionText(graph.number);
    },
    info: async () => ({ store: "embedded", version: versionText(graph.number), counts: countsOf(graph) }),
    ...logReads(graph),
  };
}

function logReads(graph: ModelGraph): Pick<Reads, "changesSince" | "changesBetween" | "history"> {
  const number = ({ version }: Change): number => Number(version.slice("model-".length));
  const newest = (): Change[] => graph.log.toSorted((a, b) => number(b) - number(a) || compareIds(a, b));
  const logPage = (items: readonly Change[], page: PageRequest) => {
    const cut = pageOf(items, page, false, (change) => `${change.version} ${change.id}`);
    return { ...cut, endCursor: cut.cursors.at(-1) ?? null };
  };
  return {
    changesSince: async (version, limit) => {
      const since = Number(version.slice("model-".length));
      if (since > graph.number) return null;
      return graph.log
        .filter((change) => number(change) > since)
        .toSorted((a, b) => number(a) - number(b) || compareIds(a, b))
        .slice(0, limit);
    },
    changesBetween: async (from, to, page) =>
      logPage(
        newest().filter(({ at }) => at >= new Date(from).toISOString() && at < new Date(to).toISOString()),
        page,
      ),
    history: async (id, page) =>
      logPage(
        newest().filter((change) => change.id === id),
        page,
      ),
  };
}

function checkTypes({ types, direction, order }: AdjacentQuery): void {
  const links = new Set(REFERENCE_LINKS.map(({ name }) => name));
  if (direction === "OUT" && types.some((type) => links.has(type))) {
    throw new InvalidArgumentError("types", "a link", "a relationship");
  }
  const kinds: readonly Kind[] = types.flatMap((type): readonly Kind[] => {
    const linked = REFERENCE_LINKS.filter(({ name }) => name === type).map(({ kind }) => kind);
    return linked.length > 0 ? linked : [type as Kind];
  });
  const isSortable = order === undefined || kinds.some((kind) => fieldSpec(kind, order.field)?.sort === true);
  if (kinds.length > 0 && !isSortable) throw new InvalidArgumentError("order", "a field", "a sortable one");
}

function hangsOn(record: StoredRecord, id: string, { direction, types }: AdjacentQuery): boolean {
  const end = direction === "OUT" ? record.from : record.to;
  if (types.includes(record.kind) && end === id) return true;
  return (
    direction === "IN" &&
    REFERENCE_LINKS.some(
      ({ name, kind, field }) =>
        types.includes(name) && kind === record.kind && [record.fields[field]].flat().includes(id),
    )
  );
}

/** Keys that a record is ordered by: those of sortable fields, and of those that ranges ask for. */
function keyOf(record: StoredRecord, field: string): string | number | undefined {
  const spec = fieldSpec(record.kind, field);
  const hasRange = spec?.filter === true && ["date", "float", "fraction", "int"].includes(spec.type);
  if (spec?.sort !== true && !hasRange) return undefined;
  return sortKey(record, field) as string | number | undefined;
}

function inOrder(records: readonly StoredRecord[], order: Order | undefined): StoredRecord[] {
  if (order === undefined) return [...records];
  const sign = order.direction === "ASC" ? 1 : -1;
  return records.toSorted((a, b) => {
    const [keyA, keyB] = [keyOf(a, order.field), keyOf(b, order.field)];
    if (keyA === undefined || keyB === undefined) {
      return Number(keyA === undefined) - Number(keyB === undefined) || compareIds(a, b);
    }
    const difference =
      typeof keyA === "number" && typeof keyB === "number"
        ? keyA - keyB
        : compareStrings(String(keyA), String(keyB));
    return sign * Math.sign(difference) || compareIds(a, b);
  });
}

function fits({ kind, fields }: StoredRecord, { field, in: values, min, max }: FieldFilter): boolean {
  const value = fields[field];
  if (values !== undefined && ![value].flat().some((one) => one !== undefined && values.includes(one))) {
    return false;
  }
  if (min === undefined && max === undefined) return true;
  if (value === undefined) return false;
  const spec = kindSpecs[kind].fields[field];
  const key = spec?.type === "date" ? dayRange(String(value)).first : Number(value);
  return (min === undefined || key >= min) && (max === undefined || key <= max);
}

function identifiers({ kind, fields }: StoredRecord, scheme: string): string[] {
  return Object.entries(kindSpecs[kind].fields).flatMap(([field, { identifier }]) =>
    identifier === scheme && fields[field] !== undefined
      ? [fields[field]].flat().map((value) => String(value).toLowerCase())
      : [],
  );
}

interface ModelPage<Item> {
  readonly items: readonly Item[];
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
}

/** The cursor of the model is the name of the item itself. */
function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  { first, after }: PageRequest,
  backwards: boolean,
  name: (item: Item) => string = ({ id }) => id,
): ModelPage<Item> {
  const at = after === undefined ? null : all.findIndex((item) => name(item) === after);
  const rest = backwards ? all.slice(0, at ?? all.length) : all.slice(at === null ? 0 : at + 1);
  const items = backwards ? rest.slice(Math.max(rest.length - first, 0)) : rest.slice(0, first);
  return { items, cursors: items.map(name), hasMore: rest.length > items.length };
}
