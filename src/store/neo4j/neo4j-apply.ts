import type { ApplyResult, ChangeSet } from "../../domain/change-set.ts";
import type { GraphRecord } from "../../domain/record.ts";
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
import { unavailable } from "./neo4j-errors.ts";
import { earlierResult, writeEntries, writeHead } from "./neo4j-log.ts";
import { lockMeta, writeMeta, type Meta } from "./neo4j-meta.ts";
import { recordsById } from "./neo4j-reads.ts";
import { referrersOf } from "./neo4j-referrers.ts";
import type { RunStatement } from "./neo4j-statement.ts";
import { dropDerived, putRecords, removeNodes, removeOrphans } from "./neo4j-writes.ts";

/** Applies a checked change set under the write lock; see the port. An error leaves the transaction to be rolled back. */
export async function applyChangeSet(run: RunStatement, changeSet: ChangeSet): Promise<ApplyResult> {
  const meta = await lockMeta(run);
  if (meta.state !== "WHOLE") throw unavailable("its graph is being loaded; try again later");
  const earlier = await earlierResult(run, changeSet.id, meta.uuid);
  if (earlier !== null) return earlier;
  checkVersion(changeSet, meta.version);
  const plan = planChange(changeSet, await recordsById(run, idsToRead(changeSet)));
  const number = changesNothing(plan) ? meta.number : meta.number + 1;
  const result = planResult(plan, `${meta.uuid}-${number}`);
  await writeHead(run, changeSet, result);
  if (number === meta.number) return result;
  await write(run, plan, meta, number);
  await writeEntries(run, changeSet.id, number, loggedChanges(plan));
  await writeMeta(run, meta, number, countDeltas(plan));
  return result;
}

async function write(run: RunStatement, plan: ChangePlan, meta: Meta, number: number): Promise<void> {
  const existing = await recordsById(run, [...plan.required.keys()]);
  refuseMissing(plan.required, (id) => existing.has(id));
  const replaced: readonly GraphRecord[] = [
    ...plan.removals,
    ...plan.writes.flatMap(({ before }) => before ?? []),
  ];
  await dropDerived(run, replaced);
  await putRecords(
    run,
    plan.writes.map(({ after }) => after),
    number,
  );
  if (plan.removals.length > 0) {
    const removed = plan.removals.map(({ id }) => id);
    refuseReferred(await referrersOf(run, removed, meta.counts));
  }
  await removeNodes(run, plan.removals);
  await removeOrphans(run, replaced);
}
