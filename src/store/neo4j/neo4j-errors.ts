import { StoreUnavailableError } from "../../domain/errors.ts";

/** Codes of the driver and the server that say that the server, not the statement, is the trouble. */
const REASONS: readonly (readonly [prefix: string, reason: string])[] = [
  ["ServiceUnavailable", "its server can't be reached"],
  ["SessionExpired", "its server can't be reached"],
  ["ProtocolError", "its server broke off the conversation"],
  ["Neo.ClientError.Security.", "its server refuses the user name or password"],
  ["Neo.ClientError.Database.", "its server has no such database"],
  ["Neo.ClientError.Cluster.", "its cluster has no leader at the moment"],
  ["Neo.TransientError.", "its server can't answer at the moment; try again"],
];

/** Turns trouble with the server into StoreUnavailableError; returns every other error as it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, retriable } = error as { readonly code?: unknown; readonly retriable?: unknown };
  const known = typeof code === "string" ? REASONS.find(([prefix]) => code.startsWith(prefix)) : undefined;
  if (known !== undefined) return unavailable(known[1], error);
  if (retriable === true) return unavailable("its server can't answer at the moment; try again", error);
  return unnamedTrouble(error) ?? error;
}

/** Trouble to which the driver gives no code of its own. */
function unnamedTrouble(error: Error): StoreUnavailableError | null {
  if (/acquisition timed out/i.test(error.message)) return unavailable("its server does not answer", error);
  return /(?:pool|driver|session) is closed/i.test(error.message)
    ? unavailable("it was closed", error)
    : null;
}

export function unavailable(reason: string, cause?: Error): StoreUnavailableError {
  return new StoreUnavailableError("neo4j", reason, ...(cause === undefined ? [] : [{ cause }]));
}
