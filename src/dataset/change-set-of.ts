import { createHash } from "node:crypto";
import type { ChangeSet, GraphVersion } from "../domain/change-set.ts";
import { canonicalJson } from "../domain/record.ts";
import type { RecordDiff } from "./record-diff.ts";

/** Who makes a change and why. */
export interface ChangeDetails {
  readonly author: string;
  readonly message: string;
  /** The version that the difference was taken against; absent: any. */
  readonly expectedVersion?: GraphVersion;
  /** Absent: one that is made of the change, so that a retry of the same change is known. */
  readonly id?: string;
}

/** The change set that a difference asks for. */
export function changeSetOf(diff: RecordDiff, details: ChangeDetails): ChangeSet {
  const { author, message, expectedVersion } = details;
  const puts = [...diff.added, ...diff.changed.map(({ after }) => after)];
  const removes = diff.removed.map(({ id }) => id);
  const id = details.id ?? `change-${contentHash(puts, removes, details)}`;
  return {
    id,
    author,
    message,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    puts,
    removes,
  };
}

function contentHash(
  puts: ChangeSet["puts"],
  removes: ChangeSet["removes"],
  { author, message, expectedVersion = "" }: ChangeDetails,
): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([author, message, expectedVersion, removes]));
  for (const record of puts) hash.update(`\n${record.id} ${canonicalJson(record)}`);
  return hash.digest("hex").slice(0, 32);
}
