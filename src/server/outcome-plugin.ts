import type { ApolloServerPlugin } from "@apollo/server";
import type { ServerContext } from "./request-scope.ts";

/** Notes how each request ended, for its log line and the metrics. */
export function outcomePlugin(): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: ({ contextValue: { outcome } }) =>
      Promise.resolve({
        didResolveOperation: ({ operationName }) => {
          outcome.operation = operationName;
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          const errors = (body.kind === "single" ? body.singleResult.errors : undefined) ?? [];
          for (const { extensions } of errors) {
            outcome.code ??= textOf(extensions?.["code"]);
            const errorId = textOf(extensions?.["errorId"]);
            if (errorId !== null) outcome.errorIds.push(errorId);
          }
          return Promise.resolve();
        },
      }),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
