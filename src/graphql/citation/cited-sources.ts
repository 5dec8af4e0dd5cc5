import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import type { Loaders } from "../loaders/loaders.ts";
import type { SourceToCite } from "./csl-item.ts";

/** A source, and how many of some facts it speaks of. */
export interface CitedSource extends SourceToCite {
  readonly source: StoredRecord;
  /** Facts that it supports, whole or in a field. */
  readonly factCount: number;
  /** Facts that it disputes. */
  readonly disputedCount: number;
}

/** Where a source says who stands behind it. */
const HOLDERS = ["publisher", "carrier"] as const;

type Tally = Pick<CitedSource, "factCount" | "disputedCount">;

/** The sources of some facts, each once, by id, as the projection has them. Costs no store call. */
export function citedInProjection(
  { records }: Projection,
  facts: readonly RecordId[],
): readonly CitedSource[] {
  const tallies = tallySources(facts.flatMap((id) => records.evidenceOf(id)));
  return citedSources(tallies, (id) => records.record(id));
}

/**
 * The same as the store has them, with further sources that are asked for by themselves. Three store calls, however many facts:
 * evidence, sources, and who stands behind them.
 */
export async function citedInStore(
  loaders: Pick<Loaders, "record" | "evidence">,
  facts: readonly RecordId[],
  further: readonly RecordId[] = [],
): Promise<readonly CitedSource[]> {
  const evidence = await Promise.all(facts.map((id) => loaders.evidence.load(id)));
  const tallies = tallySources(evidence.flat());
  for (const id of further) if (!tallies.has(id)) tallies.set(id, { factCount: 0, disputedCount: 0 });
  const sources = await loadAll(loaders, [...tallies.keys()]);
  const holders = await loadAll(
    loaders,
    [...sources.values()].flatMap((source) => HOLDERS.flatMap((field) => textField(source, field) ?? [])),
  );
  return citedSources(tallies, (id) => sources.get(id) ?? holders.get(id));
}

async function loadAll(
  { record }: Pick<Loaders, "record">,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, StoredRecord>> {
  const records = await Promise.all(ids.map((id) => record.load(id)));
  return new Map(records.flatMap((found) => (found === null ? [] : [[found.id, found]])));
}

/** Counts facts by source: two pieces of evidence of one source on one fact are one. */
function tallySources(evidence: readonly StoredRecord[]): Map<RecordId, Tally> {
  const facts = new Map<RecordId, { readonly supported: Set<string>; readonly disputed: Set<string> }>();
  for (const entry of evidence) {
    const source = textField(entry, "source") ?? "";
    const of = facts.get(source) ?? { supported: new Set(), disputed: new Set() };
    facts.set(source, of);
    const isDispute = textField(entry, "stance") === "DISPUTES";
    (isDispute ? of.disputed : of.supported).add(textField(entry, "fact") ?? "");
  }
  return new Map(
    [...facts].map(([id, { supported, disputed }]) => [
      id,
      { factCount: supported.size, disputedCount: disputed.size },
    ]),
  );
}

function citedSources(
  tallies: ReadonlyMap<RecordId, Tally>,
  lookup: (id: RecordId) => StoredRecord | undefined,
): readonly CitedSource[] {
  return [...tallies]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .flatMap(([id, tally]) => {
      const source = lookup(id);
      return source === undefined ? [] : [{ ...tally, ...sourceToCite(source, lookup) }];
    });
}

function sourceToCite(
  source: StoredRecord,
  lookup: (id: RecordId) => StoredRecord | undefined,
): SourceToCite & { readonly source: StoredRecord } {
  const refer = (field: string): StoredRecord | undefined => lookup(textField(source, field) ?? "");
  return { source, publisher: refer("publisher"), carrier: refer("carrier") };
}
