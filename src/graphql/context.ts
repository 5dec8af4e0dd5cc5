import type { ApplyResult } from "../domain/change-set.ts";
import { today, type Day } from "../domain/date.ts";
import type { Projection } from "../projection/projection.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { RequestBudget } from "./limits/request-budget.ts";
import { createLoaders, type Loaders } from "./loaders/loaders.ts";

export interface CurationOptions {
  /** The curator's name, for the change log. */
  readonly author: string;
  /** The version that the curator has seen; absent: any. */
  readonly expectedVersion?: string;
  /** Checks and counts, but writes nothing. */
  readonly dryRun: boolean;
}

/** Writes in the format of a dataset file: the server puts the dataset room and the store behind it. */
export interface Curation {
  /** Throws DatasetInvalidError with every problem, ConflictError when the graph is at another version. */
  apply(changeSet: unknown, options: CurationOptions): Promise<ApplyResult>;
}

/** What lives as long as the server. */
export interface GraphqlServices {
  readonly store: GraphStore;
  /**
   * The newest projection, which questions and search read. Throws StoreUnavailableError while there is none; within a request,
   * TimeoutError once its time is up.
   */
  readonly projection: () => Projection;
  /** Absent: nobody may write. */
  readonly curation?: Curation;
}

/** What one request brings. */
export interface RequestDetails {
  /** The name of the curator whose token came with the request. */
  readonly curator?: string;
  /** The day on which answers are given unless a date is asked for; default: today in UTC. */
  readonly today?: Day;
  /** How long its questions may take; absent: as long as they do. */
  readonly budget?: RequestBudget;
}

/** What resolvers see: made anew for each request, because its loaders remember what was read. */
export interface RequestContext extends GraphqlServices {
  readonly loaders: Loaders;
  readonly today: Day;
  readonly curator?: string;
  readonly budget?: RequestBudget;
}

export function createContext(services: GraphqlServices, details: RequestDetails = {}): RequestContext {
  let pinned: Projection | undefined;
  return {
    ...services,
    // One request sees one projection, however long it takes and whatever is written meanwhile.
    projection: () => {
      // Resolvers of one level are all called before the first of them works: only here does each see that the time is up.
      details.budget?.check();
      return (pinned ??= services.projection());
    },
    today: today(),
    ...details,
    loaders: createLoaders(services.store),
  };
}
