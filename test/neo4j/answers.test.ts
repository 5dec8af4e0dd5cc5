import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApplyResult } from "../../src/domain/change-set.ts";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { seedStore } from "../../src/server/seed-store.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { askerOn, dataOf, type Asker } from "../graphql/ask.ts";
import { answerText, exampleOperations, EXPECTED } from "../graphql/example-operations.ts";
import { goldenQuestions } from "../golden/golden-cases.ts";
import { goldenFaults } from "../golden/golden-faults.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const by = { author: "test", message: "Seed." };
const driver = plainDriver();
let asker: Asker;
let first: ApplyResult;
let second: ApplyResult;
let size: number;

beforeAll(async () => {
  await clearGraph(driver);
  const store = await openNeo4jStore(neo4jSetting());
  const records = datasetRecords(await readDataset(seed));
  size = records.length;
  first = await seedStore(store, records, by);
  second = await seedStore(store, records, by);
  asker = await askerOn(store);
}, 600_000);

afterAll(async () => {
  await asker?.store.close();
  await clearGraph(driver);
  await driver.close();
}, 120_000);

describe("the curated dataset on Neo4j", () => {
  it("is seeded whole, and a second time changes nothing", () => {
    expect(first).toMatchObject({ added: size, changed: 0, removed: 0 });
    expect(second).toEqual({ version: first.version, added: 0, changed: 0, removed: 0, unchanged: size });
  });

  it.each(exampleOperations)(
    "gives the answer of the embedded store, to the letter: $name",
    async ({ name, query, variables }) => {
      const { data, errors } = await asker.ask(query, { variables });
      expect(errors).toEqual([]);
      expect(answerText(data)).toBe(readFileSync(`${EXPECTED}${name}.json`, "utf8"));
    },
  );

  it.each(goldenQuestions)(
    "has the answer that follows from the sources: $operation",
    async ({ query, variables, ...golden }) => {
      expect(goldenFaults(await dataOf(asker, query, { variables }), golden)).toEqual([]);
    },
  );
});
