import { TimeoutError } from "../../domain/errors.ts";
import type { RequestBudget } from "../../graphql/limits/request-budget.ts";
import type { FromWorker, QuestionTask, SharedGraph, WorkerAnswer } from "./messages.ts";
import { keepWorker, type WorkerThread } from "./worker-life.ts";

/** Starts a thread on a graph. The array is shared with it. */
export type StartThread = (graph: SharedGraph, givenUp: Int32Array) => WorkerThread;

/** A question on its way. */
export interface Job {
  readonly client: string;
  readonly budget: RequestBudget;
  readonly task: Omit<QuestionTask, "left">;
  /** When it was asked, on the clock of `performance`. */
  readonly askedAt: number;
  readonly resolve: (answer: WorkerAnswer | null) => void;
  readonly reject: (reason: unknown) => void;
}

export interface SeatOptions {
  readonly start: StartThread;
  readonly graph: SharedGraph;
  /** How long a worker may go on with a question that is given up, before it is ended. */
  readonly graceMilliseconds: number;
  /** Told when the seat can take a question, for the first time or again. */
  readonly onFree: () => void;
  /** Told when a worker ended that was not asked to. */
  readonly onLost: (reason: unknown) => void;
}

/** A place for one worker and the question that it works on. */
export interface WorkerSeat {
  readonly isReady: () => boolean;
  /** Ready, and without a question. */
  readonly isFree: () => boolean;
  /** The question that it works on. */
  readonly job: () => Job | undefined;
  /** Must be free. */
  readonly give: (job: Job) => void;
  /** Nobody waits for this question any more; without effect when it works on another. */
  readonly giveUp: (job: Job) => void;
  /** Hands over a newer version of the graph. */
  readonly update: (graph: SharedGraph) => void;
  /** Ends the worker; what it works on is rejected. */
  readonly close: () => Promise<void>;
}

export function createSeat({
  start,
  graceMilliseconds,
  onFree,
  onLost,
  ...options
}: SeatOptions): WorkerSeat {
  let { graph } = options;
  let current: { readonly job: Job; readonly question: number } | undefined;
  let questions = 0;
  const grace = oneTimer(graceMilliseconds);

  const settle = (settleJob: (job: Job) => void): void => {
    grace.stop();
    const settled = current?.job;
    current = undefined;
    if (settled !== undefined) settleJob(settled);
  };
  const onMessage = (message: FromWorker): void => {
    if (message.kind === "answer" && message.question === current?.question) {
      settle((job) => job.resolve(message.answer));
    }
    onFree();
  };
  const onEnd = (reason: unknown, isAsked: boolean): void => {
    settle((job) => job.reject(reason));
    if (!isAsked) onLost(reason);
  };
  const worker = keepWorker({ start: (givenUp) => start(graph, givenUp), onMessage, onEnd });
  return {
    isReady: worker.isReady,
    isFree: () => worker.isReady() && current === undefined,
    job: () => current?.job,
    give(job) {
      questions += 1;
      current = { job, question: questions };
      const task = { ...job.task, left: job.budget.left() };
      worker.post({ kind: "ask", question: questions, task });
    },
    giveUp(job) {
      if (current?.job !== job) return;
      worker.giveUp(current.question);
      grace.start(() => {
        const reason = new TimeoutError("the request", job.task.milliseconds);
        worker.end(reason);
        settle(({ reject }) => reject(reason));
      });
    },
    update(newer) {
      graph = newer;
      worker.post({ kind: "graph", graph });
    },
    close() {
      if (current !== undefined) worker.giveUp(current.question);
      grace.stop();
      return worker.close();
    },
  };
}

/** A timer that starts anew and holds up no process. */
function oneTimer(milliseconds: number): {
  readonly start: (then: () => void) => void;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  return {
    start(then) {
      clearTimeout(timer);
      timer = setTimeout(then, milliseconds);
      timer.unref();
    },
    stop: () => clearTimeout(timer),
  };
}
