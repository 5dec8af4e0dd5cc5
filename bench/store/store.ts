import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { runEngine, type EngineRun } from "../kernel/engine-process.ts";
import type { TaskResult } from "../kernel/tasks.ts";
import type { ReportOptions } from "../result-file.ts";
import { showStoreSize, type StoreSize } from "./report.ts";
import { supplyRecords } from "./supply-records.ts";

const STARTS = 3;
const LIMIT_SECONDS = 300;
const INVENTED = { nodeCount: 100_000, arcCount: 500_000 };

const SIZES: Readonly<Record<string, Pick<StoreSize, "size"> & { readonly fill: Fill }>> = {
  curated: { size: "curated", fill: seed },
  "100k": { size: "100k", fill: loadInvented },
};

/** Fills an empty store in a folder. */
type Fill = (directory: string) => Promise<void>;

/** The embedded store through its port, with the curated dataset and with an invented graph: as Markdown, with targets met and missed. */
export async function store({ sizes = Object.keys(SIZES).join(",") }: ReportOptions): Promise<string> {
  const reports: string[] = [];
  for (const name of sizes.split(",")) {
    const chosen = SIZES[name];
    if (chosen === undefined)
      throw new TypeError(`no size is called ${name}; expected ${Object.keys(SIZES).join(", ")}`);
    const directory = mkdtempSync(join(tmpdir(), "chokepoint-bench-"));
    try {
      reports.push(showStoreSize(await measureStore(chosen.size, directory, chosen.fill)));
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  return reports.join("\n\n");
}

async function measureStore(size: StoreSize["size"], directory: string, fill: Fill): Promise<StoreSize> {
  const begun = performance.now();
  await fill(directory);
  const loaded = performance.now() - begun;
  const bytes = filesIn(directory).reduce((sum, file) => sum + statSync(file).size, 0);
  const starts: EngineRun[] = [];
  let isCold = true;
  for (let i = 0; i < STARTS; i += 1) {
    isCold = dropFromCache(directory) && isCold;
    starts.push(await runOwn("start", directory));
  }
  return {
    size,
    loaded,
    bytes,
    isCold,
    start: merged(starts),
    operations: await runOwn("operations", directory),
  };
}

async function seed(directory: string): Promise<void> {
  const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  const env = { ...process.env, CHOKEPOINT_STORE: "embedded", CHOKEPOINT_DATA_DIR: directory };
  const { status, stderr } = spawnSync(process.execPath, [cli, "seed"], { env, encoding: "utf8" });
  if (status !== 0) throw new TypeError(`seeding ended with ${status}:\n${stderr}`);
}

async function loadInvented(directory: string): Promise<void> {
  const opened = await openEmbeddedStore({ directory });
  try {
    const options = { id: "bench", author: "bench", message: "An invented network." };
    await opened.load(supplyRecords(INVENTED), options);
  } finally {
    await opened.close();
  }
}

async function runOwn(name: "start" | "operations", directory: string): Promise<EngineRun> {
  const script = fileURLToPath(new URL(`engines/${name}.ts`, import.meta.url));
  const run = await runEngine({ name, command: [process.execPath, script] }, directory, LIMIT_SECONDS);
  if (run.ended !== undefined) throw new TypeError(`${name} ${run.ended}`);
  return run;
}

/** Runs of one thing as one run of it several times. */
function merged([first, ...others]: readonly EngineRun[]): EngineRun {
  if (first === undefined) throw new TypeError("there was no run");
  const results = first.results.map((result): TaskResult => {
    const same = [
      result,
      ...others.flatMap(({ results: all }) => all.filter(({ task }) => task === result.task)),
    ];
    return {
      task: result.task,
      wall: same.flatMap(({ wall }) => wall),
      cpu: same.flatMap(({ cpu }) => cpu),
      answers: same.flatMap(({ answers }) => answers),
    };
  });
  return { ...first, results };
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory).map((name) => join(directory, name));
}

/** Makes the system forget what it keeps of the files; false where it has no tool for that. */
function dropFromCache(directory: string): boolean {
  return filesIn(directory).every((file) => {
    spawnSync("sync", [file]);
    return spawnSync("dd", [`if=${file}`, "iflag=nocache", "count=0", "status=none"]).status === 0;
  });
}
