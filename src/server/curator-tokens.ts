import { createHash, timingSafeEqual } from "node:crypto";

/** A curator who may write, and the digest of the token that says so; the token itself is not kept. */
export interface CuratorToken {
  readonly name: string;
  readonly digest: Buffer;
}

export const MIN_TOKEN_LENGTH = 8;
const ENTRY = new RegExp(
  `^(?:(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,63}):)?(?<token>[A-Za-z0-9._~+/=-]{${MIN_TOKEN_LENGTH},512})$`,
);
/** The author of what is written with a token that has no name. */
const UNNAMED = "curator";

/** Reads `name:token,name:token`, or nothing; undefined when an entry can't be read. */
export function parseCuratorTokens(text: string): readonly CuratorToken[] | undefined {
  if (text === "") return [];
  const curators: CuratorToken[] = [];
  for (const entry of text.split(",").map((part) => part.trim())) {
    const groups = ENTRY.exec(entry)?.groups;
    const token = groups?.["token"];
    if (token === undefined) return undefined;
    curators.push({ name: groups?.["name"] ?? UNNAMED, digest: digestOf(token) });
  }
  return curators;
}

/** The curator of a token, or null. Takes the same time for every wrong one, however much of it is right. */
export function findCurator(curators: readonly CuratorToken[], token: string): CuratorToken | null {
  const digest = digestOf(token);
  let found: CuratorToken | null = null;
  for (const curator of curators) {
    if (timingSafeEqual(curator.digest, digest)) found = curator;
  }
  return found;
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
