import type { ApplyResult, ChangeSet } from "../../domain/change-set.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
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
  type PlannedWrite,
} from "../change-plan.ts";
import { unavailable } from "./neo4j-errors.ts";
import { earlierResult, writeEntries, writeHead } from "./neo4j-log.ts";
import { lockMeta, writeMeta, type Meta } from "./neo4j-meta.ts";
import { recordsById } from "./neo4j-reads.ts";
import { referrersOf } from "./neo4j-referrers.ts";
import { placesOf } from "./neo4j-places.ts";
import { dropDerived, removeNodes, removeOrphans } from "./neo4j-removals.ts";
import type { RunStatement } from "./neo4j-statement.ts";
import { changeRelationships, putRecords } from "./neo4j-writes.ts";

/** Applies a checked change set under the write lock; see the port. An error leaves the transaction to be rolled back. */
export async function applyChangeSet(run: RunStatement, changeSet: ChangeSet): Promise<ApplyResult> {
  const meta = await lockMeta(run);
  if (meta.state !== "WHOLE") throw unavailable("its graph is being loaded; try again later");
  const earlier = await earlierResult(run, changeSet.id, meta.uuid);
  if (earlier !== null) return earlier;
  checkVersion(changeSet, meta.version);
  const plan = planChange(changeSet, await recordsById(run, idsToRead(changeSet, meta.counts)));
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
  const [inPlace, anew] = [plan.writes.filter(keepsEnds), plan.writes.filter((each) => !keepsEnds(each))];
  const replaced = [...plan.removals, ...anew.flatMap(({ before }) => before ?? [])];
  const places = await placesOf(run, [...replaced, ...inPlace.map(after)]);
  await dropDerived(run, replaced, places);
  const added = new Set(anew.flatMap(({ before, after: { id } }) => (before === null ? [id] : [])));
  await putRecords(run, anew.map(after), number, ({ id }) => added.has(id));
  await changeRelationships(run, inPlace.map(after), places, number);
  if (plan.removals.length > 0) {
    const removed = plan.removals.map(({ id }) => id);
    refuseReferred(await referrersOf(run, removed, meta.counts));
  }
  await removeNodes(run, plan.removals, places);
  await removeOrphans(run, replaced);
}

/** Whether a write changes nothing of a relationship but its properties. */
function keepsEnds({ before, after: { kind, from, to } }: PlannedWrite): boolean {
  return before !== null && isRelationshipKind(kind) && before.from === from && before.to === to;
}

function after(planned: PlannedWrite): GraphRecord {
  return planned.after;
}
