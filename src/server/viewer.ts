import { UnauthenticatedError } from "../domain/errors.ts";
import { findCurator, type CuratorToken } from "./curator-tokens.ts";

/** Who makes a request: a curator, known by a token. */
export interface Viewer {
  readonly name: string;
}

const BEARER = /^Bearer +(?<token>\S+)$/i;

/**
 * The curator of an `authorization` header; null without one. Throws UnauthenticatedError for a header that names nobody: who
 * mistypes a token must not be taken for a reader. A server without curators reads no header.
 */
export function viewerOf(
  authorization: string | undefined,
  curators: readonly CuratorToken[],
): Viewer | null {
  if (authorization === undefined || curators.length === 0) return null;
  const token = BEARER.exec(authorization)?.groups?.["token"];
  const curator = token === undefined ? null : findCurator(curators, token);
  if (curator === null) throw new UnauthenticatedError();
  return { name: curator.name };
}
