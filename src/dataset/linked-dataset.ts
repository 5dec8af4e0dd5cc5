import type { RecordId } from "../domain/ids.ts";
import type { Kind } from "../domain/kind-names.ts";
import { listField, textField } from "../domain/record.ts";
import { unlocated, type LocatedRecord } from "./located-record.ts";

/** A dataset with its references followed: what the rules look at. */
export interface LinkedDataset {
  /** Every record, in the order of the files; ids may repeat where a dataset is wrong. */
  readonly records: readonly LocatedRecord[];
  /** The first record of an id. */
  readonly byId: ReadonlyMap<RecordId, LocatedRecord>;
  readonly ofKind: (kind: Kind) => readonly LocatedRecord[];
  /** Relationships of a kind that start at, or end at, a record. */
  readonly startingAt: (kind: Kind, id: RecordId) => readonly LocatedRecord[];
  readonly endingAt: (kind: Kind, id: RecordId) => readonly LocatedRecord[];
  /** Records of a kind whose field points to a record. */
  readonly pointingTo: (kind: Kind, field: string, id: RecordId) => readonly LocatedRecord[];
  /** Whether an id was given up. */
  readonly isRedirected: (id: RecordId) => boolean;
  /** Where an old id leads in the end; undefined when it was never given up, or leads in a circle. */
  readonly redirectOf: (id: RecordId) => RecordId | undefined;
}

const NONE: readonly LocatedRecord[] = [];

/** Indexes the records of a dataset for the rules. */
export function linkDataset(records: readonly LocatedRecord[]): LinkedDataset {
  const byId = new Map<RecordId, LocatedRecord>();
  const byKind = new Map<Kind, LocatedRecord[]>();
  const byPointer = new Map<string, Map<RecordId, LocatedRecord[]>>();
  for (const located of records) {
    const { record } = located;
    if (!byId.has(record.id)) byId.set(record.id, located);
    push(byKind, record.kind, located);
    for (const [field, id] of pointers(located)) {
      const pointer = pointerName(record.kind, field);
      const byTarget = byPointer.get(pointer) ?? new Map<RecordId, LocatedRecord[]>();
      byPointer.set(pointer, byTarget);
      push(byTarget, id, located);
    }
  }
  const pointingTo = (kind: Kind, field: string, id: RecordId): readonly LocatedRecord[] =>
    byPointer.get(pointerName(kind, field))?.get(id) ?? NONE;
  const targets = new Map(
    (byKind.get("Redirect") ?? NONE).map(({ record }) => [
      textField(record, "oldId") ?? "",
      textField(record, "target") ?? "",
    ]),
  );
  return {
    records,
    byId,
    ofKind: (kind) => byKind.get(kind) ?? NONE,
    startingAt: (kind, id) => pointingTo(kind, "from", id),
    endingAt: (kind, id) => pointingTo(kind, "to", id),
    pointingTo,
    isRedirected: (id) => targets.has(id),
    redirectOf: (id) => followRedirect(targets, id),
  };
}

/** The records of a change set laid over those of the graph. */
export function overlay(
  existing: Iterable<LocatedRecord["record"]>,
  puts: readonly LocatedRecord[],
  removes: ReadonlySet<RecordId>,
): readonly LocatedRecord[] {
  const replaced = new Set(puts.map(({ record }) => record.id));
  const kept = [...existing].filter(({ id }) => !replaced.has(id) && !removes.has(id));
  return [...kept.map(unlocated), ...puts];
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The fields, besides the two ends, whose single pointers rules ask for. */
const POINTING_FIELDS = ["fact", "subject", "estimate"] as const;

function pointers({ record }: LocatedRecord): [field: string, id: RecordId][] {
  const found: [string, RecordId][] = [];
  if (record.from !== undefined) found.push(["from", record.from]);
  if (record.to !== undefined) found.push(["to", record.to]);
  for (const field of POINTING_FIELDS) {
    const id = textField(record, field);
    if (id !== undefined) found.push([field, id]);
  }
  return found;
}

function pointerName(kind: Kind, field: string): string {
  return `${kind} ${field}`;
}

function followRedirect(targets: ReadonlyMap<RecordId, RecordId>, id: RecordId): RecordId | undefined {
  const seen = new Set<RecordId>();
  let current = targets.get(id);
  while (current !== undefined && targets.has(current)) {
    if (seen.has(current)) return undefined;
    seen.add(current);
    current = targets.get(current);
  }
  return current;
}

/** The ids that a list field holds, with their places in the list. */
export function listedIds(located: LocatedRecord, field: string): readonly [id: string, index: number][] {
  return listField(located.record, field).map((id, index) => [id, index]);
}
