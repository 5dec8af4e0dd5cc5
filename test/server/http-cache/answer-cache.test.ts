import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StoreUnavailableError } from "../../../src/domain/errors.ts";
import type { ServerContext } from "../../../src/server/request-scope.ts";
import { GRAPH_VERSION, standIn, type StandIn } from "../stand-in.ts";

const TOKEN = "correct-horse-battery";
const OTHER_VERSION = GRAPH_VERSION.replace(/7$/, "8");
const PREFLIGHT = { "apollo-require-preflight": "1" };

interface Kept extends StandIn {
  /** Asks over GET; gives the status, the headers that caches read, and the text. */
  readonly get: (
    query: string,
    headers?: Readonly<Record<string, string>>,
    rest?: Readonly<Record<string, string>>,
  ) => Promise<Got>;
  /** How many operations were executed. */
  readonly executed: () => number;
  /** Puts the store at another version. */
  readonly moveTo: (version: string | null) => void;
}

interface Got {
  readonly status: number;
  readonly etag: string | undefined;
  readonly cacheControl: string | undefined;
  readonly text: string;
}

type Ping = (context: ServerContext) => unknown;

/** A server whose store is at a version that a test sets, and whose one field counts its calls. */
async function kept(ping: Ping = () => "pong", env: Record<string, string> = {}): Promise<Kept> {
  let version: string | null = GRAPH_VERSION;
  let executed = 0;
  const info = (): Promise<{ store: "embedded"; version: string; counts: object }> =>
    version === null
      ? Promise.reject(new StoreUnavailableError("embedded", "it is away"))
      : Promise.resolve({ store: "embedded", version, counts: {} });
  const server = await standIn({
    env,
    parts: { readiness: { store: { info }, projection: () => null, isStopping: () => false } },
    resolvers: {
      Query: {
        ping: (_source, _args, context: ServerContext) => {
          executed += 1;
          return ping(context);
        },
      },
    },
  });
  return {
    ...server,
    executed: () => executed,
    moveTo: (next) => (version = next),
    async get(query, headers = {}, rest = {}) {
      const url = `/graphql?${new URLSearchParams({ query, ...rest }).toString()}`;
      const response = await server.app.inject({ url, headers: { ...PREFLIGHT, ...headers } });
      return {
        status: response.statusCode,
        etag: response.headers.etag,
        cacheControl: response.headers["cache-control"],
        text: response.payload,
      };
    },
  };
}

describe("an answer over GET", () => {
  it("may be kept, and has to be asked for again each time", async () => {
    const { get } = await kept();
    const { etag, cacheControl, text } = await get("{ ping }");
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(cacheControl).toBe("public, max-age=0, must-revalidate");
    expect(JSON.parse(text)).toEqual({ data: { ping: "pong" } });
  });

  it("is given without work to whoever has it", async () => {
    const { get, executed, log } = await kept();
    const { etag = "" } = await get("{ ping }");
    const again = await get("{ ping }", { "if-none-match": `"other", W/${etag}` });
    expect(again).toEqual({
      status: 304,
      etag,
      cacheControl: "public, max-age=0, must-revalidate",
      text: "",
    });
    expect(executed()).toBe(1);
    expect(log().map(({ status, code }) => [status, code])).toEqual([
      [200, "OK"],
      [304, "OK"],
    ]);
  });

  it("is another after a write", async () => {
    const { get, moveTo, executed } = await kept();
    const { etag = "" } = await get("{ ping }");
    moveTo(OTHER_VERSION);
    const after = await get("{ ping }", { "if-none-match": etag });
    expect([after.status, executed()]).toEqual([200, 2]);
    expect(after.etag).toMatch(/^"/);
    expect(after.etag).not.toBe(etag);
  });

  it("is another on another day in UTC", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T23:59:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    const { get } = await kept(({ today }) => today);
    const { etag = "", text } = await get("{ ping }");
    expect(text).toContain("2026-11-26");
    expect((await get("{ ping }", { "if-none-match": etag })).status).toBe(304);
    vi.setSystemTime(new Date("2026-11-27T00:00:00Z"));
    const next = await get("{ ping }", { "if-none-match": etag });
    expect(next.status).toBe(200);
    expect(next.text).toContain("2026-11-27");
  });

  it("is another for another document, variable, operation, media type or wish for its price", async () => {
    const { get } = await kept();
    const query = "query A { ping } query B { ping }";
    const tags = [
      await get("{ ping }"),
      await get("{ ping ping }"),
      await get("query ($id: ID) { item(id: $id) { id } }", {}, { variables: '{"id":"a"}' }),
      await get("query ($id: ID) { item(id: $id) { id } }", {}, { variables: '{"id":"b"}' }),
      await get(query, {}, { operationName: "A" }),
      await get(query, {}, { operationName: "B" }),
      await get("{ ping }", { accept: "application/graphql-response+json" }),
      await get("{ ping }", { "x-chokepoint-cost": "1" }),
    ].map(({ etag }) => etag);
    expect(new Set(tags).size).toBe(8);
    expect(tags).not.toContain(undefined);
  });

  it("is another on a server of other settings", async () => {
    const own = await (await kept()).get("{ ping }");
    const closed = await (await kept(undefined, { CHOKEPOINT_INTROSPECTION: "false" })).get("{ ping }");
    const same = await (await kept(undefined, { CHOKEPOINT_PORT: "0" })).get("{ ping }");
    expect([closed.etag === own.etag, same.etag === own.etag]).toEqual([false, true]);
  });

  it("is for its reader's own cache alone where the request has a token", async () => {
    const { get } = await kept(undefined, { CHOKEPOINT_TOKENS: `alice:${TOKEN}` });
    const { cacheControl } = await get("{ ping }", { authorization: `Bearer ${TOKEN}` });
    expect(cacheControl).toBe("private, max-age=0, must-revalidate");
  });

  it("is kept by nobody when the graph moved on while it was made", async () => {
    const server: Kept = await kept(() => {
      server.moveTo(OTHER_VERSION);
      return "pong";
    });
    expect(await server.get("{ ping }")).toMatchObject({ etag: undefined, cacheControl: "no-store" });
  });

  it("is kept by nobody when it read the projection of another version", async () => {
    const { get } = await kept(({ basis }) => {
      basis.version = OTHER_VERSION;
      return "pong";
    });
    expect(await get("{ ping }")).toMatchObject({ etag: undefined, cacheControl: "no-store" });
  });

  it("is kept by nobody when a search in it ended for want of time", async () => {
    const { get } = await kept(({ budget }) => {
      budget.noteCut();
      return "pong";
    });
    expect(await get("{ ping }")).toMatchObject({ etag: undefined, cacheControl: "no-store" });
  });

  it.each([
    ["has an error beside its data", "{ ping item { id } }"],
    ["has no data", "{ pong }"],
    ["is no GraphQL", "{"],
  ])("is kept by nobody when it %s", async (_why, query) => {
    const { get } = await kept(() => {
      throw new RangeError("broken");
    });
    expect(await get(query)).toMatchObject({ etag: undefined, cacheControl: "no-store" });
  });

  it("is given as ever while the store does not tell its version, and kept by nobody", async () => {
    const { get, moveTo } = await kept();
    const { etag = "" } = await get("{ ping }");
    moveTo(null);
    const answer = await get("{ ping }", { "if-none-match": etag });
    expect(answer).toMatchObject({ status: 200, etag: undefined, cacheControl: "no-store" });
  });

  it("is not given without work for a tag of any answer", async () => {
    const { get } = await kept();
    expect((await get("{ ping }", { "if-none-match": "*" })).status).toBe(200);
  });
});

describe("a short cut to an answer", () => {
  it("is refused where the request itself is: by a foreign page, or with a token of nobody", async () => {
    const { get, app } = await kept(undefined, { CHOKEPOINT_TOKENS: `alice:${TOKEN}` });
    const { etag = "" } = await get("{ ping }");
    const foreign = await app.inject({
      url: "/graphql?query=%7B+ping+%7D",
      headers: { "if-none-match": etag },
    });
    expect(foreign.statusCode).toBe(400);
    const nobody = await get("{ ping }", { "if-none-match": etag, authorization: "Bearer of-nobody-at-all" });
    expect(nobody.status).toBe(401);
  });
});

describe("an answer over POST", () => {
  it("is kept by nobody", async () => {
    const { ask } = await kept();
    const { headers } = await ask("{ ping }");
    expect([headers["etag"], headers["cache-control"]]).toEqual([undefined, "no-store"]);
  });
});
