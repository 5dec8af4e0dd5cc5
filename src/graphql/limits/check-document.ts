import { parse, type DocumentNode } from "graphql";
import { LimitExceededError } from "../../domain/errors.ts";
import { checkTokens } from "./check-tokens.ts";
import { documentShape } from "./document-shape.ts";
import type { QueryLimits } from "./query-limits.ts";

/** How many documents that passed are remembered. */
const REMEMBERED_DOCUMENTS = 1_000;

/**
 * A check of the text of a document: tokens, depth and aliases, before it is validated, since validation itself is slow on
 * documents made to be slow. The check throws LimitExceededError; a syntax error passes, the server reports it.
 */
export function documentChecker(limits: QueryLimits): (source: string) => void {
  const passed = new Set<string>();
  return (source) => {
    if (passed.has(source)) return;
    checkTokens(source, limits.maxTokens);
    const document = parseOrNull(source);
    if (document === null) return;
    checkShape(document, limits);
    if (passed.size >= REMEMBERED_DOCUMENTS) passed.clear();
    passed.add(source);
  };
}

function parseOrNull(source: string): DocumentNode | null {
  try {
    return parse(source, { noLocation: true });
  } catch {
    return null;
  }
}

function checkShape(document: DocumentNode, { maxDepth, maxAliases }: QueryLimits): void {
  const { depth, aliases } = documentShape(document);
  if (depth > maxDepth) {
    throw new LimitExceededError(
      "query depth",
      depth,
      maxDepth,
      "ask for fewer levels at once, and for the rest by id",
    );
  }
  if (aliases > maxAliases) {
    throw new LimitExceededError(
      "number of aliases",
      aliases,
      maxAliases,
      "ask for many records with nodes(ids:), or send several requests",
    );
  }
}
