import type { Command } from "commander";
import { checkRecords } from "../../dataset/check-records.ts";
import { readGraph } from "../../server/seed-store.ts";
import type { CliContext } from "../cli-context.ts";
import { derivedDifferences } from "../doctor/derived-checks.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { countKinds, showCounts } from "../show-counts.ts";
import { count, printProblems } from "../show-problems.ts";
import { withStore } from "../with-store.ts";

interface DoctorOptions {
  readonly json?: true;
}

/** `chokepoint doctor`: reads the whole graph and checks it again; changes nothing. */
export function addDoctor(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("doctor")
    .description(
      "read the whole graph, check every record and reference again, and what the store derives from them",
    )
    .option("--json", "print what was found as JSON")
    .action(async (options: DoctorOptions) => {
      end(await doctor(options, context));
    });
}

async function doctor({ json }: DoctorOptions, context: CliContext): Promise<ExitCode> {
  const { version, records, derived, store } = await withStore(
    context,
    { readOnly: true },
    async (opened) => {
      const graph = await readGraph(opened);
      const info = await opened.info();
      return { ...graph, store: info.store, derived: await derivedDifferences(opened, graph.records) };
    },
  );
  const problems = checkRecords(records);
  const isHealthy = problems.length + derived.length === 0;
  if (json === true) {
    const counts = countKinds(records);
    context.print(JSON.stringify({ healthy: isHealthy, store, version, counts, problems, derived }, null, 2));
    return isHealthy ? EXIT.good : EXIT.found;
  }
  for (const line of showCounts(countKinds(records))) context.print(line);
  context.print("");
  if (problems.length > 0) printProblems(problems, context);
  for (const line of derived) context.print(`derived: ${line}`);
  const verdict = isHealthy
    ? "every record, reference and derived index is as it should be"
    : `${count(problems.length, "problem")} in the records, ${count(derived.length, "difference")} in what the store derives; seed the dataset again`;
  context.print(`${store} store at version ${version}, ${count(records.length, "record")}: ${verdict}`);
  return isHealthy ? EXIT.good : EXIT.found;
}
