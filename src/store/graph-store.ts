import type { ApplyResult, Change, ChangeSet, GraphVersion } from "../domain/change-set.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Kind } from "../domain/kind-names.ts";
import type { GraphRecord, StoredRecord } from "../domain/record.ts";

/**
 * The port to a graph store: small, list-shaped, and of one meaning in every adapter. Everything clever stands above it.
 *
 * Absence is no error here: an id without a record is a hole (`null`), an empty page is an empty page.
 * Every method may throw `StoreUnavailableError`; what else each throws is said beside it.
 */
export interface GraphStore {
  /** The records of the ids, in their order; `null` where there is none. An id may repeat. */
  records(ids: readonly RecordId[]): Promise<readonly (StoredRecord | null)[]>;

  /** For each id, in order: one page of what hangs on it. */
  adjacent(query: AdjacentQuery): Promise<readonly AdjacentPage[]>;

  /** One page of the records of a kind. Throws InvalidArgumentError for a cursor that it did not give out. */
  list(query: ListQuery): Promise<RecordPage>;

  /** For each fact, in order: the evidence on it, by id. */
  evidenceOf(factIds: readonly RecordId[]): Promise<readonly (readonly StoredRecord[])[]>;

  /** For each source, in order: one page of the ids of the facts that cite it, by id, each once. */
  factsOf(sourceIds: readonly RecordId[], page: PageRequest): Promise<readonly IdPage[]>;

  /** For each pair of scheme and value, in order: the ids of the records that carry it, by id. Values compare without case. */
  byIdentifier(pairs: readonly IdentifierPair[]): Promise<readonly (readonly RecordId[])[]>;

  /**
   * Hands every record to the sink in batches, in id order, as of one version, which it returns.
   * A sink that throws ends the scan with its error.
   */
  scan(sink: (batch: readonly StoredRecord[]) => void): Promise<GraphVersion>;

  /**
   * The log entries after a version, oldest first, then by id, at most `limit`; null when the version is of another graph or newer.
   */
  changesSince(version: GraphVersion, limit: number): Promise<readonly Change[] | null>;

  /** One page of the log between two instants (ISO 8601, the first included, the second not), newest first, then by id. */
  changesBetween(from: string, to: string, page: PageRequest): Promise<ChangePage>;

  /** One page of the log entries of one record, newest first. */
  history(id: RecordId, page: PageRequest): Promise<ChangePage>;

  /**
   * Applies a change set whole or not at all, and durably.
   * Throws ConflictError for another version or revision, for the removal of a record that others point to, and for a reference to no record;
   * InvalidArgumentError for a record that `checkRecord` refuses; LimitExceededError above MAX_CHANGE_SET_RECORDS.
   */
  apply(changeSet: ChangeSet): Promise<ApplyResult>;

  /**
   * Loads batches into an empty graph. Until the last batch is in, reads throw StoreUnavailableError; a load that ends early leaves
   * an empty graph behind at the next opening. Throws ConflictError when the graph is not empty. References are checked at the end.
   */
  load(batches: AsyncIterable<readonly GraphRecord[]>, options: LoadOptions): Promise<ApplyResult>;

  /** Version and counts; cheap. */
  info(): Promise<StoreInfo>;

  close(): Promise<void>;
}

/** `OUT`: relationships that start at the id. `IN`: relationships that end there, and records that refer to it through a link. */
export type AdjacencyDirection = "OUT" | "IN";

export interface AdjacentQuery {
  readonly ids: readonly RecordId[];
  readonly direction: AdjacencyDirection;
  /** Relationship kinds, or (with IN) names of reference links of the domain such as `OBSERVATION_OF`. */
  readonly types: readonly string[];
  readonly page: PageRequest;
  /** Order of the items by a sortable field of their kind, ties by id; absent: by id. */
  readonly order?: Order;
  /** Also count all items of each id. */
  readonly counts?: boolean;
}

export interface AdjacentPage {
  /** The relationships, or the referring records, each once. */
  readonly items: readonly StoredRecord[];
  /** One cursor for each item. */
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
  /** Cursor of the last item; null on an empty page. */
  readonly endCursor: string | null;
  /** Present when counts were asked for. */
  readonly totalCount?: number;
}

export interface PageRequest {
  /** How many, at least 1. */
  readonly first: number;
  /** A cursor that an earlier page gave. */
  readonly after?: string;
}

export interface Order {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

/** A condition on one field; the conditions of a query are joined by *and*. */
export type FilterValue = string | number | boolean;
export interface FieldFilter {
  readonly field: string;
  /** The field has one of these values (a list field: contains one of them). */
  readonly in?: readonly FilterValue[];
  /** At least this: a number, or for dates the day on or after which the first day of the date must lie. */
  readonly min?: number | string;
  /** At most this: a number, or for dates the day on or before which the first day of the date must lie. */
  readonly max?: number | string;
}

export interface ListQuery {
  readonly kind: Kind;
  readonly filters: readonly FieldFilter[];
  /** Ties by id; absent: by id. Records without the field come last in both directions. */
  readonly order?: Order;
  readonly page: PageRequest;
  /** Walk backwards from the cursor: the page is still in the given order. */
  readonly backwards?: boolean;
  readonly counts?: boolean;
}

export interface RecordPage {
  readonly items: readonly StoredRecord[];
  /** One cursor for each item. */
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
  readonly totalCount?: number;
}

export interface IdPage {
  readonly ids: readonly RecordId[];
  /** One cursor for each id. */
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
  readonly endCursor: string | null;
  readonly totalCount: number;
}

export interface ChangePage {
  readonly items: readonly Change[];
  /** One cursor for each item. */
  readonly cursors: readonly string[];
  readonly hasMore: boolean;
  readonly endCursor: string | null;
}

export interface IdentifierPair {
  readonly scheme: string;
  readonly value: string;
}

export interface LoadOptions {
  readonly id: string;
  readonly author: string;
  readonly message: string;
  /** Called after each batch with the number of records written so far. */
  readonly onProgress?: (records: number) => void;
}

export interface StoreInfo {
  readonly store: "embedded" | "neo4j";
  readonly version: GraphVersion;
  /** Records of each kind present, kinds in the domain's order. */
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
}
