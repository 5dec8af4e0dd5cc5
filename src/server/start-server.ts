import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { StoreUnavailableError } from "../domain/errors.ts";
import { createContext } from "../graphql/context.ts";
import { buildGraphqlSchema } from "../graphql/schema.ts";
import { keepProjection, type ProjectionKeeper } from "../projection/projection-keeper.ts";
import type { Projection } from "../projection/projection.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Config } from "./config.ts";
import { curationOf } from "./curation.ts";
import { seedEmptyStore } from "./first-start.ts";
import { createHttp } from "./http.ts";
import { listen } from "./listen.ts";
import { createLogger, type Logger } from "./logger.ts";
import { measureStore } from "./measured-store.ts";
import { createMetrics } from "./metrics.ts";
import { openStore } from "./open-store.ts";
import { PLAYGROUND_FOLDER } from "./playground-routes.ts";
import type { ProjectionState } from "./projection-state.ts";
import type { RequestScope } from "./request-scope.ts";
import { questionWorkers } from "./workers/question-workers.ts";

/** Longest wait for requests that are being answered when the server stops, in milliseconds. */
const DRAIN_MILLISECONDS = 5_000;

export interface RunningServer {
  /** Where it listens, with the real port: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Stops accepting, lets requests end, closes the store. May be called more than once. */
  readonly close: () => Promise<void>;
}

/** Parts that take the place of what the configuration names. */
export interface ServerParts {
  readonly store?: GraphStore;
  readonly schema?: GraphQLSchema;
  readonly logger?: Logger;
  readonly playgroundFolder?: string;
}

/**
 * Puts the product together and starts it: store, first dataset, projection, API. Without its store it starts as well, unready,
 * and answers when the store does. Workers start once it listens. Throws domain errors for a configuration, a dataset or a graph that it can't work with.
 */
export async function startServer(config: Config, parts: ServerParts = {}): Promise<RunningServer> {
  const logger = parts.logger ?? createLogger(config.logLevel);
  for (const warning of config.warnings) logger.warn(warning);
  let state: ProjectionState | null = null;
  let isStopping = false;
  const metrics = createMetrics(() => state);
  const store = measureStore(parts.store ?? (await openStore(config)), (...call) =>
    metrics.observeStoreCall(...call),
  );
  const workers = hasWorkers(config, parts) ? questionWorkers(config, () => keeper, metrics, logger) : null;
  const keeper = keepProjection(store, {
    maxRecords: config.maxRecords,
    sharesArrays: workers !== null,
    onUpdate: (projection, buildMilliseconds) => {
      const { version } = projection;
      state = { version, builtAt: Date.now(), buildMilliseconds };
      logger.info({ version, buildMilliseconds: Math.round(buildMilliseconds) }, "graph read");
      workers?.update(projection);
    },
    onError: (error) => logger.warn({ reason: messageOf(error) }, "the graph could not be read again"),
  });
  const closeStore = async (): Promise<void> => {
    keeper.stop();
    await workers?.close();
    await store.close();
  };
  try {
    await fillAndRead(store, keeper, config, logger);
    const app = await createHttp({
      config,
      schema: parts.schema ?? (await buildGraphqlSchema()),
      createContext: contextFactory(store, keeper, config),
      readiness: { store, projection: () => state, isStopping: () => isStopping },
      ...(workers === null ? {} : { workers }),
      metrics,
      logger,
      playgroundFolder: parts.playgroundFolder ?? PLAYGROUND_FOLDER,
    });
    const address = await listen(app, config);
    workers?.start();
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      isStopping = true;
      closing ??= drainThen(app, closeStore);
      return closing;
    };
    return { address, close };
  } catch (error) {
    await closeStore();
    throw error;
  }
}

/** Workers open the store that the configuration names and build the schema of the product: they know of no others. */
function hasWorkers({ workers }: Config, { store, schema }: ServerParts): boolean {
  return workers > 0 && store === undefined && schema === undefined;
}

async function fillAndRead(
  store: GraphStore,
  keeper: ProjectionKeeper,
  config: Config,
  logger: Logger,
): Promise<void> {
  try {
    const seeded = await seedEmptyStore(store, config, () =>
      logger.info({ dataset: config.dataset }, "first start: filling the graph"),
    );
    if (seeded !== null) logger.info({ records: seeded.added }, "first start: filled");
    await keeper.refresh();
    if (keeper.current().records.size === 0) {
      logger.warn("the graph is empty: fill it with the command chokepoint seed");
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    logger.error({ reason: error.message }, "started without the store; it is tried again and again");
  }
}

/** Every field of one request reads the same version of the graph. */
function contextFactory(
  store: GraphStore,
  keeper: ProjectionKeeper,
  config: Config,
): (scope: RequestScope) => object {
  const curation = curationOf({
    store,
    // What was read for the questions is not read from the store again for each write.
    async newest() {
      await keeper.refresh();
      const { records, version } = keeper.current();
      return { records: [...records.all()], version };
    },
    afterWrite: () => keeper.refresh(),
  });
  const services = { store, ...(config.tokens.length === 0 ? {} : { curation }) };
  return ({ viewer, budget, today, basis }) => {
    const projection = (): Projection => {
      const current = keeper.current();
      basis.version = current.version;
      return current;
    };
    const details = { budget, today, ...(viewer === null ? {} : { curator: viewer.name }) };
    return createContext({ ...services, projection }, details);
  };
}

async function drainThen(app: FastifyInstance, closeStore: () => Promise<void>): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), DRAIN_MILLISECONDS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
    await closeStore();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
