import { graphUuid, versionNumber, type GraphVersion } from "../domain/change-set.ts";
import { LimitExceededError, StoreUnavailableError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { StoredRecord } from "../domain/record.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { projectionSteps, type Projection } from "./projection.ts";
import type { ProjectionArrays } from "./projection-arrays.ts";
import { inSlices } from "./steps.ts";

export interface KeeperOptions {
  /** How often the store's version is asked for; 0: only when `refresh` is called. */
  readonly pollMilliseconds?: number;
  /** A graph of more records is refused. */
  readonly maxRecords?: number;
  /** Puts what the kernel reads into memory that other threads can share. */
  readonly sharesArrays?: boolean;
  /** What another thread shares of a version; undefined: nothing, it is built here. Given: the search index is built when it is first used. */
  readonly arraysOf?: (version: GraphVersion) => ProjectionArrays | undefined;
  /** Called with each new projection. */
  readonly onUpdate?: (projection: Projection, buildMilliseconds: number) => void;
  /** Called when a refresh fails; the last good projection stays. */
  readonly onError?: (error: unknown) => void;
}

export interface ProjectionKeeper {
  /** The newest projection. Throws StoreUnavailableError while there is none. */
  current(): Projection;
  isReady(): boolean;
  /**
   * Brings the projection up to the version that the store has now, or a newer one. Many who ask at the same time, as after writes in a
   * row, wait for the same reading. It is done in slices, so that others are answered meanwhile. Throws what the store throws.
   */
  refresh(): Promise<void>;
  stop(): void;
}

const DEFAULT_POLL_MILLISECONDS = 2000;
const DEFAULT_MAX_RECORDS = 2_000_000;
/** Log entries read at once; a longer gap is closed by a new scan. */
const MAX_CHANGES = 10_000;

interface Snapshot {
  readonly version: GraphVersion;
  readonly records: ReadonlyMap<RecordId, StoredRecord>;
}

/**
 * Keeps a projection current: built by scan, then by the changes since; a poll of the version finds what other processes wrote.
 * It never steps back to an older version of the same graph.
 */
export function keepProjection(store: GraphStore, options: KeeperOptions = {}): ProjectionKeeper {
  let snapshot: Snapshot | undefined;
  let projection: Projection | undefined;
  let failure: unknown;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  const update = async (): Promise<void> => {
    const next = await nextSnapshot(store, snapshot, options.maxRecords ?? DEFAULT_MAX_RECORDS);
    if (next === snapshot || (snapshot !== undefined && isOlder(next.version, snapshot.version))) return;
    const started = performance.now();
    const built = await project(next, options);
    snapshot = next;
    projection = built;
    options.onUpdate?.(built, performance.now() - started);
  };
  const start = (): Promise<void> => {
    running = update()
      .then(() => void (failure = undefined))
      .catch((error: unknown) => {
        failure = error;
        throw error;
      })
      .finally(() => (running = undefined));
    return running;
  };
  const refresh = (): Promise<void> => {
    if (following !== undefined || running === undefined) return following ?? start();
    // One that runs may have asked for the version too early; all who come meanwhile wait for one more.
    following = running
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return start();
      });
    return following;
  };
  const poll = (): void => {
    if (running === undefined) refresh().catch((error: unknown) => options.onError?.(error));
  };
  const { pollMilliseconds = DEFAULT_POLL_MILLISECONDS } = options;
  const timer = pollMilliseconds === 0 ? undefined : setInterval(poll, pollMilliseconds);
  timer?.unref();
  return {
    current: () => projection ?? notReady(failure),
    isReady: () => projection !== undefined,
    refresh,
    stop: () => clearInterval(timer),
  };
}

function project(
  { records, version }: Snapshot,
  { arraysOf, sharesArrays = false }: KeeperOptions,
): Promise<Projection> {
  const arrays = arraysOf?.(version);
  const steps = projectionSteps(records.values(), version, {
    isShared: sharesArrays,
    isSearchLazy: arraysOf !== undefined,
    ...(arrays === undefined ? {} : { arrays }),
  });
  return inSlices(steps);
}

function notReady(failure: unknown): never {
  if (failure instanceof StoreUnavailableError || failure instanceof LimitExceededError) throw failure;
  throw new StoreUnavailableError("graph", "it is still being read; try again in a few seconds", {
    cause: failure,
  });
}

async function nextSnapshot(
  store: GraphStore,
  last: Snapshot | undefined,
  maxRecords: number,
): Promise<Snapshot> {
  if (last === undefined) return scanSnapshot(store, maxRecords);
  const { version } = await store.info();
  if (version === last.version || isOlder(version, last.version)) return last;
  const changes = await store.changesSince(last.version, MAX_CHANGES);
  if (changes === null || changes.length >= MAX_CHANGES) return scanSnapshot(store, maxRecords);
  const newest = changes.at(-1)?.version;
  if (newest === undefined) return last;
  const records = new Map(last.records);
  for (const { id, after, version: writtenBy } of changes) {
    if (after === undefined) records.delete(id);
    else records.set(id, { ...after, revision: versionNumber(writtenBy) });
  }
  requireSize(records.size, maxRecords);
  return { version: newest, records };
}

/** A reader of a store with replicas may see an older version after a newer one. */
function isOlder(version: GraphVersion, than: GraphVersion): boolean {
  return graphUuid(version) === graphUuid(than) && versionNumber(version) < versionNumber(than);
}

async function scanSnapshot(store: GraphStore, maxRecords: number): Promise<Snapshot> {
  const records = new Map<RecordId, StoredRecord>();
  const version = await store.scan((batch) => {
    for (const record of batch) records.set(record.id, record);
    requireSize(records.size, maxRecords);
  });
  return { version, records };
}

function requireSize(size: number, maxRecords: number): void {
  if (size <= maxRecords) return;
  throw new LimitExceededError(
    "number of records in the graph",
    size,
    maxRecords,
    "raise CHOKEPOINT_MAX_RECORDS or use a smaller dataset",
  );
}
