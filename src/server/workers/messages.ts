import type { GraphQLFormattedError } from "graphql";
import type { GraphVersion } from "../../domain/change-set.ts";
import type { Day } from "../../domain/date.ts";
import type { ProjectionArrays } from "../../projection/projection-arrays.ts";
import type { Config } from "../config.ts";
import type { StoreConfig } from "../open-store.ts";

/** What the event loop and the worker threads say to each other. Everything in it can be cloned; typed arrays are shared. */

/** The part of the configuration that a worker needs: no token is in it. */
export type WorkerConfig = StoreConfig & Pick<Config, "introspection" | "maxRecords" | "logLevel">;

/** A graph version with what the kernel reads of it. */
export interface SharedGraph {
  readonly version: GraphVersion;
  readonly arrays: ProjectionArrays;
}

/** What a worker is started with. */
export interface WorkerStart {
  readonly config: WorkerConfig;
  readonly graph: SharedGraph;
  /** Its one entry is the number of the question that is not waited for any more. */
  readonly givenUp: Int32Array;
}

/** A valid operation, and what it is to be answered under. */
export interface QuestionTask {
  readonly source: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly today: Day;
  /** The answer is to be of this version of the graph or a newer one. */
  readonly version: GraphVersion;
  /** The whole time of the request, and what is left of it. */
  readonly milliseconds: number;
  readonly left: number;
}

export type ToWorker =
  | { readonly kind: "ask"; readonly question: number; readonly task: QuestionTask }
  | { readonly kind: "graph"; readonly graph: SharedGraph }
  /** Wakes a question that waits for the store; one that computes reads the shared flag. */
  | { readonly kind: "giveUp"; readonly question: number }
  | { readonly kind: "stop" };

export type FromWorker =
  | { readonly kind: "ready" }
  /** Null: the worker can't reach the version that was asked for. */
  | { readonly kind: "answer"; readonly question: number; readonly answer: WorkerAnswer | null };

export interface WorkerAnswer {
  /** The data as JSON, so that the event loop need not write it; absent when there is none. */
  readonly data?: string;
  readonly errors?: readonly GraphQLFormattedError[];
  /** The HTTP status that the errors ask for. */
  readonly status?: number;
  /** The graph version that it was computed under. */
  readonly version: GraphVersion;
  /** A search ended early for want of time. */
  readonly wasCut: boolean;
  /** Errors that the answer masks, for the log. */
  readonly masked: readonly MaskedError[];
}

export interface MaskedError {
  readonly errorId: string;
  /** As the log writes errors. */
  readonly err: { readonly type: string; readonly message: string; readonly stack: string };
}
