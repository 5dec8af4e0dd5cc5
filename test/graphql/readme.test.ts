import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Asker } from "./ask.ts";
import { seedAsker } from "./seed-asker.ts";

/** A question of the README with the answer that stands below it. */
const EXAMPLE = /```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)```/gs;

const examples = [...readFileSync(new URL("../../README.md", import.meta.url), "utf8").matchAll(EXAMPLE)].map(
  ({ groups }) => ({ query: groups?.["query"] ?? "", answer: groups?.["answer"] ?? "" }),
);

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
});

describe("the README", () => {
  it("shows an answer below each of its questions", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)("tells the answer that the curated dataset gives: $query", async ({ query, answer }) => {
    const { data, errors } = await asker.ask(query);
    expect(errors).toEqual([]);
    expect({ data }).toEqual(JSON.parse(answer));
  });
});
