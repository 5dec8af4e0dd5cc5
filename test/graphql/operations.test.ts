import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Asker } from "./ask.ts";
import { seedAsker } from "./seed-asker.ts";

const operations = fileURLToPath(new URL("../../schema/operations/", import.meta.url));
const expected = fileURLToPath(new URL("expected/", import.meta.url));
const names = readdirSync(operations).flatMap((file) =>
  file.endsWith(".graphql") ? [file.slice(0, -8)] : [],
);

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
}, 120_000);

function variablesOf(name: string): Record<string, unknown> {
  const file = `${operations}${name}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
}

describe("an example operation", () => {
  it.each(names)("says what it asks, and gets its answer from the curated dataset: %s", async (name) => {
    const query = readFileSync(`${operations}${name}.graphql`, "utf8");
    expect(query).toMatch(/^# .+[?]\n# .+[.]\nquery [A-Z]/);
    const { data, errors } = await asker.ask(query, { variables: variablesOf(name) });
    expect(errors).toEqual([]);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`${expected}${name}.json`);
  });

  it("has one expected answer each, and none is left over", () => {
    expect(readdirSync(expected).map((file) => file.replace(/\.json$/, ""))).toEqual(names);
  });
});
