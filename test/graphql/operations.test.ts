import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Asker } from "./ask.ts";
import { answerText, exampleOperations, EXPECTED } from "./example-operations.ts";
import { seedAsker } from "./seed-asker.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
}, 120_000);

describe("an example operation", () => {
  it.each(exampleOperations)(
    "says what it asks, and gets its answer from the curated dataset: $name",
    async ({ name, query, variables }) => {
      expect(query).toMatch(/^# .+[?]\n# .+[.]\nquery [A-Z]/);
      const { data, errors } = await asker.ask(query, { variables });
      expect(errors).toEqual([]);
      await expect(answerText(data)).toMatchFileSnapshot(`${EXPECTED}${name}.json`);
    },
  );

  it("has one expected answer each, and none is left over", () => {
    expect(readdirSync(EXPECTED).map((file) => file.replace(/\.json$/, ""))).toEqual(
      exampleOperations.map(({ name }) => name),
    );
  });
});
