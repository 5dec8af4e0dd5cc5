import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import type { SharedGraph, WorkerConfig, WorkerStart } from "./messages.ts";
import type { StartThread } from "./worker-seat.ts";

const ENTRY = import.meta.url.endsWith(".ts")
  ? new URL("./question-worker.ts", import.meta.url)
  : new URL("./question-worker.js", import.meta.url);

/** The part of the memory that all workers together may fill with objects of their own. */
const MEMORY_SHARE = 0.5;
const LEAST_MEGABYTES = 256;
/** Space for short-lived objects: half of what a thread has by default, which holds a third more memory for no more speed. */
const YOUNG_MEGABYTES = 24;
const MEGABYTE = 2 ** 20;

/** Starts the threads of a pool of so many: each with a share of the memory, so that one that needs more ends alone. */
export function workerStarter(config: WorkerConfig, count: number): StartThread {
  const resourceLimits = {
    maxOldGenerationSizeMb: megabytesEach(count),
    maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
  };
  return (graph: SharedGraph, givenUp: Int32Array) => {
    const workerData: WorkerStart = { config, graph, givenUp };
    return new Worker(ENTRY, { workerData, name: "questions", resourceLimits });
  };
}

/** No more than the event loop's own heap may take, and no more than a part of the memory of the machine or its container. */
function megabytesEach(count: number): number {
  const available = Math.min(process.constrainedMemory() || Infinity, totalmem());
  const share = (available * MEMORY_SHARE) / count;
  return Math.floor(
    Math.max(LEAST_MEGABYTES, Math.min(share, getHeapStatistics().heap_size_limit) / MEGABYTE),
  );
}
