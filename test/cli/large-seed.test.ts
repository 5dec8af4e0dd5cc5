import { describe, expect, it } from "vitest";
import { MAX_CHANGE_SET_RECORDS } from "../../src/domain/change-set.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import { seedStore } from "../../src/server/seed-store.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";

const details = { author: "test", message: "a large dataset" };

function publishers(count: number): readonly GraphRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `publisher:p-${index}`,
    kind: "Publisher",
    fields: { name: `Publisher ${index}`, type: "PRESS" },
  }));
}

describe("a dataset that is larger than a change set", { timeout: 120_000 }, () => {
  it("is loaded in batches with progress, once", async () => {
    const store = await openEmbeddedStore({ directory: ":memory:" });
    const records = publishers(MAX_CHANGE_SET_RECORDS + 1);
    const progress: number[] = [];
    const first = await seedStore(store, records, {
      ...details,
      onProgress: (written) => progress.push(written),
    });
    expect(first).toMatchObject({ added: records.length, changed: 0, removed: 0 });
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.at(-1)).toBe(records.length);
    const second = await seedStore(store, records, details);
    expect(second).toEqual({
      version: first.version,
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: records.length,
    });
    await store.close();
  });
});
