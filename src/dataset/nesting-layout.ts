import { idPrefix, type RecordId } from "../domain/ids.ts";
import { kindOfPrefix } from "../domain/kinds.ts";
import { textField, type GraphRecord } from "../domain/record.ts";
import { naturalId } from "./natural-id.ts";
import { NESTINGS, type Nesting } from "./nesting.ts";

/** A record that is written inside another. */
export interface NestedRecord {
  readonly record: GraphRecord;
  readonly nesting: Nesting;
  /** False where reading makes up the same id. */
  readonly needsId: boolean;
}

/** Which records of a graph are written inside which others. */
export interface NestingLayout {
  /** What is written inside a record, in the order in which the records were given. */
  readonly inside: (id: RecordId) => readonly NestedRecord[];
  readonly isNested: (id: RecordId) => boolean;
}

interface Place {
  readonly record: GraphRecord;
  readonly nesting: Nesting;
  readonly parent: RecordId;
  readonly naturalId: RecordId;
}

/** Lays records out for writing: each inside the record that the table of nestings names, where that is one of them. */
export function layOutNesting(records: readonly GraphRecord[]): NestingLayout {
  const present = new Set(records.map(({ id }) => id));
  const places = records.flatMap((record) => placesOf(record).filter(({ parent }) => present.has(parent)));
  const naturalCounts = new Map<RecordId, number>();
  for (const { naturalId: id } of places) naturalCounts.set(id, (naturalCounts.get(id) ?? 0) + 1);
  const byParent = new Map<RecordId, NestedRecord[]>();
  for (const { record, nesting, parent, naturalId: id } of places) {
    const needsId = id !== record.id || naturalCounts.get(id) !== 1;
    const siblings = byParent.get(parent) ?? [];
    siblings.push({ record, nesting, needsId });
    byParent.set(parent, siblings);
  }
  const nested = new Set(places.map(({ record }) => record.id));
  return { inside: (id) => byParent.get(id) ?? [], isNested: (id) => nested.has(id) };
}

/** At most one place: the table has one row for a kind and the kind of its parent. */
function placesOf(record: GraphRecord): Place[] {
  return NESTINGS.filter(({ kind }) => kind === record.kind).flatMap((nesting) => {
    const parent = pointer(record, nesting.parent);
    if (parent === undefined || parent === record.id) return [];
    const kind = kindOfPrefix(idPrefix(parent));
    if (kind === undefined || !nesting.under.includes(kind) || !fits(record, nesting)) return [];
    return [{ record, nesting, parent, naturalId: naturalId(record, nesting) }];
  });
}

/** Whether the other end is of a kind that can be named there. */
function fits(record: GraphRecord, { other }: Nesting): boolean {
  if (other === undefined) return true;
  const id = pointer(record, other.field);
  if (id === undefined) return false;
  const named = Object.values(other.names);
  const kind = kindOfPrefix(idPrefix(id));
  return (
    named.length === 0 ||
    named.some((kinds) => kinds === null || (kind !== undefined && kinds.includes(kind)))
  );
}

/** The id that an end or a field of a record holds. */
export function pointer(record: GraphRecord, field: string): RecordId | undefined {
  return field === "from" || field === "to" ? record[field] : textField(record, field);
}
