import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkRecord } from "../../src/domain/record-check.ts";
import { datasetOf, datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { diffRecords } from "../../src/dataset/record-diff.ts";
import { datasetYaml } from "../../src/dataset/write-dataset.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

describe("the curated dataset", { timeout: 120_000 }, () => {
  const reading = readDataset(seed);

  it("is valid, and every record of it may be stored", async () => {
    const dataset = await reading;
    expect(dataset.problems).toEqual([]);
    const records = datasetRecords(dataset);
    expect(records.flatMap(checkRecord)).toEqual([]);
    expect(records.length).toBeGreaterThan(1_000);
  });

  it("survives an export unchanged", async () => {
    const records = datasetRecords(await reading);
    const again = datasetRecords(datasetOf(datasetYaml(records)));
    const { added, changed, removed } = diffRecords(records, again);
    expect([added, changed, removed]).toEqual([[], [], []]);
  });
});
