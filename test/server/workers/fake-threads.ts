import { EventEmitter } from "node:events";
import type {
  QuestionTask,
  SharedGraph,
  ToWorker,
  WorkerAnswer,
} from "../../../src/server/workers/messages.ts";
import type { WorkerThread } from "../../../src/server/workers/worker-life.ts";
import { buildProjection } from "../../../src/projection/projection.ts";
import { arraysOf } from "../../../src/projection/projection-arrays.ts";

export const GRAPH: SharedGraph = { version: "graph-1", arrays: arraysOf(buildProjection([], "graph-1")) };

export const ANSWER: WorkerAnswer = {
  data: '{"ping":"pong"}',
  version: "graph-1",
  wasCut: false,
  masked: [],
};

/** A thread that does what a test says. */
export interface FakeThread extends WorkerThread {
  readonly graph: SharedGraph;
  readonly givenUp: Int32Array;
  readonly heard: readonly ToWorker[];
  /** The tasks that it was given. */
  readonly tasks: () => readonly QuestionTask[];
  readonly isTerminated: () => boolean;
  readonly ready: () => void;
  /** Answers the last task. */
  readonly answer: (answer?: WorkerAnswer | null) => void;
  /** Ends by itself, with an error or without. */
  readonly die: (error?: Error) => void;
}

/** Threads in the order in which they were started. */
export function fakeThreads(): {
  readonly threads: readonly FakeThread[];
  readonly start: (graph: SharedGraph, givenUp: Int32Array) => FakeThread;
} {
  const threads: FakeThread[] = [];
  return {
    threads,
    start(graph, givenUp) {
      const thread = fakeThread(graph, givenUp);
      threads.push(thread);
      return thread;
    },
  };
}

function fakeThread(graph: SharedGraph, givenUp: Int32Array): FakeThread {
  const events = new EventEmitter();
  const heard: ToWorker[] = [];
  let isTerminated = false;
  const asked = (): Extract<ToWorker, { kind: "ask" }>[] =>
    heard.flatMap((message) => (message.kind === "ask" ? [message] : []));
  const die = (error?: Error): void => {
    if (error !== undefined) events.emit("error", error);
    events.emit("exit");
  };
  return {
    graph,
    givenUp,
    heard,
    tasks: () => asked().map(({ task }) => task),
    isTerminated: () => isTerminated,
    ready: () => void events.emit("message", { kind: "ready" }),
    answer: (answer = ANSWER) =>
      void events.emit("message", { kind: "answer", question: asked().at(-1)?.question, answer }),
    die,
    on: (event: string, listener: (message: never) => void) =>
      events.on(event, listener as (message: unknown) => void),
    postMessage(message) {
      heard.push(message);
      if (message.kind === "stop") setImmediate(die);
    },
    terminate: () => {
      isTerminated = true;
      setImmediate(die);
      return Promise.resolve();
    },
  };
}
