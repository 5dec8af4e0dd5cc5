import DataLoader from "dataloader";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { GraphStore } from "../../store/graph-store.ts";

/** Records by id; null where there is none. */
export type RecordLoader = DataLoader<RecordId, StoredRecord | null>;

export function createRecordLoader(store: GraphStore): RecordLoader {
  return new DataLoader<RecordId, StoredRecord | null>((ids) => store.records(ids));
}

/** Remembers records that came another way, so that they are not read again. */
export function primeRecords(loader: RecordLoader, records: readonly StoredRecord[]): void {
  for (const record of records) loader.prime(record.id, record);
}
