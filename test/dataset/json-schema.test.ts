import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { datasetFiles } from "../../src/dataset/dataset-files.ts";
import { datasetJsonSchema } from "../../src/dataset/json-schema.ts";
import { baseFiles, faultCases } from "./fault-cases.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const validate = new Ajv({
  strict: true,
  strictRequired: false,
  keywords: ["enumDescriptions"],
  allowUnionTypes: true,
}).compile(datasetJsonSchema());

function accepts(text: string): boolean {
  return validate(parse(text, { schema: "core" }));
}

describe("the JSON Schema of dataset files", { timeout: 120_000 }, () => {
  it("is the one that is checked in", () => {
    const stored: unknown = JSON.parse(readFileSync(`${root}schema/dataset.schema.json`, "utf8"));
    expect(JSON.parse(JSON.stringify(datasetJsonSchema()))).toEqual(stored);
  });

  it("accepts the curated dataset and the base of the faults", async () => {
    const { files } = await datasetFiles(`${root}seed`);
    const refused = [...files, ...baseFiles].filter(({ text }) => !accepts(text)).map(({ path }) => path);
    expect(refused).toEqual([]);
  });

  it("refuses what a file by itself can get wrong", () => {
    const rules = [
      "unknown-section",
      "unknown-field",
      "unknown-word",
      "missing-field",
      "wrong-type",
      "bad-id",
    ];
    const judged = faultCases
      .filter(({ problems }) => problems.length > 0 && problems.every(({ rule }) => rules.includes(rule)))
      .flatMap(({ name, files }) => Object.entries(files).map(([path, text]) => ({ name, path, text })))
      .filter(({ name }) => !SEEN_BY_THE_COMMAND_ALONE.has(name));
    expect(judged.length).toBeGreaterThan(12);
    expect(judged.filter(({ text }) => accepts(text)).map(({ name }) => name)).toEqual([]);
  });
});

/** One schema serves every file, and `oldId` is any text to it. */
const SEEN_BY_THE_COMMAND_ALONE = new Set([
  "a section in the manifest file",
  "a manifest in another file",
  "a redirect of something that is no id",
]);
