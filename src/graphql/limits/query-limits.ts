/** How large one request may be. */
export interface QueryLimits {
  /** Levels of fields, leaves included. */
  readonly maxDepth: number;
  /** Price by the table of prices: about the number of objects that are read or answered. */
  readonly maxCost: number;
  /** Aliased fields, fragments expanded. */
  readonly maxAliases: number;
  /** Lexical tokens of the document. */
  readonly maxTokens: number;
}

export const DEFAULT_QUERY_LIMITS: QueryLimits = {
  maxDepth: 20,
  maxCost: 50_000,
  maxAliases: 50,
  maxTokens: 2_000,
};
