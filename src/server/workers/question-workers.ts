import type { Projection } from "../../projection/projection.ts";
import { arraysOf } from "../../projection/projection-arrays.ts";
import type { ProjectionKeeper } from "../../projection/projection-keeper.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Metrics } from "../metrics.ts";
import { workerStarter } from "./start-worker.ts";
import { createWorkerPool, type PoolState } from "./worker-pool.ts";
import type { QuestionWorkers } from "./worker-plugin.ts";

export interface ServerWorkers extends QuestionWorkers {
  /** Hands a new projection to the workers. Before the server listens it only remembers it: its start comes first. */
  readonly update: (projection: Projection) => void;
  /** Starts the workers, at the latest when there is a projection. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

/** The workers of a server, told by its projection and telling its metrics and its log. */
export function questionWorkers(
  config: Config,
  keeper: () => ProjectionKeeper,
  metrics: Metrics,
  logger: Logger,
): ServerWorkers {
  let isStarted = false;
  let newest: Projection | undefined;
  const idle: PoolState = { waiting: 0, running: 0, ready: 0 };
  const observer = metrics.observePool((): PoolState => (isStarted ? pool.state() : idle));
  const { store, dataDir, neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase } = config;
  const { workers: size, maxWaiting: places, introspection, maxRecords, logLevel } = config;
  const storeConfig = { store, dataDir, neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase };
  const pool = createWorkerPool({
    size,
    places,
    start: workerStarter({ ...storeConfig, introspection, maxRecords, logLevel }, size),
    observer: {
      ...observer,
      onLost(reason) {
        observer.onLost(reason);
        logger.warn({ reason: reason instanceof Error ? reason.message : String(reason) }, "worker replaced");
      },
    },
  });
  const handOver = (): void => {
    if (isStarted && newest !== undefined) pool.update({ version: newest.version, arrays: arraysOf(newest) });
  };
  return {
    pool,
    version: () => newest?.version,
    catchUp: () => keeper().refresh(),
    update(projection) {
      newest = projection;
      handOver();
    },
    start() {
      isStarted = true;
      handOver();
    },
    close: () => pool.close(),
  };
}
