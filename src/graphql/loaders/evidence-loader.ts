import DataLoader from "dataloader";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import type { GraphStore } from "../../store/graph-store.ts";

/** The evidence on each fact, by id. */
export type EvidenceLoader = DataLoader<RecordId, readonly StoredRecord[]>;

export function createEvidenceLoader(store: GraphStore): EvidenceLoader {
  return new DataLoader<RecordId, readonly StoredRecord[]>((factIds) => store.evidenceOf(factIds));
}
