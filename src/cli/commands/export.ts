import { Option, type Command } from "commander";
import { writeDataset, writeDatasetJson } from "../../dataset/write-dataset.ts";
import { readGraph } from "../../server/seed-store.ts";
import type { CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { count } from "../show-problems.ts";
import { withStore } from "../with-store.ts";

interface ExportOptions {
  readonly format: "yaml" | "json";
  readonly json?: true;
}

/** `chokepoint export DIR`: writes the graph as a dataset that seeds to the same graph. */
export function addExport(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("export")
    .description(
      "write the graph as a dataset: the same bytes for the same graph, and it seeds to the same graph",
    )
    .argument("<directory>", "an empty folder, or one of an earlier export")
    .addOption(
      new Option("--format <format>", "yaml: one file a section; json: one file, dataset.json")
        .choices(["yaml", "json"])
        .default("yaml"),
    )
    .option("--json", "print what was written as JSON")
    .action(async (directory: string, options: ExportOptions) => {
      end(await exportGraph(directory, options, context));
    });
}

async function exportGraph(
  directory: string,
  { format, json }: ExportOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { version, records } = await withStore(context, { readOnly: true }, readGraph);
  const write = format === "yaml" ? writeDataset : writeDatasetJson;
  const files = await write(records, directory);
  if (json === true) {
    context.print(JSON.stringify({ version, records: records.length, directory, files }, null, 2));
  } else {
    const size = `${count(records.length, "record")} in ${count(files.length, "file")}`;
    context.print(`${directory} holds the graph at version ${version}: ${size}`);
  }
  return EXIT.good;
}
