import type { GraphVersion } from "../../domain/change-set.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";

/** Reads records by id; one that does not exist is not in the map. */
export type RecordReader = (ids: readonly RecordId[]) => ReadonlyMap<RecordId, StoredRecord>;

/** Records that were read lately, all of one version of the graph: what many ask for is read and parsed once. */
export interface RecordMemory {
  /** Forgets everything that is of another version. To be called before each read, with the version that the read sees. */
  readonly turnTo: (version: GraphVersion) => void;
  /** The records of the ids; what is not remembered is read. */
  readonly read: RecordReader;
  /** True when all of the records are remembered. */
  readonly hasAll: (ids: readonly RecordId[]) => boolean;
}

/** How many records are remembered: a few megabytes. */
const REMEMBERED_RECORDS = 5_000;

export function rememberRecords(read: RecordReader): RecordMemory {
  const remembered = new Map<RecordId, StoredRecord>();
  let of: GraphVersion | undefined;
  return {
    turnTo(version) {
      if (version !== of) remembered.clear();
      of = version;
    },
    read(ids) {
      const missing = ids.filter((id) => !remembered.has(id));
      const found = new Map<RecordId, StoredRecord>();
      for (const id of ids) {
        const record = remembered.get(id);
        if (record !== undefined) found.set(id, record);
      }
      if (missing.length === 0) return found;
      if (remembered.size + missing.length > REMEMBERED_RECORDS) remembered.clear();
      for (const [id, record] of read(missing)) {
        found.set(id, record);
        if (remembered.size < REMEMBERED_RECORDS) remembered.set(id, record);
      }
      return found;
    },
    hasAll: (ids) => ids.every((id) => remembered.has(id)),
  };
}
