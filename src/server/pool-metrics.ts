import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { PoolObserver, PoolState } from "./workers/worker-pool.ts";

const WAIT_BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10];

/** Registers what the pool of workers shows of itself, and gives what counts in it. */
export function registerPool(registers: Registry[], state: () => PoolState): PoolObserver {
  const gauge = (name: string, help: string, value: (current: PoolState) => number): void => {
    const registered = new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value(state()));
      },
    });
    registered.set(0);
  };
  gauge("chokepoint_workers_ready", "Workers that can take a question or have one.", ({ ready }) => ready);
  gauge("chokepoint_questions_running", "Questions that a worker is at.", ({ running }) => running);
  gauge("chokepoint_questions_waiting", "Questions that wait for a worker.", ({ waiting }) => waiting);
  const waited = new Histogram({
    name: "chokepoint_question_wait_seconds",
    help: "Time that questions waited for a worker.",
    buckets: WAIT_BUCKETS,
    registers,
  });
  const cancelled = new Counter({
    name: "chokepoint_questions_cancelled_total",
    help: "Questions that were given up, while they waited or while a worker was at them.",
    labelNames: ["while"],
    registers,
  });
  const lost = new Counter({
    name: "chokepoint_worker_restarts_total",
    help: "Workers that ended unasked and were replaced.",
    registers,
  });
  return {
    onWaited(seconds, isCancelled) {
      waited.observe(seconds);
      if (isCancelled) cancelled.inc({ while: "waiting" });
    },
    onGivenUp: () => cancelled.inc({ while: "running" }),
    onLost: () => lost.inc(),
  };
}
