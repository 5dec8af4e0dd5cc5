import type { GraphRecord, StoredRecord } from "../../../src/domain/record.ts";
import { isRelationshipKind } from "../../../src/domain/kinds.ts";
import type { GraphStore } from "../../../src/store/graph-store.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { tell } from "../../kernel/engines/measure.ts";
import { seededRandom } from "../../kernel/random.ts";

// What a server asks of a store, one call after the other, through the port. Started with the folder of an embedded store, into
// which it writes. Times are of the clock, since the processor's is counted too coarsely for calls of microseconds.

const LOOK_UPS = 20_000;
const BATCHES = 1_000;
const COMMITS = 500;
const FIRST = 20;

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
  await measureCalls("look-up by id", drawn(ids, LOOK_UPS), (id) => graph.records([id]));
  const hundreds = Array.from({ length: BATCHES }, () => drawn(ids, 100));
  await measureCalls("batch of 100 ids", hundreds, (hundred) => graph.records(hundred));
  await measureCalls("neighbours by type", drawn(from, LOOK_UPS), (id) =>
    graph.adjacent({ ids: [id], direction: "OUT", types: [kind], page: { first: FIRST } }),
  );
  const companies = ids.filter((id) => id.startsWith("company:"));
  const changes = Array.from({ length: COMMITS }, (_, i) => newHolder(i, drawn(companies, 2)));
  await measureCalls("durable commit", changes, (puts) =>
    graph.apply({ id: puts[0]?.id ?? "", author: "bench", message: "A benchmark.", puts, removes: [] }),
  );
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

/** Times each call after a tenth of them has warmed the compiler and the cache up. */
async function measureCalls<I>(
  task: string,
  inputs: readonly I[],
  call: (input: I) => Promise<unknown>,
): Promise<void> {
  tell({ started: task });
  const warmUp = Math.floor(inputs.length / 10);
  const times: number[] = [];
  for (const [position, input] of inputs.entries()) {
    const start = performance.now();
    await call(input);
    if (position >= warmUp) times.push(performance.now() - start);
  }
  tell({ task, wall: times, cpu: [], answers: [] });
}

function drawn(from: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, () => from[Math.floor(random() * from.length)] ?? "");
}

function append(lists: Map<string, string[]>, key: string, value: StoredRecord["id"]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
