import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startBuiltServer, type BuiltServer } from "../browser/built-server.ts";
import { exampleOperations } from "../graphql/example-operations.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const TOKEN = "correct-horse-battery";
const LIMITS = {
  CHOKEPOINT_TOKENS: `alice:${TOKEN}`,
  CHOKEPOINT_MAX_ALIASES: "1000",
  CHOKEPOINT_MAX_TOKENS: "100000",
  CHOKEPOINT_MAX_COST: "1000000",
  CHOKEPOINT_TIME_BUDGET_MS: "120000",
};
/** Every day of it is an evaluation of its own: some minutes of work, unless it is dropped. */
const HEAVY = `{ ${Array.from({ length: 900 }, (_, position) => {
  const day = new Date(Date.UTC(2024, 0, 1 + position)).toISOString().slice(0, 10);
  return `a${position}: disruption(failed: ["company:tsmc"], filter: { asOf: "${day}" }) { fallen(first: 100) { nodes { witness { sentence } } } }`;
}).join(" ")} }`;

const driver = plainDriver();
let directory: string;
let embedded: BuiltServer;
let server: BuiltServer;

async function ask(
  { url }: BuiltServer,
  query: string,
  { variables = {}, signal }: { readonly variables?: object; readonly signal?: AbortSignal } = {},
): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables }),
    ...(signal === undefined ? {} : { signal }),
  });
  // Each store has a graph of its own, and says which it is.
  return (await response.text())
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}-\d+/g, "VERSION")
    .replaceAll(/"store":"\w+"/g, '"store":"STORE"');
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  );
}

beforeAll(async () => {
  await clearGraph(driver);
  directory = await mkdtemp(join(tmpdir(), "chokepoint-"));
  const { uri, user, password, database = "" } = neo4jSetting();
  const neo4j = {
    CHOKEPOINT_STORE: "neo4j",
    CHOKEPOINT_WORKERS: "2",
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  };
  embedded = await startBuiltServer(
    { ...LIMITS, CHOKEPOINT_STORE: "embedded", CHOKEPOINT_WORKERS: "0" },
    { parts: ["program"], directory },
  );
  server = await startBuiltServer({ ...LIMITS, ...neo4j }, { parts: ["program"], directory });
  while ((await metric("chokepoint_workers_ready")) < 2) await sleep(100);
}, 600_000);

afterAll(async () => {
  await Promise.all([embedded?.stop(), server?.stop()]);
  await rm(directory, { recursive: true });
  await clearGraph(driver);
  await driver.close();
}, 120_000);

describe("workers on Neo4j", () => {
  it("answer every example as an embedded server without workers does", { timeout: 300_000 }, async () => {
    const before = await metric("chokepoint_question_wait_seconds_count");
    for (const { name, query, variables } of exampleOperations) {
      expect([name, await ask(server, query, { variables })]).toEqual([
        name,
        await ask(embedded, query, { variables }),
      ]);
    }
    expect((await metric("chokepoint_question_wait_seconds_count")) - before).toBeGreaterThan(30);
    expect(await metric("chokepoint_worker_restarts_total")).toBe(0);
  });

  it("hold up no look-up with a heavy question, and stop it when its client goes", async () => {
    const client = new AbortController();
    const heavy = ask(server, HEAVY, { signal: client.signal });
    const running = (count: number): Promise<void> =>
      vi.waitFor(async () => expect(await metric("chokepoint_questions_running")).toBe(count), 30_000);
    await running(1);
    expect(await ask(server, '{ company(id: "company:tsmc") { name } }')).toContain('"name"');
    expect(await ask(server, "{ coverage { records { count } } }")).toContain('"count"');
    expect(await metric("chokepoint_questions_running")).toBe(1);
    client.abort();
    await expect(heavy).rejects.toThrow("aborted");
    await running(0);
    expect(await metric("chokepoint_worker_restarts_total")).toBe(0);
  });

  it("answer from what was just written", async () => {
    for (let write = 1; write <= 3; write += 1) {
      const company = {
        id: `company:written-${write}`,
        name: `Written ${write}`,
        entityType: "CORPORATION",
        confidence: "LOW",
        evidence: ["source:advfn-nvent-s3-2024"],
      };
      const written = await ask(
        server,
        "mutation ($changeSet: JSON!) { applyChangeSet(changeSet: $changeSet) { added } }",
        { variables: { changeSet: { companies: [company] } } },
      );
      expect(written).toContain('"added"');
      const question = `{ disruption(failed: ["${company.id}"]) { failed { id } } }`;
      const expected = `{"data":{"disruption":{"failed":[{"id":"${company.id}"}]}}}\n`;
      expect(await Promise.all([1, 2, 3].map(() => ask(server, question)))).toEqual([
        expected,
        expected,
        expected,
      ]);
    }
  });
});
