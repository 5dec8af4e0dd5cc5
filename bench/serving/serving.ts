import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exampleOperations } from "../../test/graphql/example-operations.ts";
import { inMilliseconds as ms, markdownTable as table } from "../markdown-table.ts";
import { measurementOf } from "../measurement.ts";
import { measureCells, totalCpu } from "./cell.ts";
import { load, send, type ApiRequest } from "./load.ts";
import {
  memoryOf,
  processorTime,
  startFloors,
  startPlainApollo,
  startProduct,
  type Measured,
} from "./servers.ts";

const CONNECTIONS = 16;
const WARM_UP = { connections: CONNECTIONS, milliseconds: 1_500 };
const CELL = { connections: CONNECTIONS, milliseconds: 1_000 };
/** Many short ones: on a machine that does other work as well, the best is the one that was disturbed least. */
const ROUNDS = 8;

const SMALL: ApiRequest = {
  query: "query ($id: ID!) { company(id: $id) { id name entityType confidence country { name } } }",
  variables: { id: "company:coreweave" },
};
/** A question that takes some hundred milliseconds, within all limits. */
const HEAVY: ApiRequest = {
  query: `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: coverage(asOf: "2025-${String((i % 12) + 1).padStart(2, "0")}-01") { needs { total } }`).join(" ")} }`,
};

/** The peer has no limit of time: on a busy machine the product must not answer less than it. */
const PATIENT = { CHOKEPOINT_TIME_BUDGET_MS: "120000" };

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
  const floors: Measured[] = [];
  try {
    servers.push(
      await startProduct(directory, 2, PATIENT),
      await startProduct(directory, 0, PATIENT),
      await startPlainApollo(directory),
    );
    await requireSameAnswers(servers);
    floors.push(...(await startFloors()));
    return [
      await requests(servers, floors),
      await beside(servers),
      await dropped(servers),
      "## Memory at the end",
      table(
        ["server", "resident"],
        servers.map((server) => [server.name, `${memoryOf(server).toFixed(0)} MiB`]),
      ),
    ].join("\n\n");
  } finally {
    await Promise.all([...servers, ...floors].map((server) => server.stop()));
    rmSync(directory, { recursive: true });
  }
}

async function requireSameAnswers(servers: readonly Measured[]): Promise<void> {
  for (const [name, body] of [...OPERATIONS, ["heavy", HEAVY] as const]) {
    const answers = await Promise.all(servers.map(({ url }) => send(url, body)));
    if (new Set(answers.map((text) => text.trim())).size !== 1) {
      const shown = answers.map((text) => text.slice(0, 300)).join("\n");
      throw new TypeError(
        `answers to ${name} differ (on a busy machine one may run out of its time):\n${shown}`,
      );
    }
  }
}

/** Processor time a request and latency. */
async function requests(products: readonly Measured[], floors: readonly Measured[]): Promise<string> {
  const rows: string[][] = [];
  for (const [name, body] of OPERATIONS) {
    const servers = body === SMALL ? [...products, ...floors] : products;
    const tasks = servers.map((server) => ({
      url: server.url,
      body,
      processors: [() => processorTime(server)],
    }));
    const cells = await measureCells(tasks, { rounds: ROUNDS, warmUp: WARM_UP, load: CELL });
    const peer = cells.map(totalCpu)[products.length - 1] ?? NaN;
    for (const [position, cell] of cells.entries()) {
      const ratio = `${(peer / totalCpu(cell)).toFixed(2)} ×`;
      const times = [ms(cell.p50), ms(cell.p99)];
      const server = servers[position]?.name ?? "";
      rows.push([
        position === 0 ? name : "",
        server,
        ms(totalCpu(cell)),
        ratio,
        cell.perSecond.toFixed(0),
        ...times,
      ]);
    }
  }
  const head = ["operation", "server", "CPU a request", "peer's CPU / its", "requests/s", "p50", "p99"];
  return `## ${CONNECTIONS} connections\n\n${table(head, rows)}`;
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
