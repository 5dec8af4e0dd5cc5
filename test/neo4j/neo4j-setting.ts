import neo4j, { type Driver } from "neo4j-driver";
import type { Neo4jOptions } from "../../src/store/neo4j/neo4j-connection.ts";

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`set ${name}, or use "npm run test:neo4j"`);
  return value;
}

/** The server that these tests run on; a missing one fails them. */
export function neo4jSetting(): Neo4jOptions {
  return {
    uri: setting("NEO4J_URI"),
    user: setting("NEO4J_USER"),
    password: setting("NEO4J_PASSWORD"),
    database: "neo4j",
  };
}

/** A connection past the store, to look at what it wrote and to clear it away. */
export function plainDriver(): Driver {
  const { uri, user, password } = neo4jSetting();
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
}

/** Removes every node; constraints and indexes stay. */
export async function clearGraph(driver: Driver): Promise<void> {
  for (;;) {
    const statement = "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS gone";
    const { records } = await driver.executeQuery(statement, {}, { database: "neo4j" });
    if (records[0]?.get("gone") === 0) return;
  }
}
