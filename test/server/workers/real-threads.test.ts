import { afterEach, describe, expect, it, vi } from "vitest";
import { Worker } from "node:worker_threads";
import { TimeoutError } from "../../../src/domain/errors.ts";
import { startBudget, type RequestBudget } from "../../../src/graphql/limits/request-budget.ts";
import type { WorkerAnswer, WorkerStart } from "../../../src/server/workers/messages.ts";
import { createWorkerPool, type WorkerPool } from "../../../src/server/workers/worker-pool.ts";
import { GRAPH } from "./fake-threads.ts";

/** A thread that does what the source of its question says: loops until it is given up, loops for ever, or fills its memory. */
const THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { givenUp, graph } = workerData;
  parentPort.on("message", ({ kind, question, task }) => {
    if (kind === "stop") parentPort.close();
    if (kind !== "ask") return;
    const kept = [];
    while (task.source === "until given up" && Atomics.load(givenUp, 0) !== question);
    while (task.source === "for ever");
    while (task.source === "fill") kept.push(new Array(10_000).fill(kept.length));
    const buffers = Object.values(graph.arrays.andOr).flatMap((array) => array.buffer ?? []);
    const isShared = buffers.every((buffer) => buffer instanceof SharedArrayBuffer);
    const data = JSON.stringify({ said: task.source, isShared });
    parentPort.postMessage({ kind: "answer", question, answer: { data, version: graph.version, wasCut: false, masked: [] } });
  });
  parentPort.postMessage({ kind: "ready" });
`;

let pool: WorkerPool | undefined;
const budgets: RequestBudget[] = [];

afterEach(async () => {
  for (const budget of budgets.splice(0)) budget.end();
  await pool?.close();
});

function startPool(): readonly unknown[] {
  const lost: unknown[] = [];
  pool = createWorkerPool({
    size: 1,
    places: 10,
    graceMilliseconds: 100,
    start: (graph, givenUp) => {
      const workerData: Omit<WorkerStart, "config"> = { graph, givenUp };
      return new Worker(THREAD, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    },
    observer: {
      onWaited: () => undefined,
      onGivenUp: () => undefined,
      onLost: (reason) => void lost.push(reason),
    },
  });
  pool.update(GRAPH);
  return lost;
}

function ask(
  source: string,
  milliseconds = 60_000,
): { asked: Promise<WorkerAnswer | null>; budget: RequestBudget } {
  const budget = startBudget(milliseconds);
  budgets.push(budget);
  const rest = { operationName: undefined, variables: undefined, today: "2026-11-26", version: "graph-1" };
  const asked = pool?.ask("a", { source, milliseconds, ...rest }, budget);
  if (asked === undefined) throw new TypeError("no pool was started");
  return { asked, budget };
}

describe("a thread", () => {
  it("that computes sees in shared memory that its question is dropped, and goes on with the next", async () => {
    const lost = startPool();
    const { asked, budget } = ask("until given up");
    await vi.waitFor(() => expect(pool?.state().running).toBe(1), 20_000);
    budget.abandon();
    expect(await asked).toMatchObject({ data: expect.stringContaining("until given up") as unknown });
    expect(await ask("hello").asked).toMatchObject({ data: expect.stringContaining("hello") as unknown });
    expect(lost).toEqual([]);
  });

  it("that never comes back is ended, its question is TIMEOUT, and another takes its place", async () => {
    const lost = startPool();
    const { asked, budget } = ask("for ever");
    await vi.waitFor(() => expect(pool?.state().running).toBe(1), 20_000);
    budget.abandon();
    await expect(asked).rejects.toBeInstanceOf(TimeoutError);
    expect(await ask("hello").asked).toMatchObject({ data: expect.stringContaining("hello") as unknown });
    expect(lost).toHaveLength(1);
  });

  it("that needs more memory than it may ends alone, and another takes its place", async () => {
    const lost = startPool();
    await expect(ask("fill").asked).rejects.toMatchObject({ code: "ERR_WORKER_OUT_OF_MEMORY" });
    expect(await ask("hello").asked).toMatchObject({ data: expect.stringContaining("hello") as unknown });
    expect(lost).toHaveLength(1);
  });
});
