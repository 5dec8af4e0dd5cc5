import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { beforeAll, describe, expect, it } from "vitest";
import type { StoredRecord } from "../../src/domain/record.ts";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { arraysOf, type ProjectionArrays } from "../../src/projection/projection-arrays.ts";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { questionTo } from "../support/graph-builder.ts";

/** The typed arrays in an object, by their path in it. */
function typedArrays(value: object, path = ""): (readonly [string, ArrayBufferView])[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (ArrayBuffer.isView(part)) return [[`${path}${name}`, part] as const];
    return typeof part === "object" && part !== null ? typedArrays(part, `${path}${name}.`) : [];
  });
}

/** What arrives when a message carries it to another thread. */
function sent(arrays: ProjectionArrays): ProjectionArrays {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(arrays);
  const received = receiveMessageOnPort(port2)?.message as ProjectionArrays;
  port1.close();
  return received;
}

describe("the arrays of a projection", () => {
  let records: readonly StoredRecord[];
  let own: Projection;
  let shared: Projection;
  let taken: Projection;

  beforeAll(async () => {
    records = datasetRecords(await readDataset("seed")).map((record) => ({ ...record, revision: 1 }));
    own = buildProjection(records, "seed-1");
    shared = buildProjection(records, "seed-1", { isShared: true });
    taken = buildProjection(records, "seed-1", { arrays: sent(arraysOf(shared)), isSearchLazy: true });
  });

  it("are the same in shared memory as in a thread's own, every one of them", () => {
    expect(arraysOf(shared)).toEqual(arraysOf(own));
    const arrays = typedArrays(arraysOf(shared));
    expect(arrays.length).toBeGreaterThan(20);
    const inOwnMemory = arrays.filter(([, { buffer }]) => !(buffer instanceof SharedArrayBuffer));
    expect(inOwnMemory.map(([path]) => path)).toEqual([]);
  });

  it("reach another thread without a copy", () => {
    const change = (projection: Projection, confidence: number): void => {
      projection.slotTable.confidence[0] = confidence;
    };
    const before = shared.slotTable.confidence[0] ?? 0;
    change(shared, 250);
    expect(taken.slotTable.confidence[0]).toBe(250);
    change(shared, before);
    expect(arraysOf(taken)).toEqual(arraysOf(own));
  });

  it("give the same answers wherever they were built", () => {
    const ask = (projection: Projection): string => {
      const { fallen, losses } = disruption(questionTo(projection), { failed: ["company:tsmc"] });
      return JSON.stringify([fallen, losses]);
    };
    expect(ask(own)).toContain("component:nvidia-h100");
    expect(ask(taken)).toBe(ask(own));
  });

  it("leave the search index to the first search, where they were taken over", () => {
    expect(taken.search.search("hbm")).toEqual(own.search.search("hbm"));
  });
});
