import { Lexer, Source, TokenKind } from "graphql";
import { LimitExceededError } from "../../domain/errors.ts";

/**
 * Refuses a document of too many tokens before it is parsed. Comments do not count, as in the parser.
 * Throws LimitExceededError; text that is no GraphQL passes, the parser says what is wrong with it.
 */
export function checkTokens(source: string, allowed: number): void {
  // Every token has at least one character.
  if (source.length <= allowed) return;
  const count = countTokens(source, allowed + 1);
  if (count > allowed) {
    throw new LimitExceededError(
      "number of tokens",
      count,
      allowed,
      "split the document, or send values as variables",
    );
  }
}

function countTokens(source: string, enough: number): number {
  const lexer = new Lexer(new Source(source));
  let count = 0;
  try {
    while (count < enough && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // A character that starts no token: the parser reports it, with its position.
  }
  return count;
}
