import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startBuiltServer, type BuiltServer } from "../../browser/built-server.ts";
import { exampleOperations } from "../../graphql/example-operations.ts";

const TOKEN = "correct-horse-battery";
const json = { "content-type": "application/json" };
/** Long enough for a test to drop it meanwhile, were it not for the time of a test on a busy machine. */
const DAYS = Array.from({ length: 900 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
);
const HEAVY = `{ ${DAYS.map(
  (day, position) =>
    `a${position}: disruption(failed: ["company:tsmc"], filter: { asOf: "${day}" }) { fallen(first: 100) { nodes { witness { sentence } } } }`,
).join(" ")} }`;
const ENVIRONMENT = {
  CHOKEPOINT_TOKENS: `alice:${TOKEN}`,
  CHOKEPOINT_MAX_ALIASES: "1000",
  CHOKEPOINT_MAX_TOKENS: "100000",
  CHOKEPOINT_MAX_COST: "1000000",
  CHOKEPOINT_TIME_BUDGET_MS: "120000",
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(
  { url }: BuiltServer,
  query: string,
  {
    variables = {},
    headers = {},
    signal,
  }: { variables?: object; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal === undefined ? {} : { signal }),
  });
  return { status: response.status, text: await response.text() };
}

/** The value of a metric without labels, or with those written behind its name. */
async function metric({ url }: BuiltServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split("\n").find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

async function untilReady(server: BuiltServer): Promise<BuiltServer> {
  await vi.waitFor(async () => expect(await metric(server, "chokepoint_workers_ready")).toBe(2), 60_000);
  return server;
}

describe("a built server with workers", () => {
  let directory: string;
  let inLine: BuiltServer;
  let withWorkers: BuiltServer;

  function start(environment: Record<string, string>): Promise<BuiltServer> {
    return startBuiltServer({ ...ENVIRONMENT, ...environment }, { parts: ["program"], directory });
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "chokepoint-"));
    inLine = await start({ CHOKEPOINT_WORKERS: "0" });
    withWorkers = await untilReady(await start({ CHOKEPOINT_WORKERS: "2" }));
  }, 180_000);

  afterAll(async () => {
    await Promise.all([inLine.stop(), withWorkers.stop()]);
    await rm(directory, { recursive: true });
  });

  it("answers every example as the event loop does, and its questions in the workers", async () => {
    const before = await metric(withWorkers, "chokepoint_question_wait_seconds_count");
    for (const { name, query, variables } of exampleOperations) {
      const expected = await ask(inLine, query, { variables });
      expect([name, await ask(withWorkers, query, { variables })]).toEqual([name, expected]);
    }
    const after = await metric(withWorkers, "chokepoint_question_wait_seconds_count");
    expect(after - before).toBeGreaterThan(30);
    expect(after - before).toBeLessThan(exampleOperations.length);
  }, 120_000);

  it.each([
    ["an id of nothing", '{ disruption(failed: ["company:nothing"]) { counts { count } } }', {}],
    ["an id of another kind", '{ reach(from: "source:none", direction: DEPENDENTS) { from { id } } }', {}],
    ["an argument that the question refuses", "{ disruption(failed: []) { counts { count } } }", {}],
    [
      "a list that is too long",
      "query ($ids: [ID!]!) { disruption(failed: $ids) { counts { count } } }",
      { ids: Array.from({ length: 200 }, () => "company:tsmc") },
    ],
    [
      "a variable of another type",
      "query ($ids: [ID!]!) { disruption(failed: $ids) { counts { count } } }",
      { ids: [{}] },
    ],
    [
      "a variable that is missing",
      "query ($ids: [ID!]!) { disruption(failed: $ids) { counts { count } } }",
      {},
    ],
    [
      "a date that is none",
      "query ($day: Date) { coverage(asOf: $day) { records { count } } }",
      { day: "2026-13-01" },
    ],
    [
      "a cursor of nobody",
      '{ disruption(failed: ["company:tsmc"]) { fallen(after: "x") { nodes { wave } } } }',
      {},
    ],
    ["an unknown field", "{ disruptions { counts { count } } }", {}],
    ["an unknown operation", "query A { coverage { records { count } } } query B { graph { version } }", {}],
    [
      "an error beside data",
      '{ good: company(id: "company:tsmc") { name } disruption(failed: ["company:no"]) { counts { count } } }',
      {},
    ],
  ])("refuses %s as the event loop does", async (_what, query, variables) => {
    const expected = await ask(inLine, query, { variables });
    expect(expected.text).toContain('"errors"');
    expect(await ask(withWorkers, query, { variables })).toEqual(expected);
  });

  it("shows a write at once, to questions and in the tags of kept answers, and never steps back", async () => {
    const question =
      '{ disruption(failed: ["company:tsmc"]) { computedUnder { graphVersion } } graph { version } }';
    const address = `${withWorkers.url}/graphql?${new URLSearchParams({ query: question }).toString()}`;
    const get = (etag = ""): Promise<Response> =>
      fetch(address, { headers: { "apollo-require-preflight": "1", "if-none-match": etag } });
    const etag = (await get()).headers.get("etag") ?? "";
    expect((await get(etag)).status).toBe(304);
    for (let write = 1; write <= 3; write += 1) {
      const changeSet = {
        companies: [
          {
            id: `company:written-${write}`,
            name: `Written ${write}`,
            entityType: "CORPORATION",
            confidence: "LOW",
            evidence: ["source:advfn-nvent-s3-2024"],
          },
        ],
      };
      const written = await ask(
        withWorkers,
        "mutation ($changeSet: JSON!) { applyChangeSet(changeSet: $changeSet) { version } }",
        { variables: { changeSet }, headers: { authorization: `Bearer ${TOKEN}` } },
      );
      const { version } = (JSON.parse(written.text) as { data: { applyChangeSet: { version: string } } }).data
        .applyChangeSet;
      const answers = await Promise.all([1, 2, 3].map(() => ask(withWorkers, question)));
      const expected = { disruption: { computedUnder: { graphVersion: version } }, graph: { version } };
      for (const { text } of answers) expect(JSON.parse(text)).toEqual({ data: expected });
    }
    const after = await get(etag);
    expect(after.status).toBe(200);
    expect(after.headers.get("etag")).toMatch(/^"/);
    expect(after.headers.get("etag")).not.toBe(etag);
  }, 120_000);

  it("stops the work of a question whose client goes, and has its worker back without replacing it", async () => {
    const client = new AbortController();
    const dropped = ask(withWorkers, HEAVY, { signal: client.signal });
    await vi.waitFor(
      async () => expect(await metric(withWorkers, "chokepoint_questions_running")).toBe(1),
      20_000,
    );
    client.abort();
    await expect(dropped).rejects.toThrow("aborted");
    await vi.waitFor(
      async () => expect(await metric(withWorkers, "chokepoint_questions_running")).toBe(0),
      20_000,
    );
    expect(await metric(withWorkers, 'chokepoint_questions_cancelled_total{while="running"}')).toBe(1);
    expect(await metric(withWorkers, "chokepoint_worker_restarts_total")).toBe(0);
  });

  it("answers look-ups and others' questions while a heavy question runs", async () => {
    const client = new AbortController();
    const heavy = ask(withWorkers, HEAVY, {
      signal: client.signal,
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    await vi.waitFor(
      async () => expect(await metric(withWorkers, "chokepoint_questions_running")).toBe(1),
      20_000,
    );
    expect((await ask(withWorkers, "{ graph { version } }")).status).toBe(200);
    expect((await ask(withWorkers, "{ coverage { records { count } } }")).text).toContain('"data"');
    expect(await metric(withWorkers, "chokepoint_questions_running")).toBe(1);
    client.abort();
    await expect(heavy).rejects.toThrow("aborted");
  });

  it("ends a question when its time is up, as the event loop does, and lets nothing of it be kept", async () => {
    const late = async (workers: string): Promise<unknown> => {
      const server = await start({ CHOKEPOINT_WORKERS: workers, CHOKEPOINT_TIME_BUDGET_MS: "300" });
      if (workers !== "0") await untilReady(server);
      const { status, text } = await ask(server, HEAVY);
      await server.stop();
      const { data, errors } = JSON.parse(text) as {
        data: unknown;
        errors: readonly { message: string; extensions: object }[];
      };
      // In the midst of which field the time is up is a matter of chance.
      const told = errors.map(({ message, extensions }) => JSON.stringify([message, extensions]));
      return [status, data, [...new Set(told)]];
    };
    const answer = await late("2");
    expect(answer).toEqual(await late("0"));
    expect(JSON.stringify(answer)).toContain("TIMEOUT");
  }, 120_000);

  it("masks what nobody foresaw, under an id that is in the log of the server", async () => {
    const question =
      '{ disruption(failed: ["company:tsmc"]) { counts { count } } company(id: "company:broken") { name } }';
    const database = new DatabaseSync(join(directory, "graph.sqlite"));
    database.exec("INSERT INTO record VALUES ('company:broken', 'Company', NULL, NULL, 1, '{', '')");
    const masked = async (server: BuiltServer): Promise<string> => {
      const { text } = await ask(server, question);
      const errorId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? "none";
      await vi.waitFor(() => expect(server.log()).toContain(errorId), 20_000);
      expect(server.log()).toContain("SyntaxError");
      return text.replaceAll(errorId, "ID");
    };
    try {
      const answer = await masked(withWorkers);
      expect(answer).toContain('"code":"INTERNAL_SERVER_ERROR","errorId":"ID"');
      expect(answer).toBe(await masked(inLine));
    } finally {
      database.exec("DELETE FROM record WHERE id = 'company:broken'");
      database.close();
    }
  });

  it("stops in the midst of a question, with no thread left", async () => {
    const server = await untilReady(await start({ CHOKEPOINT_WORKERS: "2" }));
    const heavy = ask(server, HEAVY).catch(() => null);
    await vi.waitFor(
      async () => expect(await metric(server, "chokepoint_questions_running")).toBe(1),
      20_000,
    );
    expect(await server.stop()).toBe(0);
    await heavy;
  }, 120_000);
});
