import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { ErrorFormatter } from "../graphql/format-error.ts";
import { guardResolvers } from "../graphql/limits/guard-resolvers.ts";
import type { Config } from "./config.ts";
import { costPlugin } from "./cost-plugin.ts";
import type { Logger } from "./logger.ts";
import { outcomePlugin } from "./outcome-plugin.ts";
import type { ServerContext } from "./request-scope.ts";

export type Apollo = ApolloServer<ServerContext>;

/** The GraphQL half of the server, started. It trusts nothing to the environment: every switch is set here. */
export async function startApollo(
  schema: GraphQLSchema,
  config: Pick<Config, "introspection" | "maxCost">,
  formatError: ErrorFormatter,
  logger: Logger,
): Promise<Apollo> {
  const apollo = new ApolloServer<ServerContext>({
    schema: guardResolvers(schema),
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError,
    logger: {
      debug: (message: string) => logger.debug(message),
      info: (message: string) => logger.info(message),
      warn: (message: string) => logger.warn(message),
      error: (message: string) => logger.error(message),
    },
    plugins: [costPlugin(config.maxCost), outcomePlugin(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  return apollo;
}
