import { describe, expect, it } from "vitest";
import { TimeoutError } from "../../src/domain/errors.ts";
import { standIn } from "./stand-in.ts";

const json = { "content-type": "application/json" };

describe("requests that ask for too much", () => {
  it("are told the depth, what is allowed and what to do", async () => {
    const { ask } = await standIn({ env: { CHOKEPOINT_MAX_DEPTH: "3" } });
    const { status, errors } = await ask("{ item { child { child { id } } } }");
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message:
          "query depth is 4, more than the allowed 3; ask for fewer levels at once, and for the rest by id",
        extensions: { code: "LIMIT_EXCEEDED", limit: "query depth", actual: 4, allowed: 3 },
      },
    ]);
  });

  it("are told their price before anything is executed", async () => {
    const { ask } = await standIn({
      env: { CHOKEPOINT_MAX_COST: "100" },
      resolvers: { Query: { items: () => expect.unreachable() } },
    });
    const { status, errors } = await ask("query ($n: Int) { items(first: $n) { nodes { id } } }", {
      variables: { n: 1000 },
    });
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message:
          "query cost is 1101, more than the allowed 100; ask for smaller pages (first, last), fewer levels, " +
          "or a smaller k and maxHops",
        extensions: { code: "LIMIT_EXCEEDED", limit: "query cost", actual: 1101, allowed: 100 },
      },
    ]);
  });

  it("are refused for aliases and for tokens, over GET too", async () => {
    const { ask, app } = await standIn({
      env: { CHOKEPOINT_MAX_ALIASES: "1", CHOKEPOINT_MAX_TOKENS: "50" },
    });
    const aliases = await ask("{ a: ping b: ping }");
    expect(aliases.errors[0]?.extensions).toEqual({
      code: "LIMIT_EXCEEDED",
      limit: "number of aliases",
      actual: 2,
      allowed: 1,
    });
    const query = encodeURIComponent(`{ ${"ping ".repeat(60)} }`);
    const tokens = await app.inject({
      url: `/graphql?query=${query}`,
      headers: { "apollo-require-preflight": "1" },
    });
    expect(tokens.statusCode).toBe(400);
    expect(tokens.json()).toMatchObject({
      errors: [{ extensions: { limit: "number of tokens", actual: 51 } }],
    });
  });

  it("are refused by their size, as a GraphQL error", async () => {
    const { app } = await standIn({ env: { CHOKEPOINT_MAX_BODY_BYTES: "1024" } });
    const payload = JSON.stringify({ query: `{ ping } # ${"x".repeat(2000)}` });
    const response = await app.inject({ method: "POST", url: "/graphql", headers: json, payload });
    expect(response.statusCode).toBe(413);
    expect(response.json()).toEqual({
      errors: [
        {
          message:
            `size of the request in bytes is ${payload.length}, more than the allowed 1024; ` +
            "send less at once, or load large datasets with the command chokepoint seed",
          extensions: {
            code: "LIMIT_EXCEEDED",
            limit: "size of the request in bytes",
            actual: payload.length,
            allowed: 1024,
          },
        },
      ],
    });
  });

  it("end when their time is up, and their signal says so", async () => {
    let signal: AbortSignal | undefined;
    const { ask } = await standIn({
      env: { CHOKEPOINT_TIME_BUDGET_MS: "500" },
      resolvers: {
        Query: {
          item: (_source, _args, context: { budget: { signal: AbortSignal } }) => {
            ({ signal } = context.budget);
            return new Promise(() => undefined);
          },
        },
      },
    });
    const { status, data, errors } = await ask("{ item { id } }");
    expect(status).toBe(200);
    expect(data).toEqual({ item: null });
    expect(errors).toEqual([
      {
        message: "the request did not finish within 500 ms; ask for fewer hops or a narrower filter",
        locations: [{ line: 1, column: 3 }],
        path: ["item"],
        extensions: { code: "TIMEOUT", budgetMilliseconds: 500 },
      },
    ]);
    expect(signal?.reason).toBeInstanceOf(TimeoutError);
  });

  it("start nothing more once their time is up, though the work never yields", async () => {
    let children = 0;
    const block = (): object => {
      const end = performance.now() + 60;
      while (performance.now() < end);
      return { id: "item:a" };
    };
    const { ask } = await standIn({
      env: { CHOKEPOINT_TIME_BUDGET_MS: "50" },
      resolvers: { Query: { item: block }, Item: { child: () => (children += 1) } },
    });
    const { errors } = await ask("{ item { child { id } } }");
    expect(errors[0]?.extensions["code"]).toBe("TIMEOUT");
    expect(children).toBe(0);
  });

  it("are not cut off in the middle of a write", async () => {
    const { ask } = await standIn({
      env: { CHOKEPOINT_TIME_BUDGET_MS: "1000" },
      resolvers: {
        Mutation: { save: () => new Promise((resolve) => setTimeout(resolve, 1200, { id: "item:a" })) },
      },
    });
    const { data } = await ask('mutation { save(name: "a") { id } }');
    expect(data).toEqual({ save: { id: "item:a" } });
  });
});

describe("the price of a request", () => {
  it("is told when a header asks for it", async () => {
    const { ask } = await standIn();
    const query = "{ items(first: 9) { nodes { id } } }";
    expect((await ask(query)).extensions).toBeUndefined();
    expect((await ask(query, { headers: { "x-chokepoint-cost": "1" } })).extensions).toEqual({
      cost: { price: 11, allowed: 50_000 },
    });
  });
});
