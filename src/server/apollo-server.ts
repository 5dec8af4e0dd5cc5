import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { ErrorFormatter } from "../graphql/format-error.ts";
import { guardResolvers } from "../graphql/limits/guard-resolvers.ts";
import type { Logger } from "./logger.ts";
import type { BudgetContext } from "../graphql/limits/guard-resolvers.ts";
import { stringifyResult } from "./written-answer.ts";

export interface ApolloParts<C extends BudgetContext> {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly formatError: ErrorFormatter;
  readonly logger: Logger;
  readonly plugins?: readonly ApolloServerPlugin<C>[];
  /** Every document that comes is known to be valid. */
  readonly isValidated?: boolean;
}

/**
 * The GraphQL half of the server, or of a worker, started: both refuse and format alike. It trusts nothing to the environment: every
 * switch is set here.
 */
export async function startApollo<C extends BudgetContext>({
  schema,
  introspection,
  formatError,
  logger,
  plugins = [],
  isValidated = false,
}: ApolloParts<C>): Promise<ApolloServer<C>> {
  const apollo = new ApolloServer<C>({
    schema: guardResolvers(schema),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    dangerouslyDisableValidation: isValidated,
    formatError,
    stringifyResult,
    logger: {
      debug: (message: string) => logger.debug(message),
      info: (message: string) => logger.info(message),
      warn: (message: string) => logger.warn(message),
      error: (message: string) => logger.error(message),
    },
    plugins: [
      ...plugins,
      // It would hook into every field of every answer, for hints that this schema has none of.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}
