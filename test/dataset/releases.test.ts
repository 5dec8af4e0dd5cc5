import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { releaseNote } from "../../src/dataset/release-note.ts";

interface Row {
  readonly name: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly total: number;
}

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const dataset = await readDataset(seed);
const versions = readVersions(readFileSync(`${seed}/RELEASES.md`, "utf8"));

/** The sections of the release notes, the newest first, with the rows of their tables. */
function readVersions(text: string): readonly { readonly version: string; readonly rows: readonly Row[] }[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ version: section.split("\n")[0] ?? "", rows: readRows(section) }));
}

function readRows(section: string): Row[] {
  return [...section.matchAll(/^\| *([\w*][\w* ]*?) *\| *(\d+) *\| *(\d+) *\| *(\d+) *\| *(\d+) *\|$/gm)].map(
    ([, name = "", ...cells]) => {
      const [added = NaN, changed = NaN, withdrawn = NaN, total = NaN] = cells.map(Number);
      return { name, added, changed, withdrawn, total };
    },
  );
}

describe("the release notes of the dataset", { timeout: 60_000 }, () => {
  it("begin with the version that is shipped, counted as it is", () => {
    const [newest] = versions;
    expect(newest?.version).toBe(dataset.manifest?.version);
    const records = datasetRecords(dataset);
    const { byKind, facts } = releaseNote({ added: [], changed: [], removed: [], unchanged: 0 }, records);
    const totals = [...byKind.map(({ kind, total }) => [kind, total]), ["**all facts**", facts.total]];
    expect(newest?.rows.flatMap(({ name, total }) => (total > 0 ? [[name, total]] : []))).toEqual(totals);
  });

  it("account for every record from one version to the next", () => {
    for (const [index, { version, rows }] of versions.entries()) {
      const before = new Map(versions[index + 1]?.rows.map(({ name, total }) => [name, total]));
      for (const { name, added, withdrawn, total } of rows)
        expect([version, name, (before.get(name) ?? 0) + added - withdrawn]).toEqual([version, name, total]);
    }
  });
});
