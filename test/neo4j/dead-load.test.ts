import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { StoreUnavailableError } from "../../src/domain/errors.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const driver = plainDriver();
afterAll(async () => driver.close());

let store: GraphStore;
beforeEach(async () => {
  await clearGraph(driver);
  store = await openNeo4jStore(neo4jSetting());
});
afterEach(async () => store.close());

const options = { id: "load", author: "ada", message: "" };
const run = async (statement: string): Promise<unknown> =>
  driver.executeQuery(statement, {}, { database: "neo4j" });

async function nodes(): Promise<unknown> {
  const statement = "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label";
  const { records } = await driver.executeQuery(statement, {}, { database: "neo4j" });
  return records.map((record) => record.get("label") as unknown);
}

it(
  "refuses readers while a killed loader may still live, then empties the graph",
  { timeout: 60_000 },
  async () => {
    const loader = fileURLToPath(new URL("load-for-ever.ts", import.meta.url));
    const child = spawn(process.execPath, [loader], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    await sleep(500);
    child.kill("SIGKILL");
    await once(child, "close");
    await expect(store.info()).rejects.toThrow(StoreUnavailableError);
    await expect(store.load(one("company:a"), options)).rejects.toThrow("being loaded");
    await sleep(10_500);
    expect((await store.info()).counts).toEqual({});
    expect(await nodes()).toEqual(["Graph"]);
    expect((await store.load(one("company:a"), { ...options, id: "a load that dies" })).added).toBe(1);
  },
);

it("ends a load that another process has taken for dead, and leaves the graph to that one", async () => {
  const batches = async function* (): AsyncGenerator<readonly GraphRecord[]> {
    yield [sampleRecord({ id: "company:a" })];
    await run("MATCH (g:Graph) SET g.load = 'another', g.loadUntil = timestamp() + 60000");
    yield [sampleRecord({ id: "company:b" })];
  };
  await expect(store.load(batches(), options)).rejects.toThrow(StoreUnavailableError);
  await expect(store.info()).rejects.toThrow("being loaded");
  await run("MATCH (g:Graph) SET g.loadUntil = timestamp() - 1");
  expect((await store.info()).counts).toEqual({});
  expect(await nodes()).toEqual(["Graph"]);
});

it("waits for a slow source of batches as long as it gives signs of life", { timeout: 60_000 }, async () => {
  const batches = async function* (): AsyncGenerator<readonly GraphRecord[]> {
    yield [sampleRecord({ id: "company:a" })];
    await sleep(12_000);
    await expect(store.info()).rejects.toThrow("being loaded");
    yield [sampleRecord({ id: "company:b" })];
  };
  expect((await store.load(batches(), options)).added).toBe(2);
});

async function* one(id: string): AsyncGenerator<readonly GraphRecord[]> {
  yield [sampleRecord({ id })];
}
