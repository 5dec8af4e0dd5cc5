import { fastify, type FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { randomUUID } from "node:crypto";
import type { Config } from "./config.ts";
import { addErrorHandler } from "./error-handler.ts";
import { addGraphql } from "./graphql-route.ts";
import type { CacheTicket } from "./http-cache/answer-cache.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { checkReadiness, type ReadinessSources } from "./readiness.ts";
import { newOutcome, type RequestOutcome, type RequestScope } from "./request-scope.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import type { QuestionWorkers } from "./workers/worker-plugin.ts";

declare module "fastify" {
  interface FastifyRequest {
    outcome: RequestOutcome;
    /** Null for a request whose answer nobody may keep. */
    ticket: CacheTicket | null;
  }
}

export interface HttpParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Makes the context of the resolvers, once a request. */
  readonly createContext: (scope: RequestScope) => object;
  readonly readiness: ReadinessSources;
  /** Absent: the event loop answers everything. */
  readonly workers?: QuestionWorkers;
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
    // Anybody can send the header that tells who asks: it is read from these alone.
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    forceCloseConnections: "idle",
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
  });
  app.decorateRequest("outcome");
  app.decorateRequest("ticket", null);
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
