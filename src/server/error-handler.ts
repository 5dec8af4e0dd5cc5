import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { randomUUID } from "node:crypto";
import { LimitExceededError } from "../domain/errors.ts";
import { extensionsOf, maskedError } from "../graphql/format-error.ts";
import type { Logger } from "./logger.ts";

/** Answers requests that fail before GraphQL sees them, as GraphQL answers errors. */
export function addErrorHandler(app: FastifyInstance, maxBodyBytes: number, logger: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    const answer = answerOf(error, status, request, maxBodyBytes, logger);
    request.outcome.code = String(answer.extensions?.["code"]);
    void reply.code(status < 400 ? 500 : status).send({ errors: [answer] });
  });
  app.setNotFoundHandler((_request, reply) => {
    const message = "there is nothing here; the API is at /graphql";
    void reply.code(404).send({ errors: [{ message, extensions: { code: "NOT_FOUND" } }] });
  });
}

function answerOf(
  error: FastifyError,
  status: number,
  request: FastifyRequest,
  maxBodyBytes: number,
  logger: Logger,
): GraphQLFormattedError {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    const limit = bodyTooLarge(request, maxBodyBytes);
    return { message: limit.message, extensions: extensionsOf(limit) };
  }
  // A URL that can't be put together has a bad Host header.
  if (error.code === "ERR_INVALID_URL" || (status >= 400 && status < 500)) {
    return { message: error.message, extensions: { code: "BAD_REQUEST" } };
  }
  const errorId = randomUUID();
  request.outcome.errorIds.push(errorId);
  logger.error({ errorId, requestId: request.id, err: error }, "unexpected error");
  return maskedError(errorId);
}

function bodyTooLarge(request: FastifyRequest, maxBodyBytes: number): LimitExceededError {
  const declared = Number(request.headers["content-length"]);
  // Without a declared length, reading ended one byte past the limit.
  const actual = Number.isSafeInteger(declared) && declared > maxBodyBytes ? declared : maxBodyBytes + 1;
  return new LimitExceededError(
    "size of the request in bytes",
    actual,
    maxBodyBytes,
    "send less at once, or load large datasets with the command chokepoint seed",
  );
}
