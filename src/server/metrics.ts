import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { versionNumber } from "../domain/change-set.ts";
import type { ProjectionState } from "./projection-state.ts";
import { registerPool } from "./pool-metrics.ts";
import type { PoolObserver, PoolState } from "./workers/worker-pool.ts";

/** Most different operation names that are counted apart: clients choose them freely. */
const MAX_OPERATION_NAMES = 100;
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  /** Counts one request to the API. `operation` null: without a name; `code` null: without an error. */
  observeRequest(operation: string | null, code: string | null, seconds: number): void;
  observeStoreCall(method: string, isOk: boolean, seconds: number): void;
  /** Counts what happens in the pool of workers, and shows its state. */
  observePool(state: () => PoolState): PoolObserver;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(projection: () => ProjectionState | null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "chokepoint_requests_total",
    help: "GraphQL requests by operation name and code (OK, or the code of the first error).",
    labelNames: ["operation", "code"],
    registers,
  });
  const durations = new Histogram({
    name: "chokepoint_request_duration_seconds",
    help: "Time from the request's arrival to the end of its answer.",
    labelNames: ["operation"],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const storeCalls = new Counter({
    name: "chokepoint_store_calls_total",
    help: "Calls of the store by method and result.",
    labelNames: ["method", "result"],
    registers,
  });
  const storeSeconds = new Counter({
    name: "chokepoint_store_seconds_total",
    help: "Time in calls of the store by method.",
    labelNames: ["method"],
    registers,
  });
  registerProjection(registers, projection);
  const operationLabel = boundedNames(MAX_OPERATION_NAMES);
  return {
    observeRequest(operation, code, seconds) {
      const label = operationLabel(operation);
      requests.inc({ operation: label, code: code ?? "OK" });
      durations.observe({ operation: label }, seconds);
    },
    observeStoreCall(method, isOk, seconds) {
      storeCalls.inc({ method, result: isOk ? "ok" : "error" });
      storeSeconds.inc({ method }, seconds);
    },
    observePool: (poolState) => registerPool(registers, poolState),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function registerProjection(registers: Registry[], state: () => ProjectionState | null): void {
  const gauge = (name: string, help: string, value: (current: ProjectionState) => number): void => {
    const registered = new Gauge({
      name,
      help,
      registers,
      collect() {
        const current = state();
        if (current === null) this.reset();
        else this.set(value(current));
      },
    });
    registered.reset();
  };
  gauge(
    "chokepoint_projection_version",
    "Number of the graph version that questions are answered from; 0 while there is none.",
    ({ version }) => versionNumber(version),
  );
  gauge(
    "chokepoint_projection_age_seconds",
    "Time since that version was read.",
    ({ builtAt }) => (Date.now() - builtAt) / 1000,
  );
  gauge(
    "chokepoint_projection_build_seconds",
    "Time that the last build took.",
    ({ buildMilliseconds }) => buildMilliseconds / 1000,
  );
}

/** Names up to a number, then `other`; `anonymous` for none. */
function boundedNames(most: number): (name: string | null) => string {
  const names = new Set<string>();
  return (name) => {
    if (name === null) return "anonymous";
    if (names.size < most) names.add(name);
    return names.has(name) ? name : "other";
  };
}
