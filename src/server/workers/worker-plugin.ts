import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isAtLeast, type GraphVersion } from "../../domain/change-set.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ErrorFormatter } from "../../graphql/format-error.ts";
import { isLongOperation } from "../../graphql/limits/long-operation.ts";
import type { Logger } from "../logger.ts";
import type { ServerContext } from "../request-scope.ts";
import { writtenData } from "../written-answer.ts";
import type { WorkerAnswer } from "./messages.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What the event loop has to do with the workers. */
export interface QuestionWorkers {
  readonly pool: WorkerPool;
  /** The version that the event loop answers from; undefined while there is none. */
  readonly version: () => GraphVersion | undefined;
  /** Brings the event loop to the newest version. */
  readonly catchUp: () => Promise<void>;
}

/**
 * Has workers answer the operations that may take long; everything before, and what is done with their answers, is as for all others.
 * While no worker is ready yet, or none reaches the version, the event loop answers itself.
 */
export function workerPlugin(
  workers: QuestionWorkers,
  formatError: ErrorFormatter,
  logger: Logger,
): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ schema, document, operation, source, request, contextValue }) {
          // Despite its type: execution tells what is wrong when there is no such operation.
          const isOperation = (operation as typeof operation | undefined) !== undefined;
          const version = workers.version();
          const price = contextValue.outcome.price ?? 0;
          if (!isOperation || version === undefined || !workers.pool.isReady()) return null;
          if (!isLongOperation(schema, document, operation, price)) return null;
          const { client, budget, today } = contextValue;
          const { operationName, variables } = request;
          const { milliseconds } = budget;
          const task = { source, operationName, variables, today, version, milliseconds };
          try {
            const answer = await workers.pool.ask(client, task, budget);
            if (answer === null) return null;
            for (const { errorId, err } of answer.masked) logger.error({ errorId, err }, "unexpected error");
            await catchUp(workers, answer.version);
            if (answer.wasCut) budget.noteCut();
            contextValue.basis.version = answer.version;
            return responseOf(answer);
          } catch (error) {
            // Executing does nothing now but to say for each field that its time is up.
            return budget.isSpent() ? null : refusal(error, formatError);
          }
        },
      }),
  };
}

/** Nobody must be shown an older graph after a newer one: look-ups and searches follow what was answered. */
async function catchUp(workers: QuestionWorkers, answered: GraphVersion): Promise<void> {
  const own = workers.version();
  if (own !== undefined && isAtLeast(own, answered)) return;
  // When the store is away now, the next poll catches up.
  await workers.catchUp().catch(() => undefined);
}

function responseOf({ data, errors, status }: WorkerAnswer): GraphQLResponse {
  return {
    http: headOf(status),
    body: {
      kind: "single",
      singleResult: {
        ...(errors === undefined ? {} : { errors }),
        ...(data === undefined ? {} : { data: data === "null" ? null : writtenData(data) }),
      },
    },
  };
}

/** No worker could take it, or the one that did died of it. */
function refusal(error: unknown, formatError: ErrorFormatter): GraphQLResponse {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const wrapped = new GraphQLError(message, { originalError: error instanceof Error ? error : null });
  const formatted: GraphQLFormattedError = formatError(wrapped.toJSON(), wrapped);
  const isBusy = error instanceof DomainError && error.code === "LIMIT_EXCEEDED";
  return {
    http: isBusy ? headOf(503, ["retry-after", "1"]) : headOf(),
    body: { kind: "single", singleResult: { errors: [formatted], ...(isBusy ? {} : { data: null }) } },
  };
}

function headOf(status?: number, ...headers: readonly [string, string][]): GraphQLResponse["http"] {
  return { ...(status === undefined ? {} : { status }), headers: new HeaderMap(headers) };
}
