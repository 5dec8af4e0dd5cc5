import type { ApplyResult, Change, ChangeSet, GraphVersion } from "../domain/change-set.ts";
import { compareStrings } from "../domain/compare.ts";
import { ConflictError } from "../domain/errors.ts";
import { idPrefix, type RecordId } from "../domain/ids.ts";
import type { Kind } from "../domain/kind-names.ts";
import { kindOfPrefix } from "../domain/kinds.ts";
import { sameContent, type GraphRecord, type StoredRecord } from "../domain/record.ts";
import type { StoreInfo } from "./graph-store.ts";
import { plainRecord } from "./plain-record.ts";
import { referencesOf } from "./references.ts";

/** One record that a change set adds or changes. */
export interface PlannedWrite {
  readonly before: StoredRecord | null;
  readonly after: GraphRecord;
}

/** What a change set does to the graph that it meets. */
export interface ChangePlan {
  readonly writes: readonly PlannedWrite[];
  readonly removals: readonly StoredRecord[];
  readonly unchanged: number;
  /** Records outside of the set that must exist, each with the least id that refers to it. */
  readonly required: ReadonlyMap<RecordId, RecordId>;
}

/** The ids whose records a plan has to know, in a graph with so many records of each kind: of a kind that has none, none is read. */
export function idsToRead(
  { puts, removes, expectedRevisions = {} }: ChangeSet,
  counts: StoreInfo["counts"],
): RecordId[] {
  const ids = new Set([...puts.map(({ id }) => id), ...removes, ...Object.keys(expectedRevisions)]);
  return [...ids].filter((id) => {
    const kind = kindOfPrefix(idPrefix(id));
    return kind !== undefined && counts[kind] !== undefined;
  });
}

/** Throws ConflictError when the graph is not at the version that the caller has seen. */
export function checkVersion(changeSet: ChangeSet, version: GraphVersion): void {
  const { expectedVersion } = changeSet;
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw new ConflictError("the graph", expectedVersion, version);
  }
}

/**
 * Plans a checked change set against the current records of {@link idsToRead}.
 * Throws ConflictError for a revision that differs (a record that is not there has revision 0) and for a reference to a record that
 * the set removes. Whether `required` exists, and whether others refer to the removals, is left to the store.
 */
export function planChange(changeSet: ChangeSet, current: ReadonlyMap<RecordId, StoredRecord>): ChangePlan {
  checkRevisions(changeSet, current);
  const puts = changeSet.puts.map((put) => ({
    before: current.get(put.id) ?? null,
    after: plainRecord(put),
  }));
  const writes = puts.filter(({ before, after }) => before === null || !sameContent(before, after));
  const required = requiredBy(changeSet, writes);
  return {
    writes,
    removals: changeSet.removes.flatMap((id) => current.get(id) ?? []),
    unchanged: puts.length - writes.length,
    required,
  };
}

function checkRevisions(
  { expectedRevisions = {} }: ChangeSet,
  current: ReadonlyMap<RecordId, StoredRecord>,
): void {
  for (const id of Object.keys(expectedRevisions).toSorted(compareStrings)) {
    const actual = current.get(id)?.revision ?? 0;
    const expected = expectedRevisions[id];
    if (actual !== expected) throw new ConflictError(id, `revision ${expected}`, `revision ${actual}`);
  }
}

function requiredBy(changeSet: ChangeSet, writes: readonly PlannedWrite[]): Map<RecordId, RecordId> {
  const put = new Set(changeSet.puts.map(({ id }) => id));
  const required = new Map<RecordId, RecordId>();
  for (const { after } of writes) {
    for (const { target } of referencesOf(after)) {
      if (!put.has(target)) noteReferrer(required, target, after.id);
    }
  }
  const removed = new Set(changeSet.removes);
  refuseMissing(required, (target) => !removed.has(target));
  return required;
}

/** Remembers the least id that refers to a target. */
export function noteReferrer(referrers: Map<RecordId, RecordId>, target: RecordId, referrer: RecordId): void {
  const known = referrers.get(target);
  if (known === undefined || compareStrings(referrer, known) < 0) referrers.set(target, referrer);
}

/** Throws ConflictError for the first required record that does not exist. */
export function refuseMissing(
  required: ReadonlyMap<RecordId, RecordId>,
  exists: (id: RecordId) => boolean,
): void {
  const missing = [...required.keys()].filter((target) => !exists(target)).toSorted(compareStrings)[0];
  if (missing === undefined) return;
  const referrer = required.get(missing) ?? "";
  throw new ConflictError(
    missing,
    "a record",
    "no record",
    `${referrer} refers to ${missing}, which is no record; add it too, or correct the reference`,
  );
}

/** Throws ConflictError when a record that is to be removed is still referred to: `referrers` by removed id. */
export function refuseReferred(referrers: ReadonlyMap<RecordId, RecordId>): void {
  const removed = [...referrers.keys()].toSorted(compareStrings)[0];
  if (removed === undefined) return;
  const referrer = referrers.get(removed) ?? "";
  throw new ConflictError(
    removed,
    "no reference to it",
    `referred to by ${referrer}`,
    `${removed} can't be removed: ${referrer} refers to it; remove or change that too`,
  );
}

export function changesNothing(plan: ChangePlan): boolean {
  return plan.writes.length === 0 && plan.removals.length === 0;
}

export function planResult(plan: ChangePlan, version: GraphVersion): ApplyResult {
  const added = plan.writes.filter(({ before }) => before === null).length;
  return {
    version,
    added,
    changed: plan.writes.length - added,
    removed: plan.removals.length,
    unchanged: plan.unchanged,
  };
}

/** How many records of each kind a plan adds, less those that it removes. */
export function countDeltas(plan: ChangePlan): Map<Kind, number> {
  const deltas = new Map<Kind, number>();
  const count = (kind: Kind, by: number): void => {
    deltas.set(kind, (deltas.get(kind) ?? 0) + by);
  };
  for (const { before, after } of plan.writes) if (before === null) count(after.kind, 1);
  for (const { kind } of plan.removals) count(kind, -1);
  return deltas;
}

/** What the log says of one record: before and after, without revisions. */
export function loggedChanges(plan: ChangePlan): readonly Pick<Change, "id" | "before" | "after">[] {
  return [
    ...plan.writes.map(({ before, after }) => ({
      id: after.id,
      ...(before === null ? {} : { before: plainRecord(before) }),
      after,
    })),
    ...plan.removals.map((before) => ({ id: before.id, before: plainRecord(before) })),
  ];
}
