import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { GraphRecord, StoredRecord } from "../../../src/domain/record.ts";
import { isRelationshipKind } from "../../../src/domain/kinds.ts";
import type { GraphStore } from "../../../src/store/graph-store.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { tell } from "../../kernel/engines/measure.ts";
import { seededRandom } from "../../kernel/random.ts";

// What a server asks of a store, one call after the other, through the port. Started with the folder of an embedded store, into which it writes.

const LOOK_UPS = 20_000;
const BATCHES = 1_000;
const COMMITS = 500;
const FIRST = 20;
/** Bytes. */
const PAGE = 16_384;

const [directory = "./data"] = process.argv.slice(2);
const random = seededRandom(1);
const store = await openEmbeddedStore({ directory });
await run(store);
await store.close();
tell({ memory: process.memoryUsage.rss() });

async function run(graph: GraphStore): Promise<void> {
  const ids: string[] = [];
  const starts = new Map<string, string[]>();
  await graph.scan((batch) => {
    for (const record of batch) {
      ids.push(record.id);
      if (isRelationshipKind(record.kind)) append(starts, record.kind, record.from ?? "");
    }
  });
  const [kind, from] = [...starts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ["", []];
  const lookUp = async (id: string): Promise<number> => (await graph.records([id])).length;
  await measureCalls("look-up by id", drawn(ids, LOOK_UPS), lookUp);
  await measureCalls("the same of few ids, which are remembered", drawn(ids.slice(0, 100), LOOK_UPS), lookUp);
  const hundreds = Array.from({ length: BATCHES }, () => drawn(ids, 100));
  await measureCalls("batch of 100 ids", hundreds, async (hundred) => (await graph.records(hundred)).length);
  await measureCalls("neighbours by type", drawn(from, LOOK_UPS), async (id) => {
    const query = { ids: [id], direction: "OUT", types: [kind], page: { first: FIRST } } as const;
    return (await graph.adjacent(query))[0]?.items.length ?? 0;
  });
  const companies = ids.filter((id) => id.startsWith("company:"));
  const changes = Array.from({ length: COMMITS }, (_, i) => newHolder(i, drawn(companies, 2)));
  await measureCalls("durable commit", changes, async (puts) => {
    const changeSet = { id: puts[0]?.id ?? "", author: "bench", message: "A benchmark.", puts, removes: [] };
    return (await graph.apply(changeSet)).added;
  });
  await measureSyncs();
}

/** What the disk takes for the least that a commit must do: to append a page and wait until it is there. */
async function measureSyncs(): Promise<void> {
  const page = new Uint8Array(PAGE);
  const file = openSync(join(directory, "bench-syncs"), "w");
  await measureCalls("a page written and synced, without a store", drawn([""], COMMITS), async () => {
    writeSync(file, page);
    fdatasyncSync(file);
    return 0;
  });
  closeSync(file);
}

/** A company and the stakes that it holds. */
function newHolder(number: number, held: readonly string[]): readonly GraphRecord[] {
  const id = `company:bench-holder-${number}`;
  const company: GraphRecord = {
    id,
    kind: "Company",
    fields: { name: `Holder ${number}`, entityType: "CORPORATION", confidence: "HIGH" },
  };
  const stakes = held.map((to, i): GraphRecord => ({
    id: `stake:bench-${number}-${i}`,
    kind: "OWNS_STAKE",
    from: id,
    to,
    fields: { type: "MINORITY", controls: false, state: "ACTIVE", confidence: "HIGH" },
  }));
  return [company, ...stakes];
}

/** Times each call, which gives a number of records, after a tenth of them has warmed the compiler and the cache up; processor time is that of all calls, shared out. */
async function measureCalls<I>(
  task: string,
  inputs: readonly I[],
  call: (input: I) => Promise<number>,
): Promise<void> {
  tell({ started: task });
  const warmUp = Math.floor(inputs.length / 10);
  for (const input of inputs.slice(0, warmUp)) await call(input);
  const wall: number[] = [];
  let records = 0;
  const before = process.cpuUsage();
  for (const input of inputs.slice(warmUp)) {
    const start = performance.now();
    records += await call(input);
    wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  tell({ task, wall, cpu: [(user + system) / 1000 / wall.length], answers: [[records / wall.length]] });
}

function drawn(from: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, () => from[Math.floor(random() * from.length)] ?? "");
}

function append(lists: Map<string, string[]>, key: string, value: StoredRecord["id"]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
