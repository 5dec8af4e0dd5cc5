import type { RequestBudget } from "../graphql/limits/request-budget.ts";
import type { Viewer } from "./viewer.ts";

/** What the server knows of one request; the context of the resolvers is made from it. */
export interface RequestScope {
  readonly requestId: string;
  /** Null for a reader. */
  readonly viewer: Viewer | null;
  readonly budget: RequestBudget;
}

/** How a request ended, as its log line and the metrics tell it. */
export interface RequestOutcome {
  /** The name of the operation; null for one without a name, or for none. */
  operation: string | null;
  /** The code of the first error; null for none. */
  code: string | null;
  /** Ids of masked errors, to be found in the log. */
  errorIds: string[];
}

/** What the server adds to the context of the resolvers. */
export interface ServerContext {
  readonly budget: RequestBudget;
  readonly outcome: RequestOutcome;
}

export function newOutcome(): RequestOutcome {
  return { operation: null, code: null, errorIds: [] };
}
