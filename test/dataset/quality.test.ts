import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkQuality } from "../../src/dataset/quality-rules.ts";
import { datasetOf, readDataset } from "../../src/dataset/read-dataset.ts";
import { filesOf, qualityCases } from "./fault-cases.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

describe("the quality of a dataset", { timeout: 120_000 }, () => {
  it.each(qualityCases)("is judged, fault by fault: $name", (fault) => {
    const dataset = datasetOf(filesOf(fault));
    expect(dataset.problems).toEqual([]);
    const found = checkQuality(dataset).filter(({ file }) => file === "case.yaml");
    expect(
      found.map(({ file, line, column, rule, value }) => ({ at: `${file}:${line}:${column}`, rule, value })),
    ).toEqual(fault.problems.map(({ at, rule, value }) => ({ at, rule, value })));
    for (const [index, { says }] of fault.problems.entries()) expect(found[index]?.message).toContain(says);
  });

  it("is kept by what we ship", async () => {
    expect(checkQuality(await readDataset(seed))).toEqual([]);
  });
});
