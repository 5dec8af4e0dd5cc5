import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { inMilliseconds as ms, markdownTable } from "../markdown-table.ts";
import { installPeers, PEERS, peerVersion } from "../peer-packages.ts";
import { measureCells, totalCpu, type Cell } from "../serving/cell.ts";
import { send, type ApiRequest } from "../serving/load.ts";
import { memoryOf, processorTime, startProduct, startScript, type Measured } from "../serving/servers.ts";
import { connectNeo4jServer, type Neo4jServer } from "./neo4j-server.ts";
import { inOurShape, QUESTIONS, type Question } from "./questions.ts";

const CONNECTIONS = 16;
/** Long, since Neo4j's Java compiles what runs often. */
const WARM_UP = { connections: CONNECTIONS, milliseconds: 8_000 };
const LOAD = { connections: CONNECTIONS, milliseconds: 5_000 };
const ROUNDS = 3;
const WORKERS = 2;

/** A server and how it is asked. */
interface Contestant {
  readonly server: Measured;
  readonly asks: (question: Question) => ApiRequest;
  /** Its data in our shape. */
  readonly shape: (data: unknown) => unknown;
  readonly usesNeo4j: boolean;
}

/**
 * The product on Neo4j beside @neo4j/graphql on the same Neo4j, and the product on its embedded store, at what all three can answer: as
 * Markdown; undefined where the environment names no Neo4j. An empty one is filled with the curated dataset. Fails when two answers differ.
 */
export async function neo4jGraphql(): Promise<string | undefined> {
  const neo4j = await connectNeo4jServer();
  if (neo4j === undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "chokepoint-bench-"));
  const servers: Measured[] = [];
  try {
    if (!installPeers()) throw new TypeError("`npm ci` in bench/peers failed");
    const started = async (server: Promise<Measured>): Promise<Measured> => {
      servers.push(await server);
      return server;
    };
    const onNeo4j = await started(startProduct(directory, WORKERS, { CHOKEPOINT_STORE: "neo4j" }));
    const peer = await started(startScript("@neo4j/graphql", `${PEERS}neo4j-graphql.ts`));
    const embedded = await started(startProduct(directory, WORKERS, { CHOKEPOINT_STORE: "embedded" }));
    const contestants: readonly Contestant[] = [
      { server: { ...onNeo4j, name: "chokepoint on Neo4j" }, ...OURS, usesNeo4j: true },
      { server: peer, asks: ({ peers }) => peers, shape: inOurShape, usesNeo4j: true },
      { server: { ...embedded, name: "chokepoint, embedded store" }, ...OURS, usesNeo4j: false },
    ];
    await requireSameAnswers(contestants);
    return await report(contestants, neo4j);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await neo4j.close();
    rmSync(directory, { recursive: true });
  }
}

const OURS = {
  asks: ({ ours }: Question): ApiRequest => ours,
  shape: (data: unknown): unknown => data,
};

async function requireSameAnswers(contestants: readonly Contestant[]): Promise<void> {
  for (const question of QUESTIONS) {
    const answers: unknown[] = [];
    for (const { server, asks, shape } of contestants) {
      const text = await send(server.url, asks(question));
      const { data, errors } = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
      if (errors !== undefined) throw new TypeError(`${server.name} refuses ${question.name}: ${text}`);
      answers.push(shape(data));
    }
    if (answers.some((answer) => !isDeepStrictEqual(answer, answers[0]))) {
      const shown = answers.map((answer, i) => `${contestants[i]?.server.name}: ${JSON.stringify(answer)}`);
      throw new TypeError(`answers to ${question.name} differ\n${shown.join("\n")}`);
    }
  }
}

async function report(contestants: readonly Contestant[], neo4j: Neo4jServer): Promise<string> {
  const rows: string[][] = [];
  for (const question of QUESTIONS) rows.push(...(await rowsOf(question, contestants, neo4j)));
  const head = [
    "question",
    "server",
    "its CPU a request",
    "Neo4j's",
    "both",
    "peer's both / its",
    "requests/s",
    "p50",
    "p99",
    "store calls",
  ];
  const memory = contestants.map(({ server }) => [server.name, `${memoryOf(server).toFixed(0)} MiB`]);
  const versions = ["@neo4j/graphql", "@apollo/server", "graphql", "neo4j-driver"].map(
    (name) => `${name} ${peerVersion(name)}`,
  );
  return [
    `${neo4j.description}. Peer: ${versions.join(", ")}. ${CONNECTIONS} connections. All answers agree.`,
    markdownTable(head, rows),
    "## Memory at the end",
    markdownTable(["server", "resident"], memory),
  ].join("\n\n");
}

async function rowsOf(
  question: Question,
  contestants: readonly Contestant[],
  neo4j: Neo4jServer,
): Promise<readonly string[][]> {
  const tasks = contestants.map(({ server, asks }) => ({
    url: server.url,
    body: asks(question),
    processors: [() => processorTime(server), neo4j.processorTime],
  }));
  const cells = await measureCells(tasks, { rounds: ROUNDS, warmUp: WARM_UP, load: LOAD });
  const peer = costOf(contestants[1], cells[1]);
  const rows: string[][] = [];
  for (const [position, contestant] of contestants.entries()) {
    const cell = cells[position];
    if (cell === undefined) continue;
    const [own = NaN, database = NaN] = cell.cpu;
    const cost = costOf(contestant, cell);
    rows.push([
      position === 0 ? question.name : "",
      contestant.server.name,
      ms(own),
      contestant.usesNeo4j ? ms(database) : "–",
      ms(cost),
      `${(peer / cost).toFixed(2)} ×`,
      cell.perSecond.toFixed(0),
      ms(cell.p50),
      ms(cell.p99),
      await storeCalls(contestant, question),
    ]);
  }
  return rows;
}

/** Processor time of everything that works for the server. */
function costOf(contestant: Contestant | undefined, cell: Cell | undefined): number {
  if (contestant === undefined || cell === undefined) return NaN;
  return contestant.usesNeo4j ? totalCpu(cell) : (cell.cpu[0] ?? NaN);
}

const COUNTED = 20;

/** How often one request calls the store, by the product's own metrics: what is kept between requests would show as fewer calls. */
async function storeCalls({ server, asks, shape }: Contestant, question: Question): Promise<string> {
  if (shape !== OURS.shape) return "";
  const before = await countCalls(server);
  for (let i = 0; i < COUNTED; i += 1) await send(server.url, asks(question));
  // The server asks for the version now and then, beside the requests.
  return Math.floor(((await countCalls(server)) - before) / COUNTED).toFixed(0);
}

async function countCalls({ url }: Measured): Promise<number> {
  const metrics = await (await fetch(new URL("/metrics", url))).text();
  const counts = metrics.matchAll(/^chokepoint_store_calls_total\{.*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}
