import type { FromWorker, ToWorker } from "./messages.ts";

/** A thread as the pool needs it; `Worker` of Node.js is one. */
export interface WorkerThread {
  postMessage(message: ToWorker): void;
  on(event: "message", listener: (message: FromWorker) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

export interface LifeOptions {
  /** Starts a thread; the array is shared with it. */
  readonly start: (givenUp: Int32Array) => WorkerThread;
  readonly onMessage: (message: FromWorker) => void;
  /** Told when a thread has ended, before another takes its place; asked: because it was closed. */
  readonly onEnd: (reason: unknown, isAsked: boolean) => void;
}

/** One worker thread after the other: each is replaced when it ends. */
export interface WorkerLife {
  /** The thread has started and is not about to end. */
  readonly isReady: () => boolean;
  readonly post: (message: ToWorker) => void;
  /** Tells the thread, even while it computes, that nobody waits for a question any more. */
  readonly giveUp: (question: number) => void;
  /** Ends the thread at once. */
  readonly end: (reason: unknown) => void;
  /** Lets the thread close its store and end, and starts no other. */
  readonly close: () => Promise<void>;
}

const MAX_RESTART_MILLISECONDS = 30_000;
/** How long a thread may take to close its store. */
const CLOSE_MILLISECONDS = 1_000;

interface Running {
  readonly thread: WorkerThread;
  readonly givenUp: Int32Array;
  readonly exited: Promise<void>;
  isReady: boolean;
  /** Why it ends, once it is known to. */
  end?: { readonly reason: unknown };
}

export function keepWorker({ start, onMessage, onEnd }: LifeOptions): WorkerLife {
  let running: Running | undefined;
  /** Threads that ended one after the other before they were ready. */
  let failures = 0;
  let isClosing = false;
  let restart: NodeJS.Timeout | undefined;

  const leave = (ended: Running): void => {
    failures = ended.isReady ? 0 : failures + 1;
    running = undefined;
    onEnd(ended.end?.reason ?? new TypeError("a worker ended without a reason"), isClosing);
    if (isClosing) return;
    const wait = failures === 0 ? 0 : Math.min(MAX_RESTART_MILLISECONDS, 250 * 2 ** failures);
    restart = setTimeout(() => (running = begin(start, onMessage, leave)), wait);
    restart.unref();
  };
  running = begin(start, onMessage, leave);
  const giveUp = (question: number): void => {
    if (running !== undefined) Atomics.store(running.givenUp, 0, question);
    running?.thread.postMessage({ kind: "giveUp", question });
  };
  return {
    isReady: () => running?.isReady === true && running.end === undefined && !isClosing,
    post: (message) => running?.thread.postMessage(message),
    giveUp,
    end(reason) {
      if (running === undefined) return;
      running.end = { reason };
      void running.thread.terminate();
    },
    async close() {
      isClosing = true;
      clearTimeout(restart);
      if (running === undefined) return;
      const { thread, exited } = running;
      thread.postMessage({ kind: "stop" });
      const end = setTimeout(() => void thread.terminate(), CLOSE_MILLISECONDS);
      await exited;
      clearTimeout(end);
    },
  };
}

function begin(
  start: LifeOptions["start"],
  onMessage: LifeOptions["onMessage"],
  leave: (ended: Running) => void,
): Running {
  const givenUp = new Int32Array(new SharedArrayBuffer(4));
  const thread = start(givenUp);
  const exited = new Promise<void>((resolve) => void thread.on("exit", resolve));
  const running: Running = { thread, givenUp, exited, isReady: false };
  thread.on("exit", () => leave(running));
  thread.on("error", (reason) => (running.end = { reason }));
  thread.on("message", (message) => {
    if (message.kind === "ready") running.isReady = true;
    onMessage(message);
  });
  return running;
}
