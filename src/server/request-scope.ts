import type { GraphVersion } from "../domain/change-set.ts";
import type { Day } from "../domain/date.ts";
import type { RequestBudget } from "../graphql/limits/request-budget.ts";
import type { CacheTicket } from "./http-cache/answer-cache.ts";
import type { Viewer } from "./viewer.ts";

/** What the server knows of one request; the context of the resolvers is made from it. */
export interface RequestScope {
  readonly requestId: string;
  /** Null for a reader. */
  readonly viewer: Viewer | null;
  readonly budget: RequestBudget;
  /** The day that its answers call today. */
  readonly today: Day;
  readonly basis: AnswerBasis;
}

/** What an answer rests on beside the store. */
export interface AnswerBasis {
  /** Version of the projection that it read; null while it has read none. */
  version: GraphVersion | null;
}

/** How a request ended, as its log line and the metrics tell it. */
export interface RequestOutcome {
  /** The name of the operation; null for one without a name, or for none. */
  operation: string | null;
  /** The code of the first error; null for none. */
  code: string | null;
  /** Ids of masked errors, to be found in the log. */
  errorIds: string[];
  /** What the operation costs, in points; null before it is known. */
  price: number | null;
}

/** What the server adds to the context of the resolvers. */
export interface ServerContext {
  readonly budget: RequestBudget;
  readonly outcome: RequestOutcome;
  /** Who takes turns with others: the curator, else the address that asks. */
  readonly client: string;
  readonly ticket: CacheTicket | null;
  readonly today: Day;
  readonly basis: AnswerBasis;
}

export function newOutcome(): RequestOutcome {
  return { operation: null, code: null, errorIds: [], price: null };
}
