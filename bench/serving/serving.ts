import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exampleOperations } from "../../test/graphql/example-operations.ts";
import { measurementOf } from "../measurement.ts";
import { load, send, type ApiRequest } from "./load.ts";
import { memoryOf, processorTime, startPeer, startProduct, type Measured } from "./servers.ts";

const CONNECTIONS = 16;
const WARM_UP = { connections: CONNECTIONS, milliseconds: 1_500 };
const CELL = { connections: CONNECTIONS, milliseconds: 4_000 };
const ROUNDS = 3;

const SMALL: ApiRequest = {
  query: "query ($id: ID!) { company(id: $id) { id name entityType confidence country { name } } }",
  variables: { id: "company:coreweave" },
};
/** A question that takes some hundred milliseconds, within all limits. */
const HEAVY: ApiRequest = {
  query: `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: coverage(asOf: "2025-${String((i % 12) + 1).padStart(2, "0")}-01") { needs { total } }`).join(" ")} }`,
};

/** What is asked, by the name that the table shows. */
const OPERATIONS: readonly (readonly [name: string, body: ApiRequest])[] = [
  ["small: a company by id, five fields", SMALL],
  ["nested: `company-profile`", example("company-profile")],
  ["path: `path-denton-to-laser`", example("path-denton-to-laser")],
  ["disruption: `disruption-of-core-scientific`", example("disruption-of-core-scientific")],
  ["chokepoints: `chokepoints-of-denton`", example("chokepoints-of-denton")],
];

function example(name: string): ApiRequest {
  const found = exampleOperations.find((operation) => operation.name === name);
  if (found === undefined) throw new TypeError(`no operation is called ${name}`);
  return { query: found.query, variables: found.variables };
}

/**
 * The product under load, with workers and without, beside Apollo's own server with the same resolvers on the same store: processor
 * time and latency a request, look-ups beside a heavy question, and what a dropped question still costs: as Markdown.
 */
export async function serving(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "chokepoint-bench-"));
  const servers: Measured[] = [];
  try {
    servers.push(
      await startProduct(directory, 2),
      await startProduct(directory, 0),
      await startPeer(directory),
    );
    await requireSameAnswers(servers);
    return [
      await requests(servers),
      await beside(servers),
      await dropped(servers),
      "## Memory at the end",
      table(
        ["server", "resident"],
        servers.map((server) => [server.name, `${memoryOf(server).toFixed(0)} MiB`]),
      ),
    ].join("\n\n");
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(directory, { recursive: true });
  }
}

async function requireSameAnswers(servers: readonly Measured[]): Promise<void> {
  for (const [name, body] of [...OPERATIONS, ["heavy", HEAVY] as const]) {
    const answers = await Promise.all(servers.map(({ url }) => send(url, body)));
    if (new Set(answers.map((text) => text.trim())).size !== 1)
      throw new TypeError(`answers to ${name} differ`);
  }
}

/** Processor time a request and latency, best of some rounds that take turns between the servers. */
async function requests(servers: readonly Measured[]): Promise<string> {
  const rows: string[][] = [];
  for (const [name, body] of OPERATIONS) {
    for (const { url } of servers) await load(url, body, WARM_UP);
    const cells = servers.map(() => [] as Cell[]);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [position, server] of servers.entries()) cells[position]?.push(await cell(server, body));
    }
    const best = cells.map((rounds) => rounds.reduce((least, each) => (each.cpu < least.cpu ? each : least)));
    const peer = best.at(-1)?.cpu ?? NaN;
    for (const [position, { cpu, p50, p99, perSecond }] of best.entries()) {
      const shown = [ms(cpu), `${(peer / cpu).toFixed(2)} ×`, perSecond.toFixed(0), ms(p50), ms(p99)];
      rows.push([position === 0 ? name : "", servers[position]?.name ?? "", ...shown]);
    }
  }
  const head = ["operation", "server", "CPU a request", "peer's CPU / its", "requests/s", "p50", "p99"];
  return `## ${CONNECTIONS} connections\n\n${table(head, rows)}`;
}

interface Cell {
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

async function cell(server: Measured, body: ApiRequest): Promise<Cell> {
  const before = processorTime(server);
  const times = await load(server.url, body, CELL);
  const cpu = (processorTime(server) - before) / times.length;
  const { p50Milliseconds: p50, p99Milliseconds: p99 } = measurementOf("", times);
  return { cpu, p50, p99, perSecond: (times.length / CELL.milliseconds) * 1000 };
}

/** Look-ups of one client, one after the other, alone and beside another client's heavy questions. */
async function beside(servers: readonly Measured[]): Promise<string> {
  const alone = { connections: 1, milliseconds: 6_000 };
  const rows: string[][] = [];
  for (const server of servers) {
    await load(server.url, SMALL, WARM_UP);
    const quiet = measurementOf("", await load(server.url, SMALL, alone));
    const [busyTimes, heavyTimes] = await Promise.all([
      load(server.url, SMALL, alone),
      load(server.url, HEAVY, alone),
    ]);
    const busy = measurementOf("", busyTimes);
    const heavy = measurementOf("", heavyTimes);
    rows.push([
      server.name,
      ms(quiet.p50Milliseconds),
      ms(quiet.p99Milliseconds),
      ms(busy.p50Milliseconds),
      ms(busy.p99Milliseconds),
      `${(busy.p99Milliseconds / quiet.p99Milliseconds).toFixed(1)} ×`,
      ms(heavy.p50Milliseconds),
    ]);
  }
  const head = [
    "server",
    "alone: p50",
    "p99",
    "beside: p50",
    "p99",
    "p99 beside / alone",
    "the heavy question: p50",
  ];
  return `## Look-ups beside a heavy question\n\n${table(head, rows)}`;
}

/** Processor time that a server spends on a heavy question: whole, and after its client has gone early on. */
async function dropped(servers: readonly Measured[]): Promise<string> {
  const rows: string[][] = [];
  for (const server of servers) {
    const begun = processorTime(server);
    await send(server.url, HEAVY);
    const whole = processorTime(server) - begun;
    const client = new AbortController();
    const asked = send(server.url, HEAVY, { signal: client.signal }).catch(() => null);
    await sleep(100);
    client.abort();
    await asked;
    const atDrop = processorTime(server);
    await sleep(3_000);
    rows.push([server.name, ms(whole), ms(processorTime(server) - atDrop)]);
  }
  const head = ["server", "CPU of the whole question", "CPU in 3 s after its client went at 100 ms"];
  return `## A dropped question\n\n${table(head, rows)}`;
}

function ms(milliseconds: number): string {
  return `${milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(3)} ms`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, position) => (position === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
