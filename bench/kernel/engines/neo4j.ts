import neo4j, { type Driver } from "neo4j-driver";
import { readNetworkFiles, type NetworkFiles } from "../network-files.ts";
import type { Pair } from "../tasks.ts";
import { tell } from "./measure.ts";

const BATCH = 20_000;

const REACHED = `MATCH (:Node {id: $from})-[:NEEDS*1..]->(reached) RETURN count(DISTINCT reached) AS value`;
const SHORTEST = `MATCH p = shortestPath((:Node {id: $from})-[:NEEDS*]->(:Node {id: $to})) RETURN length(p) AS value`;
const FIVE = `MATCH p = SHORTEST 5 (:Node {id: $from})-[:NEEDS]->+(:Node {id: $to}) RETURN sum(length(p)) AS value`;

/**
 * The tasks by Neo4j's own Cypher, on the server that the environment names, which must be empty and is emptied afterwards. Processor time
 * is not known here, as it is the server's: wall time stands for it. Parallel arcs are one relationship.
 */
async function run(driver: Driver, files: NetworkFiles): Promise<void> {
  const ask = async (query: string, parameters: object): Promise<number> => {
    const { records } = await driver.executeQuery(query, parameters);
    return Number(records[0]?.get("value"));
  };
  const measure = async <I>(
    task: string,
    inputs: readonly I[],
    answerOf: (input: I) => Promise<readonly number[]>,
  ): Promise<void> => {
    tell({ started: task });
    const wall: number[] = [];
    const answers: (readonly number[])[] = [];
    for (const input of inputs) {
      const start = performance.now();
      answers.push(await answerOf(input));
      wall.push(performance.now() - start);
    }
    tell({ task, wall, cpu: wall, answers });
  };
  const { workload } = files;
  await measure("build", [0], async () => {
    await load(driver, files);
    return [files.providers.length];
  });
  const paths =
    (query: string) =>
    async ([from, to]: Pair): Promise<number[]> => [await ask(query, { from, to })];
  await measure("hopPath", workload.hopPairs, paths(SHORTEST));
  await measure("fiveHopPaths", workload.manyPathPairs.slice(0, 5), paths(FIVE));
  await measure("bfs", [workload.root], async (from) => [await ask(REACHED, { from })]);
}

async function load(driver: Driver, { nodeCount, dependents, providers }: NetworkFiles): Promise<void> {
  await driver.executeQuery("CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE");
  for (let start = 0; start < nodeCount; start += BATCH) {
    const end = Math.min(start + BATCH, nodeCount) - 1;
    await driver.executeQuery("UNWIND range($start, $end) AS id CREATE (:Node {id: id})", {
      start: neo4j.int(start),
      end: neo4j.int(end),
    });
  }
  const seen = new Set<number>();
  let batch: Pair[] = [];
  const write = async (): Promise<void> => {
    const query = `UNWIND $batch AS pair MATCH (a:Node {id: pair[0]}), (b:Node {id: pair[1]}) CREATE (a)-[:NEEDS]->(b)`;
    await driver.executeQuery(query, { batch });
    batch = [];
  };
  for (const [arc, provider] of providers.entries()) {
    const dependent = dependents[arc]!;
    const key = dependent * nodeCount + provider;
    if (seen.has(key) || dependent === provider) continue;
    seen.add(key);
    batch.push([dependent, provider]);
    if (batch.length === BATCH) await write();
  }
  await write();
}

async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run("MATCH (n:Node) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    await session.run("DROP CONSTRAINT node_id IF EXISTS");
  } finally {
    await session.close();
  }
}

const [folder = "."] = process.argv.slice(2);
const { NEO4J_URI: uri = "", NEO4J_USER: user = "", NEO4J_PASSWORD: password = "" } = process.env;
const server = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
try {
  const { agent } = await server.getServerInfo();
  tell({ engine: "Neo4j", version: (agent ?? "").replace("Neo4j/", "") });
  await run(server, readNetworkFiles(folder));
} finally {
  await empty(server);
  await server.close();
}
