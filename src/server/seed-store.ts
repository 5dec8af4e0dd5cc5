import { MAX_CHANGE_SET_RECORDS, type ApplyResult, type GraphVersion } from "../domain/change-set.ts";
import type { GraphRecord, StoredRecord } from "../domain/record.ts";
import { changeSetOf } from "../dataset/change-set-of.ts";
import { diffRecords, isEmptyDiff, type RecordDiff } from "../dataset/record-diff.ts";
import type { GraphStore } from "../store/graph-store.ts";

/** Records that a load writes at once. */
const BATCH = 5_000;

export interface WholeGraph {
  readonly records: readonly StoredRecord[];
  readonly version: GraphVersion;
}

/** Every record of the graph, by id, as of one version. */
export async function readGraph(store: GraphStore): Promise<WholeGraph> {
  const records: StoredRecord[] = [];
  const version = await store.scan((batch) => {
    for (const record of batch) records.push(record);
  });
  return { records, version };
}

export interface SeedOptions {
  /** Who makes the change and why, for the log. */
  readonly author: string;
  readonly message: string;
  /** Told what will be written, when anything will. */
  readonly onPlan?: (diff: RecordDiff) => void;
  /** Told how many records are written so far, on a load in batches. */
  readonly onProgress?: (written: number) => void;
}

/**
 * Makes the graph equal to the records, removals included, whole or not at all; a second run changes nothing. More records than one
 * change set takes go in batches into an empty graph. Throws ConflictError when the graph changes meanwhile.
 */
export async function seedStore(
  store: GraphStore,
  records: readonly GraphRecord[],
  { author, message, onPlan, onProgress }: SeedOptions,
): Promise<ApplyResult> {
  const current = await readGraph(store);
  const diff = diffRecords(current.records, records);
  const { version } = current;
  if (isEmptyDiff(diff)) {
    return { version, added: 0, changed: 0, removed: 0, unchanged: diff.unchanged };
  }
  onPlan?.(diff);
  const changeSet = changeSetOf(diff, { author, message, expectedVersion: version });
  if (current.records.length > 0 || records.length <= MAX_CHANGE_SET_RECORDS) {
    const result = await store.apply(changeSet);
    return { ...result, unchanged: diff.unchanged };
  }
  return store.load(batches(records), {
    id: changeSet.id,
    author,
    message,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

async function* batches(records: readonly GraphRecord[]): AsyncIterable<readonly GraphRecord[]> {
  for (let start = 0; start < records.length; start += BATCH) yield records.slice(start, start + BATCH);
}
