import { describe, expect, it } from "vitest";
import { TimeoutError } from "../../../src/domain/errors.ts";
import { startBudget } from "../../../src/graphql/limits/request-budget.ts";

const forever = new Promise<never>(() => undefined);

describe("the budget of a request", () => {
  it("leaves a question less than what is left of it, and nothing in the end", async () => {
    const budget = startBudget(60_000);
    expect(budget.forQuestion()).toBeGreaterThan(0);
    expect(budget.forQuestion()).toBeLessThanOrEqual(48_000);
    budget.end();
    const short = startBudget(20);
    await expect(short.race(forever)).rejects.toBeInstanceOf(TimeoutError);
    expect(short.forQuestion()).toBe(0);
  });

  it("is spent by the clock, though no timer could run", () => {
    const budget = startBudget(5);
    const end = performance.now() + 10;
    while (performance.now() < end);
    expect(budget.signal.aborted).toBe(false);
    expect(budget.isSpent()).toBe(true);
    expect(budget.signal.aborted).toBe(true);
    expect(() => budget.check()).toThrow("the request did not finish within 5 ms");
  });

  it("is spent as soon as another thread gives the request up, without a timer or a message", () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const budget = startBudget(60_000, { isGivenUp: () => Atomics.load(flag, 0) !== 0 });
    expect([budget.isCancelled(), budget.isSpent()]).toEqual([false, false]);
    Atomics.store(flag, 0, 1);
    expect(budget.isCancelled()).toBe(true);
    expect(() => budget.check()).toThrow("the request did not finish within 60000 ms");
    budget.end();
  });

  it("tells the whole time in its refusal, where a part of it had gone before it began", async () => {
    const budget = startBudget(60_000, { left: 5 });
    await expect(budget.race(forever)).rejects.toThrow("within 60000 ms");
  });

  it("remembers that a search ended early for want of time", () => {
    const budget = startBudget(60_000);
    expect(budget.wasCut()).toBe(false);
    budget.noteCut();
    expect(budget.wasCut()).toBe(true);
    budget.end();
  });

  it("hands on what comes in time, failures too", async () => {
    const budget = startBudget(10_000);
    expect(await budget.race(Promise.resolve(1))).toBe(1);
    await expect(budget.race(Promise.reject(new RangeError("broken")))).rejects.toBeInstanceOf(RangeError);
    budget.check();
    budget.end();
  });

  it("ends with its client", async () => {
    const budget = startBudget(10_000);
    const waiting = budget.race(forever);
    budget.abandon();
    await expect(waiting).rejects.toThrow("a request whose client has gone");
    budget.end();
  });
});
