import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { kernel } from "./kernel/kernel.ts";
import { showMeasurements, type Measurement } from "./measurement.ts";
import { questions } from "./questions.ts";
import { seeding } from "./seeding.ts";
import { serving } from "./serving/serving.ts";

// Seeding comes first: it wants an empty store.
const benchmarks: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = { seeding, questions };

const [name, ...rest] = process.argv.slice(2);
if (name === "kernel") process.exit((await kernel(rest)) ? 0 : 1);
if (name === "serving") {
  const report = `${await serving()}\n${machine()}`;
  console.log(report);
  // `--save NAME`
  if (rest[0] === "--save") save("Serving", rest[1] ?? name, report);
  process.exit(0);
}
const chosen = name === undefined ? Object.keys(benchmarks) : [name];
for (const each of chosen) {
  const benchmark = benchmarks[each];
  if (benchmark === undefined) {
    console.error(`no benchmark is called ${each}; expected one of ${Object.keys(benchmarks).join(", ")}`);
    process.exit(2);
  }
  console.log(`\n## ${each}\n`);
  console.log(showMeasurements(await benchmark()));
}
console.log(machine());

function save(title: string, as: string, report: string): void {
  const date = new Date().toISOString().slice(0, 10);
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const head = `# ${title}, ${date}\n\nCommit ${commit}. How to read it: [bench/README.md](../README.md).`;
  mkdirSync(new URL("results/", import.meta.url), { recursive: true });
  writeFileSync(new URL(`results/${date}-${as}.md`, import.meta.url), `${head}\n\n${report}\n`);
}

function machine(): string {
  return `\nNode.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
}
