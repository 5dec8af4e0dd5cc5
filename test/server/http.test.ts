import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreUnavailableError } from "../../src/domain/errors.ts";
import { GRAPH_VERSION, standIn } from "./stand-in.ts";

const TOKEN = "correct-horse-battery";
const whoAmI = {
  resolvers: {
    Query: {
      ping: (_source: unknown, _args: unknown, context: { viewer: { name: string } | null }) =>
        context.viewer?.name ?? "a reader",
    },
  },
};

describe("who asks", () => {
  it("is a curator with a token, and a reader without", async () => {
    const { ask } = await standIn({ ...whoAmI, env: { CHOKEPOINT_TOKENS: `alice:${TOKEN}` } });
    expect((await ask("{ ping }")).data).toEqual({ ping: "a reader" });
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await ask("{ ping }", { headers })).data).toEqual({ ping: "alice" });
  });

  it.each([`Bearer ${TOKEN}x`, "Bearer", `Basic ${TOKEN}`])("is nobody with %s", async (authorization) => {
    const { ask, logText } = await standIn({ ...whoAmI, env: { CHOKEPOINT_TOKENS: `alice:${TOKEN}` } });
    const { status, errors } = await ask("{ ping }", { headers: { authorization } });
    expect(status).toBe(401);
    expect(errors).toEqual([
      {
        message: "a curator's token is needed; send it as the header authorization: Bearer TOKEN",
        extensions: { code: "UNAUTHENTICATED" },
      },
    ]);
    expect(logText()).not.toContain(TOKEN);
  });

  it("is a reader on a server without curators, whatever the header says", async () => {
    const { ask } = await standIn(whoAmI);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await ask("{ ping }", { headers })).data).toEqual({ ping: "a reader" });
  });
});

describe("the client that takes turns with others", () => {
  const clientOf = async (env: Record<string, string>, headers: Record<string, string>): Promise<unknown> => {
    const ping = (_source: unknown, _args: unknown, { client }: { client: string }): string => client;
    const { ask } = await standIn({ env, resolvers: { Query: { ping } } });
    return (await ask("{ ping }", { headers })).data;
  };
  const forwarded = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };

  it("is the address that asks, whatever a header says of others", async () => {
    expect(await clientOf({}, forwarded)).toEqual({ ping: "127.0.0.1" });
    expect(await clientOf({ CHOKEPOINT_TRUSTED_PROXIES: "10.0.0.0/8" }, forwarded)).toEqual({
      ping: "127.0.0.1",
    });
  });

  it("is the one that a trusted proxy names: not what that one was told before", async () => {
    expect(await clientOf({ CHOKEPOINT_TRUSTED_PROXIES: "127.0.0.1" }, forwarded)).toEqual({
      ping: "198.51.100.7",
    });
  });

  it("is the curator, behind whatever address", async () => {
    const env = { CHOKEPOINT_TOKENS: "alice:correct-horse", CHOKEPOINT_TRUSTED_PROXIES: "127.0.0.1" };
    const headers = { ...forwarded, authorization: "Bearer correct-horse" };
    expect(await clientOf(env, headers)).toEqual({ ping: "curator alice" });
  });
});

describe("the log", () => {
  it("has one line a request, with no variable and no token", async () => {
    const { ask, log, logText } = await standIn({ env: { CHOKEPOINT_TOKENS: `alice:${TOKEN}` } });
    const { headers } = await ask("query One($id: ID) { item(id: $id) { id } }", {
      variables: { id: "private-thing" },
      headers: { authorization: `Bearer ${TOKEN}`, "x-request-id": "request-1" },
    });
    expect(headers["x-request-id"]).toBe("request-1");
    expect(log()).toHaveLength(1);
    expect(log()[0]).toMatchObject({ requestId: "request-1", operation: "One", status: 200, code: "OK" });
    expect(log()[0]?.["milliseconds"]).toBeTypeOf("number");
    expect(logText()).not.toContain("private-thing");
    expect(logText()).not.toContain(TOKEN);
  });

  it("takes no request id that could forge a line", async () => {
    const { ask, logText } = await standIn();
    const { headers } = await ask("{ ping }", { headers: { "x-request-id": 'x"}{"forged":"1' } });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(logText()).not.toContain("forged");
  });
});

describe("health", () => {
  it("is live, and ready with the versions of store and projection", async () => {
    const { app } = await standIn();
    expect((await app.inject("/health/live")).json()).toEqual({ status: "live" });
    const ready = await app.inject("/health/ready");
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: "ready", reasons: [], storeVersion: GRAPH_VERSION, projectionVersion: GRAPH_VERSION },
    ]);
  });

  it("is not ready without a projection", async () => {
    const { app } = await standIn({ projection: null });
    const ready = await app.inject("/health/ready");
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({ status: "unready", reasons: ["the graph has not been read yet"] });
    expect((await app.inject("/health/live")).statusCode).toBe(200);
  });

  it("is not ready without a store, and says why without its inside", async () => {
    const down = async (error: Error): Promise<unknown> => {
      const readiness = {
        store: {
          async info(): Promise<never> {
            throw error;
          },
        },
        projection: () => null,
        isStopping: () => true,
      };
      const { app } = await standIn({ parts: { readiness } });
      const ready = await app.inject("/health/ready");
      expect(ready.statusCode).toBe(503);
      return ready.json();
    };
    expect(await down(new StoreUnavailableError("neo4j", "no answer on bolt://db:7687"))).toMatchObject({
      reasons: [
        "the server is stopping",
        "the neo4j store is unavailable: no answer on bolt://db:7687",
        "the graph has not been read yet",
      ],
    });
    expect(JSON.stringify(await down(new Error("SELECT 1")))).not.toContain("SELECT");
  });
});

describe("metrics", () => {
  it("count requests by operation and code, and tell the projection", async () => {
    const { ask, app } = await standIn({ env: { CHOKEPOINT_MAX_DEPTH: "1" } });
    await ask("query Known { ping }");
    await ask("{ item { id } }");
    const { payload, headers } = await app.inject("/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(payload).toContain('chokepoint_requests_total{operation="Known",code="OK"} 1');
    expect(payload).toContain('chokepoint_requests_total{operation="anonymous",code="LIMIT_EXCEEDED"} 1');
    expect(payload).toContain('chokepoint_request_duration_seconds_count{operation="Known"} 1');
    expect(payload).toContain("chokepoint_projection_version 7");
    expect(payload).toMatch(/chokepoint_projection_age_seconds 5/);
    expect(payload).toContain("process_resident_memory_bytes");
  });

  it("keep the number of operation names bounded", async () => {
    const { ask, app } = await standIn();
    for (let index = 0; index < 105; index += 1) await ask(`query Q${index} { ping }`);
    const { payload } = await app.inject("/metrics");
    expect(payload).toContain('chokepoint_requests_total{operation="other",code="OK"} 5');
  });
});

describe("pages", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "playground-"));
    await writeFile(join(folder, "index.html"), "<title>Playground</title>");
    await writeFile(join(folder, "app.js"), "1;");
  });
  afterAll(() => rm(folder, { recursive: true }));
  const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

  it("lead from / to /graphql, where a browser gets the playground under a strict policy", async () => {
    const { app } = await standIn({ parts: { playgroundFolder: folder } });
    const root = await app.inject("/");
    expect([root.statusCode, root.headers.location]).toEqual([302, "/graphql"]);
    const page = await app.inject({ url: "/graphql", headers: html });
    expect(page.body).toBe("<title>Playground</title>");
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toContain("http");
    const script = await app.inject("/playground/app.js");
    expect(script.headers["cache-control"]).toContain("immutable");
    expect(script.headers["content-security-policy"]).toBe(policy);
  });

  it("have the headers that keep browsers from guessing and framing, the API too", async () => {
    const { app, ask } = await standIn({ parts: { playgroundFolder: folder } });
    const answers = [await app.inject({ url: "/graphql", headers: html }), await app.inject("/health/live")];
    for (const { headers } of [...answers, await ask("{ ping }")]) {
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-frame-options"]).toBe("DENY");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it("are not there when the playground is off", async () => {
    const { app } = await standIn({
      parts: { playgroundFolder: folder },
      env: { CHOKEPOINT_PLAYGROUND: "false" },
    });
    expect((await app.inject({ url: "/graphql", headers: html })).statusCode).toBe(400);
    expect((await app.inject("/playground/app.js")).statusCode).toBe(404);
  });

  it("say so when they are not built, or not there", async () => {
    const { app } = await standIn();
    const page = await app.inject({ url: "/graphql", headers: html });
    expect([page.statusCode, page.body]).toEqual([
      404,
      'The playground is not built: run "npm run build". The API itself answers here.\n',
    ]);
    const nowhere = await app.inject("/nowhere/../../etc/passwd");
    expect(nowhere.statusCode).toBe(404);
    expect(nowhere.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});
