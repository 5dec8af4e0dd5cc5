import { KINDS, RELATIONSHIP_KINDS } from "../../domain/kind-names.ts";
import { kindSpecs, REFERENCE_LINKS } from "../../domain/kinds.ts";
import type { GraphRecord } from "../../domain/record.ts";
import type { AdjacencyDirection, GraphStore, IdentifierPair } from "../../store/graph-store.ts";

/** Ids of one question to the store. */
const BATCH_SIZE = 500;

/**
 * Compares what a store derives from its records (counts, evidence of facts, what hangs on what, identifiers) with what the records say.
 * Returns one sentence for each difference.
 */
export async function derivedDifferences(
  store: GraphStore,
  records: readonly GraphRecord[],
): Promise<readonly string[]> {
  return [
    ...(await countDifferences(store, records)),
    ...(await evidenceDifferences(store, records)),
    ...(await adjacencyDifferences(store, records, "OUT")),
    ...(await adjacencyDifferences(store, records, "IN")),
    ...(await identifierDifferences(store, records)),
  ];
}

async function countDifferences(store: GraphStore, records: readonly GraphRecord[]): Promise<string[]> {
  const { counts } = await store.info();
  const found = tally(records.map(({ kind }) => kind));
  return KINDS.flatMap((kind) => difference(`records of ${kind}`, counts[kind] ?? 0, found.get(kind) ?? 0));
}

async function evidenceDifferences(store: GraphStore, records: readonly GraphRecord[]): Promise<string[]> {
  const ids = records.map(({ id }) => id);
  const wanted = tally(
    records.flatMap(({ kind, fields }) => (kind === "Evidence" ? textsIn(fields["fact"]) : [])),
  );
  return inBatches(ids, async (batch) => {
    const lists = await store.evidenceOf(batch);
    return batch.flatMap((id, index) =>
      difference(`evidence of ${id}`, lists[index]?.length ?? 0, wanted.get(id) ?? 0),
    );
  });
}

async function adjacencyDifferences(
  store: GraphStore,
  records: readonly GraphRecord[],
  direction: AdjacencyDirection,
): Promise<string[]> {
  const links = direction === "IN" ? REFERENCE_LINKS : [];
  const types = [...RELATIONSHIP_KINDS, ...links.map(({ name }) => name)];
  // A record that points to the same one in two ways hangs on it once.
  const wanted = tally(
    records.flatMap((record) => {
      const end = direction === "OUT" ? record.from : record.to;
      const pointers = links.filter(({ kind }) => kind === record.kind);
      const targets = pointers.flatMap(({ field }) => textsIn(record.fields[field]));
      return [...new Set(end === undefined ? targets : [end, ...targets])];
    }),
  );
  const ids = records.map(({ id }) => id);
  return inBatches(ids, async (batch) => {
    const pages = await store.adjacent({ ids: batch, direction, types, page: { first: 1 }, counts: true });
    return batch.flatMap((id, index) =>
      difference(`what hangs ${direction} on ${id}`, pages[index]?.totalCount ?? 0, wanted.get(id) ?? 0),
    );
  });
}

async function identifierDifferences(store: GraphStore, records: readonly GraphRecord[]): Promise<string[]> {
  const carried = records.flatMap((record) => identifiersOf(record).map((pair) => ({ pair, id: record.id })));
  return inBatches(carried, async (batch) => {
    const found = await store.byIdentifier(batch.map(({ pair }) => pair));
    return batch.flatMap(({ pair, id }, index) =>
      found[index]?.includes(id) === true ? [] : [`${pair.scheme} ${pair.value} does not lead to ${id}`],
    );
  });
}

function identifiersOf({ kind, fields }: GraphRecord): IdentifierPair[] {
  return Object.entries(kindSpecs[kind].fields).flatMap(([field, { identifier: scheme }]) =>
    scheme === undefined ? [] : textsIn(fields[field]).map((value) => ({ scheme, value })),
  );
}

function textsIn(value: GraphRecord["fields"][string] | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" ? value : [];
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function difference(what: string, stored: number, wanted: number): string[] {
  return stored === wanted ? [] : [`${what}: the store says ${stored}, its records say ${wanted}`];
}

async function inBatches<T>(
  items: readonly T[],
  check: (batch: readonly T[]) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    found.push(...(await check(items.slice(start, start + BATCH_SIZE))));
  }
  return found;
}
