import { compareIds } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Kind, RelationshipKind } from "../domain/kind-names.ts";
import { isRelationshipKind, REFERENCE_LINKS, type ReferenceLink } from "../domain/kinds.ts";
import { listField, textField, type StoredRecord } from "../domain/record.ts";
import { atOnce, type Steps } from "./steps.ts";

/** The records of one graph version, indexed for derivation and questions. Every list is in id order. */
export interface RecordIndex {
  readonly size: number;
  record(id: RecordId): StoredRecord | undefined;
  ofKind(kind: Kind): readonly StoredRecord[];
  /** Relationships of a kind that start at the id. */
  out(id: RecordId, kind: RelationshipKind): readonly StoredRecord[];
  /** Relationships of a kind that end at the id. */
  in(id: RecordId, kind: RelationshipKind): readonly StoredRecord[];
  /** Records that refer to the id through a link such as `MILESTONE_OF`. */
  referring(id: RecordId, link: string): readonly StoredRecord[];
  evidenceOf(factId: RecordId): readonly StoredRecord[];
  all(): Iterable<StoredRecord>;
}

const NONE: readonly StoredRecord[] = [];
const EVIDENCE_LINK = "EVIDENCE_OF";

export function indexRecords(records: Iterable<StoredRecord>): RecordIndex {
  return atOnce(indexSteps(records));
}

export function* indexSteps(records: Iterable<StoredRecord>): Steps<RecordIndex> {
  const ordered = [...records].toSorted(compareIds);
  const byId = new Map(ordered.map((record) => [record.id, record]));
  const byKind = new Map<Kind, StoredRecord[]>();
  const lists = new Map<string, StoredRecord[]>();
  for (const record of ordered) {
    yield;
    append(byKind, record.kind, record);
    if (record.from !== undefined) append(lists, outKey(record.from, record.kind), record);
    if (record.to !== undefined) append(lists, inKey(record.to, record.kind), record);
    for (const [target, link] of referencesOf(record)) append(lists, inKey(target, link), record);
  }
  return {
    size: ordered.length,
    record: (id) => byId.get(id),
    ofKind: (kind) => byKind.get(kind) ?? NONE,
    out: (id, kind) => lists.get(outKey(id, kind)) ?? NONE,
    in: (id, kind) => lists.get(inKey(id, kind)) ?? NONE,
    referring: (id, link) => lists.get(inKey(id, link)) ?? NONE,
    evidenceOf: (factId) => lists.get(inKey(factId, EVIDENCE_LINK)) ?? NONE,
    all: () => ordered,
  };
}

const linksByKind: ReadonlyMap<Kind, readonly ReferenceLink[]> = groupLinks();

function groupLinks(): ReadonlyMap<Kind, ReferenceLink[]> {
  const byKind = new Map<Kind, ReferenceLink[]>();
  for (const link of REFERENCE_LINKS) append(byKind, link.kind, link);
  return byKind;
}

function referencesOf(record: StoredRecord): (readonly [RecordId, string])[] {
  if (isRelationshipKind(record.kind)) return [];
  if (record.kind === "Evidence") return [[textField(record, "fact") ?? "", EVIDENCE_LINK]];
  return (linksByKind.get(record.kind) ?? []).flatMap(({ field, name }) =>
    targetsOf(record, field).map((target) => [target, name] as const),
  );
}

function targetsOf(record: StoredRecord, field: string): readonly RecordId[] {
  const single = textField(record, field);
  return single === undefined ? listField(record, field) : [single];
}

function outKey(id: RecordId, kind: string): string {
  return `${id}>${kind}`;
}

function inKey(id: RecordId, kind: string): string {
  return `${id}<${kind}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
