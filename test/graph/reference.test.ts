import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAndOrFile, runAndOrFile } from "../../src/cli/reference/and-or-cases.ts";
import { unknownSections, withCases } from "../../src/cli/reference/compare.ts";
import type { CaseResult, Json } from "../../src/cli/reference/compare.ts";
import { isHhiFile, runHhiFile } from "../../src/cli/reference/hhi-cases.ts";
import { isPathsFile, runPathsFile } from "../../src/cli/reference/paths-cases.ts";

const DIRECTORY = new URL("../reference/", import.meta.url);

const FILES = {
  "andor.json": { isFile: isAndOrFile, run: runAndOrFile, cases: 8 },
  "hhi.json": { isFile: isHhiFile, run: runHhiFile, cases: 30 },
  "paths.json": { isFile: isPathsFile, run: runPathsFile, cases: 10 },
};

function read(name: string): Json {
  return JSON.parse(readFileSync(new URL(name, DIRECTORY), "utf8")) as Json;
}

test("every reference file is known here", () => {
  expect(readdirSync(DIRECTORY).filter((name) => name.endsWith(".json"))).toEqual(Object.keys(FILES));
});

describe.each(Object.entries(FILES))("%s", (name, { isFile, run, cases }) => {
  const file = read(name);
  const results: readonly CaseResult[] = run(file);

  test("is recognised by its own format alone", () => {
    const recognised = Object.values(FILES).filter((format) => format.isFile(file));
    expect(recognised).toEqual([expect.objectContaining({ isFile })]);
  });

  test("has all its cases", () => {
    expect(results).toHaveLength(cases);
  });

  test.each(results)("case $caseId gives the expected numbers", ({ compared, mismatches, unknownFields }) => {
    expect(mismatches).toEqual([]);
    expect(unknownFields).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });
});

describe("the comparison", () => {
  test("finds a wrong number", () => {
    const results = runHhiFile({ cases: [{ id: "wrong", shares_pct: [60, 40], hhi: 5201 }] });
    expect(results[0]!.mismatches).toEqual([{ caseId: "wrong", field: "hhi", expected: 5201, got: 5200 }]);
  });

  test("names the fields that it does not know", () => {
    const results = runHhiFile({ cases: [{ id: "new", shares_pct: [60, 40], gini: 0.1 }] });
    expect(results[0]!.unknownFields).toEqual(["gini"]);
  });

  test("names the sections that it does not know, and takes remarks for what they are", () => {
    const file = { about: "x", rules: { a: "b" }, cases: [{ id: "a" }], clearing: [{ id: "b" }] };
    expect(unknownSections(file, ["cases"])).toEqual(["clearing"]);
  });

  test("takes a file that is one graph for its one case", () => {
    const file = withCases({ about: "x", n: 2, edges: [[0, 1, 1]], root: 0, hops_from_root: [0, 1] }) as Json;
    expect(isPathsFile(file)).toBe(true);
    expect(runPathsFile(file)).toEqual([
      expect.objectContaining({ compared: 1, mismatches: [], unknownFields: [] }),
    ]);
  });

  test("reports a case that cannot be run as a mismatch", () => {
    const results = runAndOrFile({ cases: [{ id: "broken", nodes: { T: {} }, top: "X" }] });
    expect(results[0]!.mismatches).toHaveLength(1);
  });
});
