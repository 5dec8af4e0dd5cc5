import { GraphQLError } from "graphql";
import type { DomainError } from "../domain/errors.ts";

/** A domain error that ends a request before it is executed, with its HTTP status. */
export function requestError(error: DomainError): GraphQLError {
  const status = error.code === "UNAUTHENTICATED" ? 401 : 400;
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status } } });
}
