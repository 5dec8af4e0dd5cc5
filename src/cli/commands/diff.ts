import { Option, type Command } from "commander";
import { datasetRecords, readDataset } from "../../dataset/read-dataset.ts";
import { diffRecords, isEmptyDiff } from "../../dataset/record-diff.ts";
import { releaseNote } from "../../dataset/release-note.ts";
import { readGraph } from "../../server/seed-store.ts";
import { datasetDirectory, type CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { LISTED_RECORDS, showDiff } from "../show-diff.ts";
import { showReleaseNote } from "../show-release-note.ts";
import { withStore } from "../with-store.ts";

interface DiffOptions {
  readonly all?: true;
  readonly json?: true;
  readonly note?: true;
}

/** `chokepoint diff [DIR]`: what `seed` would change, without changing it. */
export function addDiff(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("diff")
    .description("show what seeding a dataset would add, change and remove; exit code 1 when anything")
    .argument("[directory]", "the folder of the dataset (default: CHOKEPOINT_DATASET, else ./seed)")
    .option("--all", `list every record, not only the first ${LISTED_RECORDS} of each group`)
    .addOption(
      new Option(
        "--note",
        "print only the counts by kind, as a section of the dataset's release notes",
      ).conflicts(["all", "json"]),
    )
    .option("--json", "print the whole difference as JSON")
    .action(async (directory: string | undefined, options: DiffOptions) => {
      end(await diff(datasetDirectory(directory, context), options, context));
    });
}

async function diff(
  directory: string,
  { all, json, note }: DiffOptions,
  context: CliContext,
): Promise<ExitCode> {
  const dataset = await readDataset(directory);
  const wanted = datasetRecords(dataset);
  const { version, records } = await withStore(context, {}, readGraph);
  const found = diffRecords(records, wanted);
  const isEqual = isEmptyDiff(found);
  if (json === true) {
    context.print(JSON.stringify({ version, ...found }, null, 2));
  } else if (note === true) {
    for (const line of showReleaseNote(dataset.manifest?.version ?? "", releaseNote(found, wanted)))
      context.print(line);
  } else if (isEqual) {
    context.print(`nothing to change: the graph at version ${version} equals ${directory}`);
  } else {
    for (const line of showDiff(found, all === true ? Infinity : LISTED_RECORDS)) context.print(line);
  }
  return isEqual ? EXIT.good : EXIT.found;
}
