import { randomUUID } from "node:crypto";
import { GraphQLError, Kind, type GraphQLFormattedError } from "graphql";
import { DomainError, type ErrorCode } from "../domain/errors.ts";

/** The fields of a domain error that its answer carries beside the code, all of them meant for the caller. */
const PUBLIC_FIELDS: Readonly<Record<ErrorCode, readonly string[]>> = {
  NOT_FOUND: ["what", "id"],
  BAD_USER_INPUT: ["argument", "expectation"],
  LIMIT_EXCEEDED: ["limit", "actual", "allowed"],
  CONFLICT: ["what", "expected", "actual"],
  DATASET_INVALID: ["problems"],
  TIMEOUT: ["budgetMilliseconds"],
  STORE_UNAVAILABLE: ["store"],
  UNAUTHENTICATED: [],
  FORBIDDEN: [],
};

/** Codes of requests that never reach a resolver; their messages speak of the request only. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
]);

export interface ErrorFormatterOptions {
  /** Told of every error that is masked, with the id that its answer carries. */
  readonly report: (errorId: string, error: unknown) => void;
  /** Leaves out "Did you mean …", which tells of the schema. */
  readonly hidesSuggestions: boolean;
}

export type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The one place that gives errors their code. Domain errors keep their message; whatever is unexpected is masked. */
export function errorFormatter({ report, hidesSuggestions }: ErrorFormatterOptions): ErrorFormatter {
  return (formatted, error) => {
    const domainError = domainErrorOf(error);
    if (domainError !== null) {
      return { ...placeOf(formatted), message: domainError.message, extensions: extensionsOf(domainError) };
    }
    const code = requestCodeOf(formatted, error);
    if (code !== null) {
      const message = hidesSuggestions ? hiddenSchemaMessage(formatted.message) : formatted.message;
      return { ...placeOf(formatted), message, extensions: { code } };
    }
    const errorId = randomUUID();
    report(errorId, error);
    return { ...placeOf(formatted), ...maskedError(errorId) };
  };
}

/** What a request error says while introspection is off: nothing of the schema, and what an operator of this server can do. */
function hiddenSchemaMessage(message: string): string {
  if (!message.startsWith("GraphQL introspection is not allowed")) return withoutSuggestions(message);
  return "introspection is off on this server; read schema/schema.graphql, or start it with CHOKEPOINT_INTROSPECTION=true";
}

/** The answer that stands for an unexpected error. */
export function maskedError(errorId: string): GraphQLFormattedError {
  return {
    message: `something went wrong on the server; its log tells more under the id ${errorId}`,
    extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
  };
}

/** Code and public fields of a domain error. */
export function extensionsOf(error: DomainError): Record<string, unknown> {
  const fields = error as unknown as Readonly<Record<string, unknown>>;
  const shown = PUBLIC_FIELDS[error.code].map((name) => [name, fields[name]] as const);
  return { code: error.code, ...Object.fromEntries(shown) };
}

function domainErrorOf(error: unknown): DomainError | null {
  let current = error;
  while (current instanceof GraphQLError && current.originalError !== undefined) {
    current = current.originalError;
  }
  return current instanceof DomainError ? current : null;
}

/** The code of an error that the request itself made; null for anything that a resolver, or the server, did. */
function requestCodeOf(formatted: GraphQLFormattedError, error: unknown): string | null {
  const code = formatted.extensions?.["code"];
  if (REQUEST_CODES.has(code)) return String(code);
  return isArgumentError(error) ? "BAD_USER_INPUT" : null;
}

/** True when an argument could not be read: graphql-js then points at the value, and at the field for all else. */
function isArgumentError(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.path === undefined) return false;
  const node = error.nodes?.[0];
  const isOfGraphql = error.originalError === undefined || error.originalError instanceof GraphQLError;
  return isOfGraphql && node !== undefined && node.kind !== Kind.FIELD;
}

function placeOf({
  locations,
  path,
}: GraphQLFormattedError): Pick<GraphQLFormattedError, "locations" | "path"> {
  return {
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
  };
}

function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/s, "");
}
