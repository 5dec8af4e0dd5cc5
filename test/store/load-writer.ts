import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { GraphRecord } from "../../src/domain/record.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";

/** Loads one batch after the other into the graph of a folder until it is killed. */
async function* batches(): AsyncGenerator<readonly GraphRecord[]> {
  for (let number = 0; ; number += 1) {
    yield Array.from({ length: 100 }, (_, index) => sampleRecord({ id: `company:c${number}-${index}` }));
    await sleep(5);
  }
}

const store = await openEmbeddedStore({ directory: process.argv[2] ?? "" });
await store.load(batches(), {
  id: "a load that dies",
  author: "loader",
  message: "",
  onProgress: (records) => writeSync(1, `${records}\n`),
});
