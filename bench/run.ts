import { parseArgs } from "node:util";
import { kernel } from "./kernel/kernel.ts";
import { showMeasurements, type Measurement } from "./measurement.ts";
import { neo4jGraphql } from "./neo4j-graphql/neo4j-graphql.ts";
import { questions } from "./questions.ts";
import { runDetails, saveResult, type ReportOptions } from "./result-file.ts";
import { seeding } from "./seeding.ts";
import { serving } from "./serving/serving.ts";
import { store } from "./store/store.ts";

// Seeding comes first: it wants an empty store.
const benchmarks: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = { seeding, questions };

/** Benchmarks that give a whole report, or nothing where what they need is not there. */
const reports: Readonly<Record<string, ReportedBenchmark>> = {
  serving: { title: "Serving", run: serving, needs: "" },
  store: { title: "The embedded store", run: store, needs: "" },
  "neo4j-graphql": {
    title: "Beside @neo4j/graphql",
    run: neo4jGraphql,
    needs: "NEO4J_URI names no server (`npm run neo4j -- --long-lived` starts one)",
  },
};

interface ReportedBenchmark {
  readonly title: string;
  readonly run: (options: ReportOptions) => Promise<string | undefined>;
  readonly needs: string;
}

const [name, ...rest] = process.argv.slice(2);
if (name === "kernel") process.exit((await kernel(rest)) ? 0 : 1);
const reported = reports[name ?? ""];
if (name !== undefined && reported !== undefined) process.exit(await showReport(name, reported));
const chosen = name === undefined ? Object.keys(benchmarks) : [name];
for (const each of chosen) {
  const benchmark = benchmarks[each];
  if (benchmark === undefined) {
    const names = ["kernel", ...Object.keys(reports), ...Object.keys(benchmarks)];
    console.error(`no benchmark is called ${each}; expected one of ${names.join(", ")}`);
    process.exit(2);
  }
  console.log(`\n## ${each}\n`);
  console.log(showMeasurements(await benchmark()));
}
console.log(`\n${runDetails().machine}`);

/** `--save NAME` keeps it. Gives the exit code. */
async function showReport(asked: string, { title, run, needs }: ReportedBenchmark): Promise<number> {
  const { values } = parseArgs({
    args: rest,
    options: { save: { type: "string" }, sizes: { type: "string" } },
  });
  const report = await run(values);
  if (report === undefined) {
    console.error(`${asked}: not run, as ${needs}`);
    return 2;
  }
  console.log(`${report}\n\n${runDetails().machine}`);
  if (values.save !== undefined) saveResult(title, values.save, report);
  return 0;
}
