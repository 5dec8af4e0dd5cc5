import type { Command } from "commander";
import type { ApplyResult } from "../../domain/change-set.ts";
import type { GraphRecord } from "../../domain/record.ts";
import { datasetRecords, readDataset, type Dataset } from "../../dataset/read-dataset.ts";
import { seedStore } from "../../server/seed-store.ts";
import { datasetDirectory, type CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { countKinds, showCounts } from "../show-counts.ts";
import { diffTotals } from "../show-diff.ts";
import { count } from "../show-problems.ts";
import { withStore } from "../with-store.ts";

interface SeedCommandOptions {
  readonly author: string;
  readonly message?: string;
  readonly json?: true;
}

/** `chokepoint seed [DIR]`: makes the graph equal to a dataset, whole or not at all. */
export function addSeed(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("seed")
    .description("make the graph equal to a dataset, removals included; a second run changes nothing")
    .argument("[directory]", "the folder of the dataset (default: CHOKEPOINT_DATASET, else ./seed)")
    .option("--author <name>", "who makes the change, for the log", "chokepoint seed")
    .option("--message <text>", "why, for the log (default: name and version of the dataset)")
    .option("--json", "print the result as JSON")
    .action(async (directory: string | undefined, options: SeedCommandOptions) => {
      end(await seed(datasetDirectory(directory, context), options, context));
    });
}

async function seed(directory: string, options: SeedCommandOptions, context: CliContext): Promise<ExitCode> {
  const dataset = await readDataset(directory);
  const records = datasetRecords(dataset);
  const result = await withStore(context, {}, (store) =>
    seedStore(store, records, {
      author: options.author,
      message: options.message ?? nameOf(dataset),
      onPlan: (diff) => context.report(`writing: ${diffTotals(diff)} …`),
      onProgress: tenths(records.length, context),
    }),
  );
  if (options.json === true) {
    context.print(JSON.stringify({ ...result, counts: countKinds(records) }, null, 2));
  } else {
    for (const line of showResult(directory, result, records)) context.print(line);
  }
  return EXIT.good;
}

/** Reports each tenth of a load once. */
function tenths(total: number, context: CliContext): (written: number) => void {
  let reported = 0;
  return (written) => {
    const tenth = Math.floor((written / total) * 10);
    if (tenth === reported) return;
    reported = tenth;
    context.report(`${written.toLocaleString("en-US")} of ${count(total, "record")} written`);
  };
}

function nameOf({ manifest }: Dataset): string {
  return manifest === null ? "seed" : `seed ${manifest.name} ${manifest.version}`;
}

function showResult(directory: string, result: ApplyResult, records: readonly GraphRecord[]): string[] {
  const { version, added, changed, removed } = result;
  if (added + changed + removed === 0) {
    return [
      `nothing to change: the graph at version ${version} equals ${directory} (${count(records.length, "record")})`,
    ];
  }
  return [
    ...showCounts(countKinds(records)),
    "",
    `${count(added, "record")} added, ${changed.toLocaleString("en-US")} changed, ${removed.toLocaleString("en-US")} removed`,
    `the graph is at version ${version} and equals ${directory} (${count(records.length, "record")})`,
  ];
}
