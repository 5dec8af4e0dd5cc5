import type { RecordId } from "./ids.ts";
import type { GraphRecord } from "./record.ts";

/** Most records that one change set may touch; more go through a load into an empty graph. */
export const MAX_CHANGE_SET_RECORDS = 50_000;

/** A set of writes that is applied whole or not at all. */
export interface ChangeSet {
  /** Minted by the caller; applying the same id again returns the first result and changes nothing. */
  readonly id: string;
  /** Who makes the change. */
  readonly author: string;
  readonly message: string;
  /** The version that the caller has seen; absent: any. */
  readonly expectedVersion?: GraphVersion;
  /** Records to write whole, new or not. */
  readonly puts: readonly GraphRecord[];
  /** Ids of records to remove. Removing one that others point to is refused. */
  readonly removes: readonly RecordId[];
  /** Revisions that the caller has seen, by id; one that differs refuses the set. */
  readonly expectedRevisions?: Readonly<Record<RecordId, number>>;
}

/** `<graph uuid>-<n>`: n grows by one with each change set that changed something. */
export type GraphVersion = string;

export interface ApplyResult {
  readonly version: GraphVersion;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Puts that said nothing new. */
  readonly unchanged: number;
}

/** One entry of the change log: one record as one change set left it. */
export interface Change {
  readonly version: GraphVersion;
  readonly changeSet: string;
  readonly author: string;
  readonly message: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  readonly id: RecordId;
  /** Absent when it was added. */
  readonly before?: GraphRecord;
  /** Absent when it was removed. */
  readonly after?: GraphRecord;
}

export function versionNumber(version: GraphVersion): number {
  return Number(version.slice(version.lastIndexOf("-") + 1));
}

/** True for the same graph at that version or a newer one. */
export function isAtLeast(version: GraphVersion, least: GraphVersion): boolean {
  return graphUuid(version) === graphUuid(least) && versionNumber(version) >= versionNumber(least);
}

export function graphUuid(version: GraphVersion): string {
  return version.slice(0, version.lastIndexOf("-"));
}
