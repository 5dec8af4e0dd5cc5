import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datasetOf, datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { runCommand } from "../cli/run-command.ts";
import { baseFiles, faultCases, filesOf, qualityCases } from "./fault-cases.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const src = fileURLToPath(new URL("../../src/dataset/", import.meta.url));

describe("the base of the faults", () => {
  it("is a valid dataset", () => {
    expect(datasetOf(baseFiles).problems).toEqual([]);
  });
});

describe("a dataset with a fault", { timeout: 120_000 }, () => {
  it.each(faultCases)("is reported at its place: $name", async (fault) => {
    const { problems } = await readDataset(temporaryFolder(filesOf(fault)));
    const found = problems.map(({ file, line, column, rule, value }) => ({
      at: `${file}:${line}:${column}`,
      rule,
      ...(value === undefined ? {} : { value: value.replace(/^x{2001}$/, "@long 2001") }),
    }));
    const wanted = fault.problems.map(({ at, rule, value }) => ({
      at,
      rule,
      ...(value === undefined ? {} : { value }),
    }));
    expect(found).toEqual(wanted);
    for (const [index, { says }] of fault.problems.entries()) {
      expect(problems[index]?.message).toContain(says);
    }
  });

  it("is refused whole, and leaves the graph as it was", async () => {
    const dataDir = temporaryFolder();
    const before = await runCommand(dataDir, "seed", temporaryFolder(baseFiles));
    expect(before.code).toBe(0);
    const exported = await contentOf(dataDir);
    for (const fault of faultCases) {
      const refused = await runCommand(dataDir, "seed", temporaryFolder(filesOf(fault)));
      expect({ name: fault.name, code: refused.code }).toEqual({ name: fault.name, code: 1 });
    }
    expect(await contentOf(dataDir)).toEqual(exported);
  });

  it("gives no records away", () => {
    const [fault] = faultCases;
    expect(() => datasetRecords(datasetOf(fault === undefined ? [] : filesOf(fault)))).toThrow(
      /the dataset has 1 problem; nothing was changed/,
    );
  });
});

describe("the cases", () => {
  it("are different and many", () => {
    expect(new Set(faultCases.map(({ name }) => name)).size).toBe(faultCases.length);
    expect(faultCases.length).toBeGreaterThan(80);
  });

  it("show every rule that the dataset room reports by name", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts"),
    );
    const text = files.map((path) => readFileSync(`${src}${path}`, "utf8")).join("\n");
    const named = [...text.matchAll(/problemAt\([^;]{1,90}?, "([a-z]+(?:-[a-z]+)+)"/g)].map(
      ([, rule]) => rule,
    );
    const shown = new Set(
      [...faultCases, ...qualityCases].flatMap(({ problems }) => problems.map(({ rule }) => rule)),
    );
    // These two are of change sets only, and shown by their tests.
    const unshown = named.filter((rule) => rule !== undefined && !shown.has(rule));
    expect(new Set(unshown)).toEqual(new Set(["too-deep", "written-and-removed"]));
  });
});

async function contentOf(dataDir: string): Promise<unknown> {
  const store = await openEmbeddedStore({ directory: dataDir, readOnly: true });
  const records: unknown[] = [];
  const version = await store.scan((batch) => records.push(...batch));
  await store.close();
  return { version, records };
}
