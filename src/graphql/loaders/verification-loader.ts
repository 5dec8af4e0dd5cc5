import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { verificationOf } from "../../domain/verification.ts";
import type { Verification } from "../../domain/vocabularies/envelope.ts";
import type { EvidenceLoader } from "./evidence-loader.ts";
import type { RecordLoader } from "./record-loader.ts";

export interface VerificationLoader {
  load(factId: RecordId): Promise<Verification>;
}

/** Where each step of the way from a source to who speaks in it is written. */
const NEXT_FIELDS = ["origin", "originPublisher", "publisher"] as const;

/** Reads evidence, then sources, what they repeat, and publishers: one store call a step, however many facts ask. */
export function createVerificationLoader(
  records: RecordLoader,
  evidence: EvidenceLoader,
): VerificationLoader {
  return {
    load: async (factId) => {
      const entries = await evidence.load(factId);
      const found = new Map<RecordId, StoredRecord>();
      let wanted = entries.flatMap((entry) => textField(entry, "source") ?? []);
      while (wanted.length > 0) {
        const read = await Promise.all(wanted.map((id) => records.load(id)));
        for (const record of read) if (record !== null) found.set(record.id, record);
        wanted = read.flatMap(nextOf).filter((id) => !found.has(id));
      }
      return verificationOf(entries, (id) => found.get(id));
    },
  };
}

function nextOf(record: StoredRecord | null): RecordId[] {
  if (record?.kind !== "Source") return [];
  return NEXT_FIELDS.flatMap((field) => textField(record, field) ?? []);
}
