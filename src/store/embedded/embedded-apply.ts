import type { ApplyResult, ChangeSet } from "../../domain/change-set.ts";
import {
  changesNothing,
  checkVersion,
  countDeltas,
  idsToRead,
  loggedChanges,
  planChange,
  planResult,
  refuseMissing,
  refuseReferred,
  type ChangePlan,
} from "../change-plan.ts";
import { checkChangeSet } from "../change-set-check.ts";
import { inTransaction, type EmbeddedDatabase } from "./embedded-database.ts";
import { earlierResult, writeEntries, writeHead } from "./embedded-log.ts";
import { readMeta, writeMeta, type Meta } from "./embedded-meta.ts";
import { recordsById } from "./embedded-reads.ts";
import { dropDerived, existingIds, putRecords, referrersOf, removeRecords } from "./embedded-writes.ts";

/** Applies a change set under the write lock; see the port. */
export function applyChangeSet(database: EmbeddedDatabase, changeSet: ChangeSet): ApplyResult {
  checkChangeSet(changeSet);
  // Before the lock, which a load in another process would hold for long.
  readMeta(database);
  return inTransaction(database, () => {
    const meta = readMeta(database);
    const earlier = earlierResult(database, changeSet.id, meta.uuid);
    if (earlier !== null) return earlier;
    checkVersion(changeSet, meta.version);
    const plan = planChange(changeSet, recordsById(database, idsToRead(changeSet, meta.counts)));
    const number = changesNothing(plan) ? meta.number : meta.number + 1;
    const result = planResult(plan, `${meta.uuid}-${number}`);
    if (number !== meta.number) write(database, changeSet, plan, meta, number);
    writeHead(database, changeSet, result);
    return result;
  });
}

function write(
  database: EmbeddedDatabase,
  changeSet: ChangeSet,
  plan: ChangePlan,
  meta: Meta,
  number: number,
): void {
  const existing = existingIds(database, [...plan.required.keys()]);
  refuseMissing(plan.required, (id) => existing.has(id));
  const removed = plan.removals.map(({ id }) => id);
  dropDerived(database, [...plan.removals, ...plan.writes.flatMap(({ before }) => before ?? [])]);
  removeRecords(database, removed);
  putRecords(
    database,
    plan.writes.map(({ after }) => after),
    number,
  );
  refuseReferred(referrersOf(database, removed));
  writeEntries(database, changeSet.id, number, loggedChanges(plan));
  writeMeta(database, meta, number, countDeltas(plan));
}
