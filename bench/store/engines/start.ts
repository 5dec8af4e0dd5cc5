import type { StoredRecord } from "../../../src/domain/record.ts";
import { buildProjection } from "../../../src/projection/projection.ts";
import { arraysOf } from "../../../src/projection/projection-arrays.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { tell } from "../../kernel/engines/measure.ts";

// What a server does at its start, once, in a fresh process: opens the store, reads everything and builds the projection. Started
// with the folder of an embedded store.

const [directory = "./data"] = process.argv.slice(2);
const begun = { wall: performance.now(), cpu: process.cpuUsage() };
const store = await openEmbeddedStore({ directory, readOnly: true });
const records: StoredRecord[] = [];
const version = await store.scan((batch) => {
  for (const record of batch) records.push(record);
});
const scanned = { wall: performance.now(), cpu: process.cpuUsage() };
const projection = buildProjection(records, version, { isShared: true });
const built = { wall: performance.now(), cpu: process.cpuUsage() };
await store.close();

const arrays = bytesOf(arraysOf(projection));
tellStep("open and scan", begun, scanned, [records.length]);
tellStep("build the projection", scanned, built, [records.length]);
tellStep("start from the store", begun, built, [records.length]);
tell({ task: "arrays", wall: [0], cpu: [0], answers: [[arrays, projection.story.count]] });
tell({ memory: process.memoryUsage.rss() });

interface Moment {
  readonly wall: number;
  readonly cpu: NodeJS.CpuUsage;
}

function tellStep(task: string, from: Moment, to: Moment, answer: readonly number[]): void {
  const used = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
  tell({ task, wall: [to.wall - from.wall], cpu: [used(to.cpu) - used(from.cpu)], answers: [answer] });
}

/** Of all typed arrays within. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}
