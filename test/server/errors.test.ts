import { describe, expect, it } from "vitest";
import { NotFoundError } from "../../src/domain/errors.ts";
import { standIn } from "./stand-in.ts";

const SECRET = "SELECT secret FROM record";

describe("errors", () => {
  it("are masked when they are unexpected, with an id that the log has too", async () => {
    const { ask, log, logText } = await standIn({
      resolvers: {
        Query: {
          ping: () => {
            throw new Error(SECRET);
          },
        },
      },
    });
    const { text, errors } = await ask("query Fails { ping }");
    expect(text).not.toContain("SELECT");
    expect(text).not.toContain("at ");
    const errorId = errors[0]?.extensions["errorId"];
    expect(errors[0]?.extensions["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(logText()).toContain(SECRET);
    expect(log().map(({ errorId: id }) => id)).toContain(errorId);
    expect(log().at(-1)).toMatchObject({
      operation: "Fails",
      code: "INTERNAL_SERVER_ERROR",
      errorIds: [errorId],
    });
  });

  it("keep their words when they are the domain's", async () => {
    const { ask } = await standIn({
      resolvers: { Query: { item: () => Promise.reject(new NotFoundError("item", "item:x")) } },
    });
    const { status, errors } = await ask("{ item { id } }");
    expect(status).toBe(200);
    expect(errors[0]).toMatchObject({
      message: 'no item has the id "item:x"; look it up with search or resolve first',
      extensions: { code: "NOT_FOUND", what: "item", id: "item:x" },
    });
  });

  it("are masked when a resolver gives what its type does not allow", async () => {
    const { ask } = await standIn({
      resolvers: { Query: { item: () => ({ id: "item:a", color: SECRET }) } },
    });
    const { text, errors } = await ask("{ item { color } }");
    expect(errors[0]?.extensions["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(text).not.toContain("SELECT");
  });

  it.each([
    ["{ ping", "GRAPHQL_PARSE_FAILED", 400],
    ["{ pong }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["query A { ping } query B { ping }", "OPERATION_RESOLUTION_FAILURE", 400],
    ["query ($n: Int!) { items(first: $n) { nodes { id } } }", "BAD_USER_INPUT", 400],
  ])("say what is wrong with %s", async (query, code, expectedStatus) => {
    const { ask } = await standIn();
    const { status, errors } = await ask(query);
    expect([status, errors[0]?.extensions]).toEqual([expectedStatus, { code }]);
  });

  it("say which argument can't be null", async () => {
    const { ask } = await standIn();
    const { errors } = await ask('mutation ($n: String = "a") { save(name: $n) { id } }', {
      variables: { n: null },
    });
    expect(errors[0]).toMatchObject({
      message: 'Argument "name" of non-null type "String!" must not be null.',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("suggest names only when the schema may be seen", async () => {
    const open = await standIn();
    const shut = await standIn({ env: { CHOKEPOINT_INTROSPECTION: "false" } });
    const query = "{ pingg }";
    expect((await open.ask(query)).errors[0]?.message).toContain('Did you mean "ping"?');
    expect((await shut.ask(query)).errors[0]?.message).toBe('Cannot query field "pingg" on type "Query".');
    const enumQuery = "query ($c: Color) { item(color: $c) { id } }";
    const ask = { variables: { c: "GREN" } };
    expect((await open.ask(enumQuery, ask)).errors[0]?.message).toContain("Did you mean");
    expect((await shut.ask(enumQuery, ask)).errors[0]?.message).not.toContain("Did you mean");
    expect((await shut.ask("{ __schema { types { name } } }")).status).toBe(400);
    expect((await shut.ask("{ __typename }")).data).toEqual({ __typename: "Query" });
  });

  it.each([
    ["text that is no JSON", "application/json", "{", 400, "BAD_REQUEST"],
    ["a form", "application/x-www-form-urlencoded", "query=x", 415, "BAD_REQUEST"],
    ["plain text", "text/plain", '{"query":"{ping}"}', 400, "BAD_REQUEST"],
    ["a list", "application/json", "[]", 400, "BAD_REQUEST"],
  ])("refuse %s", async (_, type, payload, status, code) => {
    const { app } = await standIn();
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": type },
      payload,
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it("refuse what another site could make a browser send", async () => {
    const { app } = await standIn();
    const response = await app.inject({ url: "/graphql?query=%7Bping%7D", headers: { accept: "*/*" } });
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain("CSRF");
  });

  it("refuse writes over GET", async () => {
    const { app } = await standIn();
    const query = encodeURIComponent('mutation { save(name: "a") { id } }');
    const response = await app.inject({
      url: `/graphql?query=${query}`,
      headers: { "apollo-require-preflight": "1" },
    });
    expect(response.statusCode).toBe(405);
    expect(response.headers["allow"]).toBe("POST");
  });

  it("do not come from a strange Host header", async () => {
    const { app } = await standIn();
    const response = await app.inject({ url: "/graphql?query=%7Bping%7D", headers: { host: "a b%%:x" } });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.body).not.toContain("node_modules");
  });
});
