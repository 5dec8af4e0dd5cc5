import { fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { randomUUID } from "node:crypto";
import { DomainError } from "../domain/errors.ts";
import { errorFormatter } from "../graphql/format-error.ts";
import { documentChecker } from "../graphql/limits/check-document.ts";
import { startBudget } from "../graphql/limits/request-budget.ts";
import { startApollo } from "./apollo-server.ts";
import type { Config } from "./config.ts";
import { addErrorHandler } from "./error-handler.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { addPlayground } from "./playground-routes.ts";
import { checkReadiness, type ReadinessSources } from "./readiness.ts";
import { requestError } from "./request-error.ts";
import { newOutcome, type RequestOutcome, type RequestScope, type ServerContext } from "./request-scope.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { viewerOf } from "./viewer.ts";

declare module "fastify" {
  interface FastifyRequest {
    outcome: RequestOutcome;
  }
}

export interface HttpParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Makes the context of the resolvers, once a request. */
  readonly createContext: (scope: RequestScope) => object;
  readonly readiness: ReadinessSources;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Folder of the built playground. */
  readonly playgroundFolder: string;
}

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The whole of HTTP: the API, the playground, health and metrics. Not listening yet. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { config, logger } = parts;
  const app = fastify({
    logger: false,
    bodyLimit: config.maxBodyBytes,
    forceCloseConnections: "idle",
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
  });
  app.decorateRequest("outcome");
  app.addHook("onRequest", (request, reply, done) => {
    request.outcome = newOutcome();
    void reply.header("x-request-id", request.id);
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    // A connection that is kept alive would hold up the stop.
    if (parts.readiness.isStopping()) void reply.header("connection", "close");
    done(null, payload);
  });
  addSecurityHeaders(app);
  addErrorHandler(app, config.maxBodyBytes, logger);
  addOperatorRoutes(app, parts);
  addRequestLog(app, parts);
  await addGraphql(app, parts);
  app.get("/", (_request, reply) =>
    parts.config.playground
      ? reply.redirect("/graphql")
      : reply.type("text/plain; charset=utf-8").send(NO_PAGE),
  );
  return app;
}

const NO_PAGE = "Chokepoint answers GraphQL at /graphql; its playground is switched off on this server.\n";

function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : randomUUID();
}

async function addGraphql(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const { config, schema, logger } = parts;
  const formatError = errorFormatter({
    report: (errorId, error) => logger.error({ errorId, err: innermost(error) }, "unexpected error"),
    hidesSuggestions: !config.introspection,
  });
  const apollo = await startApollo(schema, config, formatError, logger);
  app.addHook("onClose", () => apollo.stop());
  const page = config.playground ? await addPlayground(app, parts.playgroundFolder) : () => null;
  const answer = fastifyApolloHandler(apollo, { context: contextMaker(parts) });
  app.route({
    // The others are refused by Apollo, as the protocol says.
    method: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
    url: "/graphql",
    handler(request, reply) {
      return page(request, reply) ?? Reflect.apply(answer, app, [request, reply]);
    },
  });
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
      const scope = { requestId: request.id, viewer, budget };
      return await Promise.resolve({ ...createContext(scope), budget, outcome: request.outcome });
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

function innermost(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && "originalError" in current && current.originalError !== undefined) {
    current = current.originalError;
  }
  return current;
}

function addOperatorRoutes(app: FastifyInstance, { readiness, metrics }: HttpParts): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    const answer = await checkReadiness(readiness);
    return reply.code(answer.status === "ready" ? 200 : 503).send(answer);
  });
  app.get("/metrics", async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

/** One line a request: never a variable, a document or a token. */
function addRequestLog(app: FastifyInstance, { metrics, logger }: HttpParts): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { operation, code, errorIds } = request.outcome;
    const isApi = request.routeOptions.url === "/graphql";
    const result = code ?? (reply.statusCode >= 400 ? `HTTP_${reply.statusCode}` : null);
    const isPage = String(reply.getHeader("content-type")).startsWith("text/");
    if (isApi && !isPage) metrics.observeRequest(operation, result, reply.elapsedTime / 1000);
    logger[isApi ? "info" : "debug"]({
      requestId: request.id,
      method: request.method,
      path: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      ...(isApi ? { operation } : {}),
      code: result ?? "OK",
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(errorIds.length === 0 ? {} : { errorIds }),
    });
    done();
  });
}
