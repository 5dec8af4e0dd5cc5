import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver } from "neo4j-driver";
import { findJava } from "./java.ts";
import { fetchLibraries } from "./libraries.ts";
import { spawnServer, type ServerProcess } from "./server-process.ts";
import { versionNamed } from "./versions.ts";

export interface RunningNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

const user = "neo4j";
const firstPassword = "neo4j";
const startLimitMs = 120_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

function connect(uri: string, password: string): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    maxTransactionRetryTime: 0,
    connectionTimeout: 2000,
  });
}

interface Attempt {
  readonly uri: string;
  readonly password: string;
  readonly database: string;
  readonly statement: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Runs one statement on a connection of its own; the error is the answer, not an exception. */
async function attempt({
  uri,
  password,
  database,
  statement,
  parameters = {},
}: Attempt): Promise<Error | null> {
  const driver = connect(uri, password);
  try {
    await driver.executeQuery(statement, parameters, { database });
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await driver.close();
  }
}

/** Repeats an attempt until it succeeds; fails with the server's last words when the server ended or time ran out. */
async function until(server: ServerProcess, what: string, step: Attempt): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const error = await attempt(step);
    if (error === null) return;
    if (server.hasEnded() || Date.now() > deadline) {
      const why = server.hasEnded() ? "it ended" : `no success within ${String(startLimitMs / 1000)} s`;
      throw new Error(`Neo4j did not get as far as ${what}: ${why}. Its last lines:\n${server.lastWords()}`, {
        cause: error,
      });
    }
    await sleep(250);
  }
}

async function makeReady(server: ServerProcess, uri: string, password: string): Promise<void> {
  await until(server, "changing the first password", {
    uri,
    password: firstPassword,
    database: "system",
    statement: "ALTER CURRENT USER SET PASSWORD FROM $first TO $password",
    parameters: { first: firstPassword, password },
  });
  await until(server, "answering RETURN 1", { uri, password, database: "neo4j", statement: "RETURN 1" });
}

/**
 * Starts a real Neo4j Community server on loopback, on free ports and with an empty store, and returns when it
 * answers a query. Fetches the server on first use. It ends with `stop`, and by itself when this process dies.
 */
export async function startNeo4j(options: {
  readonly version: string;
  /** Compiled for speed rather than for a short life; default: no. */
  readonly isLongLived?: boolean;
}): Promise<RunningNeo4j> {
  const version = versionNamed(options.version);
  const java = findJava(version.runsOn);
  if (java.path === null) {
    throw new Error(
      `Neo4j ${version.release} needs ${version.needs}; found ${java.seen}. Set JAVA_HOME to one`,
    );
  }
  const libraries = fetchLibraries(version.release);
  const [boltPort, httpPort] = [await freePort(), await freePort()];
  const server = spawnServer({
    java: java.path,
    libraries,
    mainClass: version.mainClass,
    boltPort,
    httpPort,
    settings: version.settings,
    isLongLived: options.isLongLived ?? false,
  });
  const uri = `bolt://127.0.0.1:${String(boltPort)}`;
  const password = randomBytes(12).toString("hex");
  try {
    await makeReady(server, uri, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { uri, user, password, stop: server.stop };
}
