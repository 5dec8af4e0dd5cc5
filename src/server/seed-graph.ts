import { MAX_CHANGE_SET_RECORDS, type ApplyResult } from "../domain/change-set.ts";
import type { GraphRecord } from "../domain/record.ts";
import { changeSetOf, type ChangeDetails } from "../dataset/change-set-of.ts";
import { diffRecords, isEmptyDiff, type RecordDiff } from "../dataset/record-diff.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { readGraph } from "./read-graph.ts";

/** Records of one batch of a load. */
const BATCH_SIZE = 5_000;

export interface SeedOptions extends Pick<ChangeDetails, "author" | "message"> {
  /** Called before anything is written, with what is about to change. */
  readonly onPlan?: (diff: RecordDiff) => void;
  /** Called during a load with the number of records written so far. */
  readonly onProgress?: (records: number) => void;
}

/**
 * Makes a graph equal to the records of a dataset, removals included, in one step: whole or not at all.
 * Nothing is written when they are equal already. Throws ConflictError when the graph changes in between, and
 * LimitExceededError when more must change than one change set may hold and the graph is not empty.
 */
export async function seedGraph(
  store: GraphStore,
  wanted: readonly GraphRecord[],
  options: SeedOptions,
): Promise<ApplyResult> {
  const { version, records } = await readGraph(store);
  const diff = diffRecords(records, wanted);
  if (isEmptyDiff(diff)) return { version, added: 0, changed: 0, removed: 0, unchanged: diff.unchanged };
  options.onPlan?.(diff);
  const { author, message } = options;
  const changeSet = changeSetOf(diff, { author, message, expectedVersion: version });
  if (records.length > 0 || wanted.length <= MAX_CHANGE_SET_RECORDS) {
    return { ...(await store.apply(changeSet)), unchanged: diff.unchanged };
  }
  const { onProgress } = options;
  return store.load(batches(wanted), {
    id: changeSet.id,
    author,
    message,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

async function* batches(records: readonly GraphRecord[]): AsyncGenerator<readonly GraphRecord[]> {
  for (let start = 0; start < records.length; start += BATCH_SIZE) {
    yield records.slice(start, start + BATCH_SIZE);
  }
}
