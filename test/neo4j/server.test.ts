import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`set ${name}, or use "npm run test:neo4j"`);
  return value;
}

describe("the server that these tests run on", () => {
  let driver: Driver;
  beforeAll(() => {
    const auth = neo4j.auth.basic(setting("NEO4J_USER"), setting("NEO4J_PASSWORD"));
    driver = neo4j.driver(setting("NEO4J_URI"), auth, { maxTransactionRetryTime: 3000 });
  });
  afterAll(() => driver.close());

  it("is a Neo4j of the release that was asked for", async () => {
    const statement =
      "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS v";
    const { records } = await driver.executeQuery(statement, {}, { database: "neo4j" });
    const release = process.env["NEO4J_VERSION"] ?? (records[0]?.get("v") as string);
    expect(records[0]?.get("v")).toBe(release);
  });

  it("speaks Cypher 25 unless it is too old to know it", async () => {
    const statement = "SHOW DATABASES YIELD * WHERE name = 'neo4j' RETURN *";
    const { records } = await driver.executeQuery(statement, {}, { database: "system" });
    const language: unknown = records[0]?.toObject()["defaultLanguage"];
    expect([undefined, "CYPHER 25"]).toContain(language);
  });

  it("refuses a wrong password", async () => {
    const stranger = neo4j.driver(setting("NEO4J_URI"), neo4j.auth.basic("neo4j", "no-such-password"));
    await expect(stranger.verifyAuthentication()).resolves.toBe(false);
    await stranger.close();
  });
});
