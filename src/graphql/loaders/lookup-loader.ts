import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { IdentifierLoader } from "./identifier-loader.ts";
import type { RecordLoader } from "./record-loader.ts";

/** Records by an id that a client sent: one that was given up leads to the record that took its place. */
export interface LookupLoader {
  load(id: RecordId): Promise<StoredRecord | null>;
}

export function createLookupLoader(records: RecordLoader, identifiers: IdentifierLoader): LookupLoader {
  return {
    load: async (id) => {
      const record = await records.load(id);
      if (record !== null) return record;
      const [redirectId] = await identifiers.load({ scheme: "REDIRECT", value: id });
      if (redirectId === undefined) return null;
      const redirect = await records.load(redirectId);
      const target = redirect === null ? undefined : textField(redirect, "target");
      return target === undefined ? null : records.load(target);
    },
  };
}
