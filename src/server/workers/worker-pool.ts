import { LimitExceededError, StoreUnavailableError } from "../../domain/errors.ts";
import type { RequestBudget } from "../../graphql/limits/request-budget.ts";
import { createFairQueue } from "./fair-queue.ts";
import type { QuestionTask, SharedGraph, WorkerAnswer } from "./messages.ts";
import { createSeat, type Job, type StartThread, type WorkerSeat } from "./worker-seat.ts";

/** Told of what happens in the pool, for the metrics and the log. */
export interface PoolObserver {
  /** A question left the queue after so long; cancelled: because nobody waited for it any more. */
  readonly onWaited: (seconds: number, isCancelled: boolean) => void;
  /** A question was given up while a worker was at it. */
  readonly onGivenUp: () => void;
  /** A worker ended unasked and is replaced. */
  readonly onLost: (reason: unknown) => void;
}

export interface PoolOptions {
  /** Number of workers, at least 1. */
  readonly size: number;
  /** Most questions that wait. */
  readonly places: number;
  readonly start: StartThread;
  readonly observer: PoolObserver;
  readonly graceMilliseconds?: number;
}

export interface PoolState {
  /** Questions that wait, and questions that a worker is at. */
  readonly waiting: number;
  readonly running: number;
  /** Workers that have started, busy ones included. */
  readonly ready: number;
}

export interface WorkerPool {
  /** False until a worker has been ready once: questions are then better answered elsewhere. */
  readonly isReady: () => boolean;
  /**
   * Has a worker answer; null when none can at the version that is asked for. Rejects with TimeoutError when the budget is spent
   * first, LimitExceededError when too many wait, StoreUnavailableError once it is closed, and whatever ended a worker that was at it.
   */
  readonly ask: (
    client: string,
    task: Omit<QuestionTask, "left">,
    budget: RequestBudget,
  ) => Promise<WorkerAnswer | null>;
  /** Hands a version of the graph to the workers; the first one starts them. */
  readonly update: (graph: SharedGraph) => void;
  readonly state: () => PoolState;
  readonly close: () => Promise<void>;
}

const GRACE_MILLISECONDS = 1_000;

/**
 * Questions in a few worker threads. One client may have all that are free; where more wait than there are workers, clients take
 * turns, the one with the fewest running first, so that whoever comes next has the next worker.
 */
export function createWorkerPool({
  size,
  places,
  observer,
  start,
  graceMilliseconds = GRACE_MILLISECONDS,
}: PoolOptions): WorkerPool {
  const queue = createFairQueue<Job>(places);
  let seats: readonly WorkerSeat[] = [];
  let hasBeenReady = false;
  let isClosing = false;

  const running = (client: string): number => seats.filter((seat) => seat.job()?.client === client).length;
  const serve = (): void => {
    for (const seat of seats) {
      if (!seat.isFree()) continue;
      hasBeenReady = true;
      const job = queue.take(running);
      if (job === undefined) return;
      observer.onWaited(secondsSince(job.askedAt), false);
      seat.give(job);
    }
  };
  const giveUp = (job: Job): void => {
    if (queue.remove(job.client, job)) {
      observer.onWaited(secondsSince(job.askedAt), true);
      job.reject(job.budget.signal.reason);
      return;
    }
    observer.onGivenUp();
    for (const seat of seats) seat.giveUp(job);
  };
  const add = (job: Job): void => {
    queue.add(job.client, job)?.reject(tooMany(places));
    serve();
  };
  return {
    isReady: () => hasBeenReady,
    async ask(client, task, budget) {
      if (isClosing) throw closed();
      budget.check();
      return new Promise((resolve, reject) => add(jobOf({ client, task, budget, resolve, reject }, giveUp)));
    },
    update(graph) {
      if (isClosing) return;
      for (const seat of seats) seat.update(graph);
      const options = { start, graph, graceMilliseconds, onFree: serve, onLost: observer.onLost };
      if (seats.length === 0) seats = Array.from({ length: size }, () => createSeat(options));
    },
    state: () => stateOf(queue.size(), seats),
    async close() {
      isClosing = true;
      for (const job of queue.clear()) job.reject(closed());
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

function stateOf(waiting: number, seats: readonly WorkerSeat[]): PoolState {
  return {
    waiting,
    running: seats.filter((seat) => seat.job() !== undefined).length,
    ready: seats.filter((seat) => seat.isReady()).length,
  };
}

/** A job that is given up when its budget is spent, unless it is settled by then. */
function jobOf(asked: Omit<Job, "askedAt">, giveUp: (job: Job) => void): Job {
  const { signal } = asked.budget;
  const onAbort = (): void => giveUp(job);
  const once =
    <T>(settle: (value: T) => void) =>
    (value: T): void => {
      signal.removeEventListener("abort", onAbort);
      settle(value);
    };
  const job = {
    ...asked,
    askedAt: performance.now(),
    resolve: once(asked.resolve),
    reject: once(asked.reject),
  };
  signal.addEventListener("abort", onAbort);
  return job;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function tooMany(places: number): LimitExceededError {
  return new LimitExceededError(
    "number of questions that wait for a worker",
    places + 1,
    places,
    "ask again in a few seconds, or fewer at once",
  );
}

function closed(): StoreUnavailableError {
  return new StoreUnavailableError("graph", "the server is stopping; ask again in a few seconds");
}
