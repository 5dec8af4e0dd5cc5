import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError } from "../domain/errors.ts";
import { today } from "../domain/date.ts";
import { errorFormatter } from "../graphql/format-error.ts";
import { documentChecker } from "../graphql/limits/check-document.ts";
import { startBudget } from "../graphql/limits/request-budget.ts";
import { startApollo } from "./apollo-server.ts";
import type { Config } from "./config.ts";
import { costPlugin } from "./cost-plugin.ts";
import { createAnswerCache } from "./http-cache/answer-cache.ts";
import { serverIdentity } from "./http-cache/server-identity.ts";
import type { HttpParts } from "./http.ts";
import { innermostError } from "./innermost-error.ts";
import { outcomePlugin } from "./outcome-plugin.ts";
import { addPlayground } from "./playground-routes.ts";
import { requestError } from "./request-error.ts";
import type { ServerContext } from "./request-scope.ts";
import { viewerOf } from "./viewer.ts";
import { workerPlugin } from "./workers/worker-plugin.ts";

/** The API at /graphql, and the playground for browsers that open it. */
export async function addGraphql(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const { config, schema, logger, workers } = parts;
  const formatError = errorFormatter({
    report: (errorId, error) => logger.error({ errorId, err: innermostError(error) }, "unexpected error"),
    hidesSuggestions: !config.introspection,
  });
  const cache = createAnswerCache(parts.readiness.store, () => serverIdentity(config));
  const apollo = await startApollo<ServerContext>({
    schema,
    introspection: config.introspection,
    formatError,
    logger,
    plugins: [
      costPlugin(config.maxCost),
      outcomePlugin(),
      cache.plugin(),
      ...(workers === undefined ? [] : [workerPlugin(workers, formatError, logger)]),
    ],
  });
  app.addHook("onClose", () => apollo.stop());
  const page = config.playground ? await addPlayground(app, parts.playgroundFolder) : () => null;
  const answer = fastifyApolloHandler(apollo, { context: contextMaker(parts) });
  app.route({
    // The others are refused by Apollo, as the protocol says.
    method: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
    url: "/graphql",
    async handler(request, reply) {
      const opened = page(request, reply);
      if (opened !== null) return opened;
      void reply.header("cache-control", "no-store");
      request.ticket = await cache.ticket(request);
      if (request.ticket !== null && isKnown(request, config) && cache.isUnchanged(request, request.ticket)) {
        cache.mark(reply, request.ticket);
        return reply.code(304).send();
      }
      return Reflect.apply(answer, app, [request, reply]);
    },
  });
}

/** False for a token of nobody: its request is refused whatever it asks. */
function isKnown({ headers }: FastifyRequest, { tokens }: Pick<Config, "tokens">): boolean {
  try {
    viewerOf(headers.authorization, tokens);
    return true;
  } catch {
    return false;
  }
}

type ContextMaker = (request: FastifyRequest, reply: FastifyReply) => Promise<ServerContext>;

/** Checks who asks and what, starts the clock, and makes the context. A refusal carries its HTTP status. */
function contextMaker({ config, createContext }: HttpParts): ContextMaker {
  const checkDocument = documentChecker(config);
  return async (request, reply) => {
    try {
      const viewer = viewerOf(request.headers.authorization, config.tokens);
      checkDocument(documentOf(request));
      const budget = startBudget(config.timeBudgetMilliseconds);
      reply.raw.once("close", () => {
        if (!reply.raw.writableFinished) budget.abandon();
        budget.end();
      });
      const { id: requestId, ticket, outcome, ip } = request;
      const ofBoth = { budget, today: ticket?.day ?? today(), basis: { version: null } };
      const context = await Promise.resolve(createContext({ ...ofBoth, requestId, viewer }));
      return {
        ...context,
        ...ofBoth,
        ticket,
        outcome,
        client: viewer === null ? ip : `curator ${viewer.name}`,
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      request.outcome.code = error.code;
      throw requestError(error);
    }
  };
}

/** The document of a request as it came; "" where there is none, which GraphQL itself refuses. */
function documentOf({ method, query, body }: FastifyRequest): string {
  const holder = method === "GET" ? query : body;
  const text: unknown =
    typeof holder === "object" && holder !== null && "query" in holder ? holder.query : undefined;
  return typeof text === "string" ? text : "";
}
