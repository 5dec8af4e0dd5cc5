import type { GraphVersion } from "../domain/change-set.ts";
import type { StoredRecord } from "../domain/record.ts";
import type { GraphStore } from "../store/graph-store.ts";

export interface GraphContent {
  readonly version: GraphVersion;
  /** By id. */
  readonly records: readonly StoredRecord[];
}

/** Everything that a store holds, as of one version. */
export async function readGraph(store: GraphStore): Promise<GraphContent> {
  const records: StoredRecord[] = [];
  const version = await store.scan((batch) => {
    for (const record of batch) records.push(record);
  });
  return { version, records };
}
