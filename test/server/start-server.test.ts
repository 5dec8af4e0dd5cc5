import { createServer, type AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatasetInvalidError, InvalidArgumentError, StoreUnavailableError } from "../../src/domain/errors.ts";
import { readConfig } from "../../src/server/config.ts";
import { startServer, type RunningServer, type ServerParts } from "../../src/server/start-server.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { schemaWith } from "./stand-in.ts";

const DATASET = {
  "dataset.yaml": "dataset: { name: tiny, version: '1', licence: CC0-1.0, description: Three records. }\n",
  "all.yaml": `publishers:
  - { id: publisher:gazette, name: Gazette, type: PRESS }
sources:
  - { id: source:note, title: A note, publisher: publisher:gazette, published: 2026-01, url: "https://example.org/note", type: NEWS, tier: C }
companies:
  - { id: company:acme, name: Acme, entityType: CORPORATION, confidence: HIGH, evidence: [source:note] }
`,
};
const TOKEN = "correct-horse-battery";

describe("the server", () => {
  let folder: string;
  const running: RunningServer[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "server-"));
    for (const [name, text] of Object.entries(DATASET)) await writeFile(join(folder, name), text);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
    await rm(folder, { recursive: true });
  });

  async function start(env: Record<string, string> = {}, parts: ServerParts = {}): Promise<RunningServer> {
    const config = readConfig({
      CHOKEPOINT_PORT: "0",
      CHOKEPOINT_DATA_DIR: join(folder, "data"),
      CHOKEPOINT_DATASET: folder,
      CHOKEPOINT_LOG_LEVEL: "silent",
      // Workers run the build alone: test/server/workers has them.
      CHOKEPOINT_WORKERS: "0",
      ...env,
    });
    const server = await startServer(config, parts);
    running.push(server);
    return server;
  }

  async function ask(
    { address }: RunningServer,
    query: string,
    options: { variables?: object; token?: string } = {},
  ): Promise<{ data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] }> {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      },
      body: JSON.stringify({ query, variables: options.variables }),
    });
    return (await response.json()) as Awaited<ReturnType<typeof ask>>;
  }

  it("fills an empty store at its first start, and only then", async () => {
    const query = '{ company(id: "company:acme") { name } graph { version } }';
    const first = await start();
    const before = await ask(first, query);
    expect(before).toMatchObject({ data: { company: { name: "Acme" } } });
    await first.close();
    expect(await ask(await start({ CHOKEPOINT_DATASET: "/nowhere" }), query)).toEqual(before);
  });

  it("starts with an empty graph where there is no dataset", async () => {
    const server = await start({ CHOKEPOINT_DATASET: "/nowhere" });
    expect(await ask(server, '{ company(id: "company:acme") { name } }')).toEqual({
      data: { company: null },
    });
    expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
  });

  it("does not start on a dataset with problems, and leaves nothing behind", async () => {
    await writeFile(join(folder, "wrong.yaml"), "companies: [{ id: company:b, nam: B }]\n");
    await expect(start()).rejects.toBeInstanceOf(DatasetInvalidError);
    const store = await openEmbeddedStore({ directory: join(folder, "data") });
    expect((await store.info()).counts).toEqual({});
    await store.close();
  });

  it("does not start on a graph that is larger than it is set to hold", async () => {
    await expect(start({ CHOKEPOINT_MAX_RECORDS: "2" })).rejects.toThrow("more than the allowed 2");
  });

  it("says that the folder of its store can't be one", async () => {
    const path = join(folder, "all.yaml");
    await expect(start({ CHOKEPOINT_DATA_DIR: path })).rejects.toThrow(
      `the embedded store is unavailable: its folder ${path} can't be made`,
    );
  });

  it("says that its port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const refused = start({ CHOKEPOINT_PORT: String(port) });
    await expect(refused).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(refused).rejects.toThrow(
      `CHOKEPOINT_PORT is ${port}, which another program uses already; expected a free port, or 0 for any`,
    );
    other.close();
  });

  it("says that a host is none of this machine", async () => {
    await expect(start({ CHOKEPOINT_HOST: "198.51.100.7" })).rejects.toThrow(
      'CHOKEPOINT_HOST is "198.51.100.7"; expected an address of this machine',
    );
  });

  it("takes writes from curators, and shows them at once", async () => {
    const server = await start({ CHOKEPOINT_TOKENS: `alice:${TOKEN}` });
    const mutation =
      "mutation ($c: JSON!, $dry: Boolean) { applyChangeSet(changeSet: $c, dryRun: $dry) { added } }";
    const company = {
      id: "company:brick",
      name: "Brick",
      entityType: "CORPORATION",
      confidence: "LOW",
      evidence: ["source:note"],
    };
    const changeSet = { message: "A second company", companies: [company] };
    const search = '{ search(text: "Brick") { totalCount } }';
    const anonymous = await ask(server, mutation, { variables: { c: changeSet } });
    expect(anonymous.errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
    const dry = await ask(server, mutation, { variables: { c: changeSet, dry: true }, token: TOKEN });
    expect(dry).toEqual({ data: { applyChangeSet: { added: 2 } } });
    expect(await ask(server, search)).toEqual({ data: { search: { totalCount: 0 } } });
    await ask(server, mutation, { variables: { c: changeSet }, token: TOKEN });
    expect(await ask(server, search)).toEqual({ data: { search: { totalCount: 1 } } });
    const history = await ask(
      server,
      '{ history(id: "company:brick", first: 1) { nodes { author message } } }',
    );
    expect(history).toEqual({
      data: { history: { nodes: [{ author: "alice", message: "A second company" }] } },
    });
    const wrong = { companies: [{ ...company, colour: "red" }] };
    const refused = await ask(server, mutation, { variables: { c: wrong }, token: TOKEN });
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: "DATASET_INVALID",
      problems: [{ rule: "unknown-field" }],
    });
  });

  it("takes no write when it has no curators", async () => {
    const server = await start();
    const answer = await ask(server, "mutation { applyChangeSet(changeSet: {}) { added } }", {
      token: TOKEN,
    });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
  });

  it("lets a request end before it stops, and takes no more", async () => {
    let release = (): void => undefined;
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const schema = schemaWith({
      Query: {
        ping: () => {
          begun();
          return new Promise((resolve) => (release = () => resolve("late")));
        },
      },
    });
    const server = await start({}, { schema });
    const late = ask(server, "{ ping }");
    await hasBegun;
    const closed = server.close();
    await expect(ask(server, "{ __typename }")).rejects.toThrow("fetch failed");
    release();
    expect(await late).toEqual({ data: { ping: "late" } });
    await closed;
  });

  it("starts without its store, says so, and answers once the store is there", async () => {
    const inner = await openEmbeddedStore({ directory: ":memory:" });
    let isAway = true;
    const refuseWhileAway = new Proxy(inner, {
      get: (target, name: keyof GraphStore) =>
        isAway && name !== "close"
          ? () => Promise.reject(new StoreUnavailableError("neo4j", "no answer"))
          : target[name].bind(target),
    });
    const server = await start({ CHOKEPOINT_STORE: "neo4j" }, { store: refuseWhileAway });
    const ready = await fetch(`${server.address}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      {
        status: "unready",
        reasons: ["the neo4j store is unavailable: no answer", "the graph has not been read yet"],
      },
    ]);
    const search = '{ search(text: "Acme") { totalCount } }';
    expect((await ask(server, search)).errors?.[0]?.extensions["code"]).toBe("STORE_UNAVAILABLE");
    isAway = false;
    await expect
      .poll(async () => (await fetch(`${server.address}/health/ready`)).status, { timeout: 8_000 })
      .toBe(200);
    expect(await ask(server, search)).toEqual({ data: { search: { totalCount: 0 } } });
  }, 15_000);
});
