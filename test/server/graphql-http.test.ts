import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standIn, type StandIn } from "./stand-in.ts";

/** Apollo Server answers 400 where the specification would like 200, to clients that accept no more than application/json. */
const KNOWN_WARNINGS: readonly string[] = [
  "572B SHOULD use 200 status code on document parsing failure when accepting application/json",
  "FDE2 SHOULD use 200 status code on document validation failure when accepting application/json",
  "7B9B SHOULD use a status code of 200 on variable coercion failure when accepting application/json",
];

describe("GraphQL over HTTP", () => {
  let server: StandIn;
  let url: string;

  beforeAll(async () => {
    server = await standIn({ env: { CHOKEPOINT_LOG_LEVEL: "silent" } });
    url = `${await server.app.listen({ host: "127.0.0.1", port: 0 })}/graphql`;
  });
  afterAll(() => server.app.close());

  it("passes every audit that must pass, and warns of no more than what is known", async () => {
    const results = await auditServer({ url });
    const errors = results.filter(({ status }) => status === "error");
    const warnings = results.filter(({ status }) => status === "warn");
    expect(errors.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(warnings.map(({ id, name }) => `${id} ${name}`)).toEqual(KNOWN_WARNINGS);
  });
});
