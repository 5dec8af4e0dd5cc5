import { describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../src/domain/errors.ts";
import { translateError as translateEmbedded } from "../../src/store/embedded/embedded-errors.ts";
import { translateError as translateNeo4j } from "../../src/store/neo4j/neo4j-errors.ts";

const withFields = (message: string, fields: object): Error => Object.assign(new Error(message), fields);

describe("an error of SQLite", () => {
  it.each([
    [5, "another process is writing"],
    [261, "another process is writing"],
    [13, "disk is full"],
    [3850, "disk reports an error"],
    [11, "damaged"],
  ])("with code %i means that the store is unavailable, and keeps its cause", (errcode, words) => {
    const cause = withFields("trouble", { code: "ERR_SQLITE_ERROR", errcode });
    const translated = translateEmbedded(cause);
    expect(translated).toBeInstanceOf(StoreUnavailableError);
    expect((translated as Error).message).toContain(words);
    expect((translated as Error).cause).toBe(cause);
  });

  it("of another code, or of no code, stays what it is", () => {
    const defect = withFields("syntax error", { code: "ERR_SQLITE_ERROR", errcode: 1 });
    for (const error of [defect, new TypeError("no"), "text"]) expect(translateEmbedded(error)).toBe(error);
  });
});

describe("an error of the Neo4j driver", () => {
  it.each([
    ["ServiceUnavailable", "can't be reached"],
    ["SessionExpired", "can't be reached"],
    ["ProtocolError", "broke off"],
    ["Neo.ClientError.Security.Unauthorized", "user name or password"],
    ["Neo.ClientError.Database.DatabaseNotFound", "no such database"],
    ["Neo.TransientError.General.DatabaseUnavailable", "try again"],
  ])("with code %s means that the store is unavailable, and keeps its cause", (code, words) => {
    const cause = withFields("trouble", { code });
    const translated = translateNeo4j(cause);
    expect(translated).toBeInstanceOf(StoreUnavailableError);
    expect((translated as Error).message).toContain(words);
    expect((translated as Error).cause).toBe(cause);
  });

  it.each([
    [{ code: "Neo.ClientError.Cluster.Any", retriable: true }, "no leader", "cluster"],
    [{ code: "Any", retriable: true }, "try again", "something"],
    [{ code: "N/A" }, "does not answer", "Connection acquisition timed out in 2000 ms."],
    [{ code: "N/A" }, "was closed", "Pool is closed, it is no more able to serve requests."],
  ])("is known by more than its code: %o", (fields, words, message) => {
    const translated = translateNeo4j(withFields(message, fields));
    expect(translated).toBeInstanceOf(StoreUnavailableError);
    expect((translated as Error).message).toContain(words);
  });

  it("that tells of a wrong statement stays what it is", () => {
    const defect = withFields("bad", { code: "Neo.ClientError.Statement.SyntaxError", retriable: false });
    for (const error of [defect, new TypeError("no"), "text"]) expect(translateNeo4j(error)).toBe(error);
  });
});
