import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { storeCaseFiles } from "./case-file.ts";

const test = fileURLToPath(new URL("..", import.meta.url));

function texts(
  folder: string,
  keep: (file: string) => boolean,
): { readonly file: string; readonly text: string }[] {
  return readdirSync(join(test, folder))
    .filter(keep)
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(test, folder, file), "utf8") }));
}

it("names no store in a case or in the contract", () => {
  const contract = texts("contract", (file) => !file.endsWith(".test.ts"));
  const cases = storeCaseFiles().map(({ path }) => ({ file: path, text: readFileSync(path, "utf8") }));
  const naming = [...contract, ...cases].filter(({ text }) => /embedded-|neo4j|sqlite|cypher/i.test(text));
  expect(naming.map(({ file }) => file)).toEqual([]);
});

it("skips and prefers no test of a store", () => {
  const files = [...texts("contract", () => true), ...texts("neo4j", (file) => file.endsWith(".ts"))];
  const choosing = files.filter(({ text }) => /\.(?:skip|only|todo|fails|skipIf|runIf)\b/.test(text));
  expect(choosing.map(({ file }) => file)).toEqual([]);
});

it("claims something in every step of every case but for a change set on the way", () => {
  const claims = ["ids", "count", "more", "has", "error", "sameAs"] as const;
  const empty = storeCaseFiles().flatMap(({ name, cases }) =>
    cases.flatMap(({ title, steps }) =>
      steps
        .filter((step) => step.call !== "apply" && !claims.some((claim) => step[claim] !== undefined))
        .map(({ call }) => `${name}: ${title}: ${call}`),
    ),
  );
  expect(empty).toEqual([]);
});
