import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { diffRecords } from "../../src/dataset/record-diff.ts";
import { readGraph } from "../../src/server/seed-store.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { temporaryFolder } from "../dataset/temporary-folder.ts";
import { runCommand } from "./run-command.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

// The same is tested on Neo4j in test/neo4j/answers.test.ts.
describe("the curated dataset on the embedded store", { timeout: 120_000 }, () => {
  it("is seeded whole, and a second time changes nothing", async () => {
    const dataDir = temporaryFolder();
    const records = datasetRecords(await readDataset(seed));
    expect((await runCommand(dataDir, "seed", seed)).code).toBe(0);
    const first = await graphIn(dataDir);
    expect(diffRecords(first.records, records)).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: records.length,
    });
    const second = await runCommand(dataDir, "seed", seed);
    expect(second.out).toMatch(/^nothing to change: the graph at version /);
    expect(await graphIn(dataDir)).toEqual(first);
  });
});

async function graphIn(directory: string): ReturnType<typeof readGraph> {
  const store = await openEmbeddedStore({ directory, readOnly: true });
  try {
    return await readGraph(store);
  } finally {
    await store.close();
  }
}
