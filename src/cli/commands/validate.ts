import type { Command } from "commander";
import { checkQuality } from "../../dataset/quality-rules.ts";
import { readDataset } from "../../dataset/read-dataset.ts";
import { datasetDirectory, type CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { countKinds, showCounts } from "../show-counts.ts";
import { count, printProblems } from "../show-problems.ts";

interface ValidateOptions {
  readonly json?: true;
  readonly quality?: true;
}

/** `chokepoint validate [DIR]`: reads and checks a dataset, and touches no store. */
export function addValidate(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("validate")
    .description("check a dataset and report every problem with file, line and column")
    .argument("[directory]", "the folder of the dataset (default: CHOKEPOINT_DATASET, else ./seed)")
    .option("--quality", "check as well what a dataset must keep to be quoted")
    .option("--json", "print the problems and counts as JSON")
    .action(async (directory: string | undefined, options: ValidateOptions) => {
      end(await validate(datasetDirectory(directory, context), options, context));
    });
}

async function validate(
  directory: string,
  { json, quality }: ValidateOptions,
  context: CliContext,
): Promise<ExitCode> {
  const dataset = await readDataset(directory);
  const { manifest, files, located } = dataset;
  const isJudged = quality === true && dataset.problems.length === 0;
  const problems = isJudged ? checkQuality(dataset) : dataset.problems;
  const records = located.map(({ record }) => record);
  const isValid = problems.length === 0;
  if (json === true) {
    const counts = countKinds(records);
    context.print(
      JSON.stringify({ valid: isValid, manifest, files: files.length, counts, problems }, null, 2),
    );
  } else if (isValid) {
    for (const line of showCounts(countKinds(records))) context.print(line);
    context.print("");
    context.print(
      `${directory} is valid: ${count(records.length, "record")} in ${count(files.length, "file")}`,
    );
  } else {
    printProblems(problems, context);
    if (quality === true && !isJudged) context.report("the quality is checked once these are mended");
  }
  return isValid ? EXIT.good : EXIT.found;
}
