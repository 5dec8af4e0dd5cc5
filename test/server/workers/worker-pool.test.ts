import { afterEach, describe, expect, it, vi } from "vitest";
import { LimitExceededError, StoreUnavailableError, TimeoutError } from "../../../src/domain/errors.ts";
import { startBudget, type RequestBudget } from "../../../src/graphql/limits/request-budget.ts";
import type { WorkerAnswer } from "../../../src/server/workers/messages.ts";
import {
  createWorkerPool,
  type PoolOptions,
  type WorkerPool,
} from "../../../src/server/workers/worker-pool.ts";
import { ANSWER, fakeThreads, GRAPH, type FakeThread } from "./fake-threads.ts";

interface Standing {
  readonly pool: WorkerPool;
  readonly threads: readonly FakeThread[];
  readonly ask: (client: string, source?: string, budget?: RequestBudget) => Promise<WorkerAnswer | null>;
  /** The sources that threads were given, in the order of the threads. */
  readonly given: () => readonly (readonly string[])[];
  readonly told: string[];
}

const pools: WorkerPool[] = [];
const budgets: RequestBudget[] = [];

afterEach(async () => {
  for (const budget of budgets.splice(0)) budget.end();
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function budgetOf(milliseconds = 60_000): RequestBudget {
  const budget = startBudget(milliseconds);
  budgets.push(budget);
  return budget;
}

/** A pool on fake threads, all ready. */
function standing(options: Partial<PoolOptions> = {}): Standing {
  const { threads, start } = fakeThreads();
  const told: string[] = [];
  const pool = createWorkerPool({
    size: 2,
    places: 10,
    start,
    observer: {
      onWaited: (_seconds, isCancelled) => void (isCancelled && told.push("cancelled while it waited")),
      onGivenUp: () => void told.push("given up"),
      onLost: (reason) => void told.push(`lost: ${reason instanceof Error ? reason.message : "?"}`),
    },
    ...options,
  });
  pools.push(pool);
  pool.update(GRAPH);
  for (const thread of threads) thread.ready();
  return {
    pool,
    threads,
    told,
    ask(client, source = "{ a }", budget = budgetOf()) {
      const { milliseconds } = budget;
      const rest = {
        operationName: undefined,
        variables: undefined,
        today: "2026-11-26",
        version: "graph-1",
      };
      const asked = pool.ask(client, { source, milliseconds, ...rest }, budget);
      // Some tests look at the refusal later.
      asked.catch(() => undefined);
      return asked;
    },
    given: () => threads.map((thread) => thread.tasks().map(({ source }) => source)),
  };
}

/** Lets what promises have begun go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

describe("a pool of workers", () => {
  it("starts its threads with the first graph, and is ready as soon as one of them is", () => {
    const { threads, start } = fakeThreads();
    const nothing = (): void => undefined;
    const observer = { onWaited: nothing, onGivenUp: nothing, onLost: nothing };
    const pool = createWorkerPool({ size: 2, places: 10, start, observer });
    pools.push(pool);
    expect(threads).toHaveLength(0);
    pool.update(GRAPH);
    expect([threads.length, pool.isReady()]).toEqual([2, false]);
    threads[1]?.ready();
    expect([pool.isReady(), pool.state()]).toEqual([true, { waiting: 0, running: 0, ready: 1 }]);
  });

  it("has a free thread answer, with what is left of the time", async () => {
    const { ask, threads, pool } = standing();
    const answer = ask("a", "{ x }");
    await settled();
    expect(pool.state()).toEqual({ waiting: 0, running: 1, ready: 2 });
    const [task] = threads[0]?.tasks() ?? [];
    expect(task).toMatchObject({ source: "{ x }", milliseconds: 60_000, version: "graph-1" });
    expect(task?.left).toBeLessThanOrEqual(60_000);
    threads[0]?.answer();
    expect(await answer).toEqual(ANSWER);
    expect(pool.state().running).toBe(0);
  });

  it("lets one client have all threads that nobody else wants, and gives the next free one to whoever comes", async () => {
    const { ask, given, threads, pool } = standing();
    for (const source of ["a1", "a2", "a3", "a4"]) void ask("a", source);
    await settled();
    expect([given(), pool.state().waiting]).toEqual([[["a1"], ["a2"]], 2]);
    void ask("b", "b1");
    void ask("c", "c1");
    await settled();
    threads[1]?.answer();
    threads[0]?.answer();
    expect(given()).toEqual([
      ["a1", "c1"],
      ["a2", "b1"],
    ]);
    threads[0]?.answer();
    expect(given()[0]).toEqual(["a1", "c1", "a3"]);
  });

  it("has a client with a thread wait behind one without, however long its line", async () => {
    const { ask, given, threads } = standing({ size: 3 });
    for (const source of ["a1", "b1", "b2", "b3", "a2"]) void ask(source.charAt(0), source);
    await settled();
    expect(given()).toEqual([["a1"], ["b1"], ["b2"]]);
    threads[1]?.answer();
    threads[2]?.answer();
    expect(given()).toEqual([["a1"], ["b1", "a2"], ["b2", "b3"]]);
  });

  it("gives a single thread to any client, in turns", async () => {
    const { ask, given, threads } = standing({ size: 1 });
    for (const source of ["a1", "a2", "a3", "b1"]) void ask(source.charAt(0), source);
    await settled();
    for (const thread of [0, 1, 2].flatMap(() => threads)) thread.answer();
    expect(given()).toEqual([["a1", "b1", "a2", "a3"]]);
  });

  it("refuses what finds no place, and says what to do", async () => {
    const { ask } = standing({ size: 1, places: 1 });
    void ask("a");
    void ask("a");
    await settled();
    const refused = ask("a");
    await expect(refused).rejects.toBeInstanceOf(LimitExceededError);
    await expect(refused).rejects.toThrow(
      "number of questions that wait for a worker is 2, more than the allowed 1; ask again in a few seconds",
    );
  });

  it("takes a question out of the queue that is dropped while it waits: no thread ever sees it", async () => {
    const { ask, given, threads, told, pool } = standing({ size: 1 });
    void ask("a", "a1");
    const budget = budgetOf();
    const dropped = ask("a", "a2", budget);
    await settled();
    budget.abandon();
    await expect(dropped).rejects.toBeInstanceOf(TimeoutError);
    expect(pool.state().waiting).toBe(0);
    threads[0]?.answer();
    expect([given(), told]).toEqual([[["a1"]], ["cancelled while it waited"]]);
  });

  it("counts waiting on the time of a question", async () => {
    const { ask } = standing({ size: 1 });
    void ask("a");
    const late = ask("a", "{ a }", budgetOf(5));
    await expect(late).rejects.toThrow("the request did not finish within 5 ms");
  });

  it("begins nothing for a request whose time is up", async () => {
    const { ask, given } = standing();
    const budget = budgetOf();
    budget.abandon();
    await expect(ask("a", "a1", budget)).rejects.toBeInstanceOf(TimeoutError);
    expect(given()).toEqual([[], []]);
  });

  it("tells a thread through the shared flag and a message that its question is dropped, and uses it again", async () => {
    const { ask, given, threads, told } = standing({ size: 1 });
    const [thread] = threads;
    const budget = budgetOf();
    const dropped = ask("a", "a1", budget);
    void ask("a", "a2");
    await settled();
    expect(thread?.givenUp[0]).toBe(0);
    budget.abandon();
    expect([thread?.givenUp[0], thread?.heard.at(-1)]).toEqual([1, { kind: "giveUp", question: 1 }]);
    thread?.answer({ ...ANSWER, data: "null" });
    expect(await dropped).toMatchObject({ data: "null" });
    expect([given(), thread?.isTerminated(), told]).toEqual([[["a1", "a2"]], false, ["given up"]]);
  });

  it("ends a thread that does not come back from a dropped question, answers TIMEOUT and replaces it", async () => {
    const { ask, given, threads, told } = standing({ size: 1, graceMilliseconds: 5 });
    const late = ask("a", "a1", budgetOf(5));
    await expect(late).rejects.toThrow("the request did not finish within 5 ms");
    expect(threads[0]?.isTerminated()).toBe(true);
    await vi.waitFor(() => expect(threads).toHaveLength(2));
    expect(told).toEqual([
      "given up",
      "lost: the request did not finish within 5 ms; ask for fewer hops or a narrower filter",
    ]);
    void ask("b", "b1");
    await settled();
    expect(given()).toEqual([["a1"], []]);
    threads[1]?.ready();
    expect(given()).toEqual([["a1"], ["b1"]]);
  });

  it("fails the question of a thread that dies, replaces it and keeps what waits", async () => {
    const { ask, given, threads, told } = standing({ size: 1 });
    const lost = ask("a", "a1");
    void ask("b", "b1");
    await settled();
    threads[0]?.die(new RangeError("out of memory"));
    await expect(lost).rejects.toThrow("out of memory");
    await vi.waitFor(() => expect(threads).toHaveLength(2));
    threads[1]?.ready();
    expect([given(), told]).toEqual([[["a1"], ["b1"]], ["lost: out of memory"]]);
  });

  it("waits ever longer between threads that die before they are ready", () => {
    vi.useFakeTimers();
    try {
      const { threads } = standing({ size: 1 });
      const deaths: number[] = [];
      threads[0]?.die();
      for (let milliseconds = 0; milliseconds < 4_000; milliseconds += 1) {
        vi.advanceTimersByTime(1);
        const newest = threads.at(-1);
        if (threads.length === deaths.length + 2) {
          deaths.push(milliseconds);
          newest?.die();
        }
      }
      const waits = deaths.map((time, position) => time - (deaths[position - 1] ?? 0));
      expect(waits.slice(1)).toEqual([500, 1000, 2000]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("hands each newer graph to its threads, and starts later ones on it", async () => {
    const { pool, threads } = standing({ size: 1 });
    const newer = { ...GRAPH, version: "graph-2" };
    pool.update(newer);
    expect(threads[0]?.heard).toEqual([{ kind: "graph", graph: newer }]);
    threads[0]?.die();
    await vi.waitFor(() => expect(threads).toHaveLength(2));
    expect(threads[1]?.graph).toBe(newer);
  });

  it("passes on that no thread reaches the version", async () => {
    const { ask, threads } = standing();
    const answer = ask("a");
    await settled();
    threads[0]?.answer(null);
    expect(await answer).toBeNull();
  });

  it("closes: what waits is refused, what runs is given up, and no thread is left or started", async () => {
    const { ask, pool, threads } = standing({ size: 1 });
    const running = ask("a", "a1");
    const waiting = ask("a", "a2");
    await settled();
    await pool.close();
    await expect(running).rejects.toBeDefined();
    await expect(waiting).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(ask("a")).rejects.toBeInstanceOf(StoreUnavailableError);
    await settled();
    expect([threads.length, threads[0]?.givenUp[0], threads[0]?.heard.at(-1)]).toEqual([
      1,
      1,
      { kind: "stop" },
    ]);
  });
});
