import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datasetFiles } from "../../src/dataset/dataset-files.ts";
import { readFullYaml } from "../../src/dataset/full-yaml.ts";
import { readPlainYaml } from "../../src/dataset/plain-yaml.ts";
import { datasetYaml } from "../../src/dataset/write-dataset.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { baseFiles, faultCases, filesOf, qualityCases } from "./fault-cases.ts";
import { randomRecords } from "./random-dataset.ts";
import { editedText, PIECES, tokenSoup } from "./random-yaml.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

/** Whether the plain reader leaves a text to the full one, or gives its tree and the place of every node. */
function compareReaders(text: string): "left" | "read" | "differs" {
  const plain = readPlainYaml("a.yaml", text);
  if (plain === null) return "left";
  const { root, problems } = readFullYaml("a.yaml", text);
  return problems.length === 0 && isDeepStrictEqual(plain, root) ? "read" : "differs";
}

describe("the plain reader of YAML", { timeout: 120_000 }, () => {
  it("reads every file of the curated dataset as the full reader does", async () => {
    const { files } = await datasetFiles(seed);
    const outcomes = files.map(({ text }) => compareReaders(text));
    expect(outcomes).not.toContain("differs");
    expect(outcomes.filter((outcome) => outcome === "read").length).toBeGreaterThan(files.length * 0.9);
  });

  it("says nothing else than the full reader of any fault", () => {
    const texts = [...faultCases, ...qualityCases].flatMap((fault) => filesOf(fault)).map(({ text }) => text);
    const outcomes = new Set([...new Set(texts)].map(compareReaders));
    expect(outcomes).toEqual(new Set(["left", "read"]));
  });

  it.each([
    [
      "values that are no text",
      "{ a: 1, b: -2.5, c: .5, d: 1e3, e: 0o7, f: 0x1F, g: true, h: ~, i: .inf, j: 1. }",
    ],
    [
      "texts that look like something else",
      "a: NO\nb: 2026-05-12\nc: 0b1\nd: 1_000\ne: '1'\nf: \"true\"\ng: <<\n",
    ],
    ["keys that are no text", "1: a\ntrue: b\n2026-01-01: c\n1.0: d\n'q': e\n"],
    ["numbers of any size", "a: 1e400\nb: 123456789012345678901234567890\nc: -0\nd: +1\ne: 007\n"],
    ["nested blocks", "a:\n- b: c\n  d:\n    - - e\n      - f\n    - g: [h, { i: j }]\nk: {}\nl: []\n"],
    ["texts over several lines", "a: b\n  c\n\n  d\ne: 'f\n\n  g'\nh: \"i\n  j\"\n"],
    ["blocks of text", "a: |\n  b\n\n   c\nd: >-\n  e\n  f\n\n  g\n'h|i': >- # j > k\n  l\n\nm: n\n"],
    ["blocks of text in lists", "a:\n  - |\n    b\n  - - >\n      c\n    - d: |-\n        e\n"],
    ["escapes", "a: \"\\u00e9\\x41\\n\\\\ \\\"b\\\"\"\nc: 'd''s'\n"],
    ["comments", "# a\nb: c # d\n# e\nf: # g\n  - h #i\n  # j\n  - k\n"],
    ["line ends of Windows", "a: b\r\nc:\r\n  - d\r\n  - e\r\n    f\r\n"],
    ["pairs in a list on one line", "a: [b: c, 'd': e]\n"],
    ["characters from everywhere", 'a: Zürich 日本 \u{1f600}\nb: "\u{1f600}"\n'],
  ])("reads %s", (_, text) => {
    expect(compareReaders(text)).toBe("read");
  });

  it.each([
    ["an error", 'a: "b\n'],
    ["a key that is written twice", "a: 1\na: 2\n"],
    ["a key that is no scalar", "? [a]\n: b\n"],
    ["an empty value", "a:\nb: c\n"],
    ["an empty key", ": a\n"],
    ["a key behind a question mark", "? a\n: b\n"],
    ["a key behind a text in quotes", "a:\n- 'b'c: d\n"],
    ["a key behind a list on one line", "a:\n- [b]c: d\n"],
    ["a block of text as a key", "? |\n  a\n: b\n"],
    ["a block of text that says its indentation", "a: |2\n  b\n"],
    ["a block of text that keeps its last lines", "a: |+\n  b\n\n"],
    ["a comment between a key and a text", "a:\n\n# b\n  c\nd: e\n"],
    ["an anchor", "a: &b c\n"],
    ["an alias", "a: &b c\nd: *b\n"],
    ["a tag", "a: !!str 1\n"],
    ["a tag on a list", "a: !!seq [b]\n"],
    ["a directive", "%YAML 1.1\n---\na: NO\n"],
    ["a start of a document", "---\na: b\n"],
    ["an end of a document", "a: b\n...\n"],
    ["a second document", "a: b\n---\nc: d\n"],
    ["a mark of byte order", "\uFEFFa: b\n"],
    ["a line end of an old Mac", "a: b\rc: d\n"],
    ["a tab", "a:\tb\n"],
    ["a list", "- a\n"],
    ["a text", "a\n"],
    ["nothing", ""],
  ])("leaves a file with %s to the full reader", (_, text) => {
    expect(compareReaders(text)).toBe("left");
  });
});

const stock = [...PIECES, ...[...baseFiles, ...faultCases.flatMap(filesOf)].map(({ text }) => text)];
const { title, parameters } = propertySettings(3_000);

describe(`the plain reader of random YAML (${title})`, { timeout: 120_000 }, () => {
  it("reads a text that was edited anywhere as the full reader does, or leaves it", () => {
    fc.assert(
      fc.property(editedText(stock), (text) => {
        expect(compareReaders(text)).not.toBe("differs");
      }),
      parameters,
    );
  });

  it("reads what is put together of signs as the full reader does, or leaves it", () => {
    fc.assert(
      fc.property(tokenSoup, (text) => {
        expect(compareReaders(text)).not.toBe("differs");
      }),
      parameters,
    );
  });

  it("reads an export as the full reader does", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const texts = datasetYaml(records).map(({ text }) => text);
        expect(texts.map(compareReaders)).not.toContain("differs");
      }),
      { ...parameters, numRuns: Math.ceil(parameters.numRuns / 50) },
    );
  });
});
