import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { GraphVersion } from "../../domain/change-set.ts";
import type { Day } from "../../domain/date.ts";
import { COST_HEADER } from "../cost-plugin.ts";

/** The headers, beside the address, that an answer depends on. */
export const ANSWER_HEADERS = ["accept", COST_HEADER] as const;

/** What an answer over GET depends on, where everything else stands in the address and the headers above. */
export interface AnswerBasisTag {
  /** Program and configuration. */
  readonly server: string;
  readonly version: GraphVersion;
  readonly day: Day;
}

/** The entity tag of the answer to a request over GET: the same as long as nothing that the answer depends on changes. */
export function answerTag(
  { raw, headers }: FastifyRequest,
  { server, version, day }: AnswerBasisTag,
): string {
  const address = raw.url ?? "";
  const question = [address, ...ANSWER_HEADERS.map((name) => headers[name] ?? null)];
  const digest = createHash("sha256").update(JSON.stringify([server, version, day, question]));
  return `"${digest.digest("base64url")}"`;
}

/** True when an `if-none-match` header names the tag. `*` names none: whether there is an answer is not known before it is given. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  // A cache that compresses what it keeps may mark the tag as weak.
  return header.split(",").some((entry) => entry.trim().replace(/^W\//, "") === tag);
}
