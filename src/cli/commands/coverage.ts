import { InvalidArgumentError, type Command } from "commander";
import { isDay, today, type Day } from "../../domain/date.ts";
import type { Coverage } from "../../risk/coverage/coverage.ts";
import { readGraph } from "../../server/seed-store.ts";
import type { CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStore } from "../with-store.ts";

interface CoverageOptions {
  readonly asOf: Day;
  readonly json?: true;
}

/** `chokepoint coverage`: what the graph knows of its core sites and components, and what its facts rest on; changes nothing. */
export function addCoverage(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("coverage")
    .description(
      "count what the graph knows of its core sites and components, and what its facts rest on; exit code 1 when a joint is neither documented nor an open question",
    )
    .option("--as-of <day>", "the day to count on, such as 2026-05-12 (default: today in UTC)", readDay)
    .option("--json", "print the counts, and every joint of every core thing, as JSON")
    .action(async ({ asOf = today(), json }: Partial<CoverageOptions>) => {
      end(await showCounted(asOf, json === true, context));
    });
}

async function showCounted(asOf: Day, isJson: boolean, context: CliContext): Promise<ExitCode> {
  // The other commands need none of the questions: they start faster without them.
  const [{ buildProjection }, { coverage }, { missingJoints, showCoverage }] = await Promise.all([
    import("../../projection/projection.ts"),
    import("../../risk/coverage/coverage.ts"),
    import("../show-coverage.ts"),
  ]);
  const { version, records } = await withStore(context, { readOnly: true }, readGraph);
  const projection = buildProjection(records, version);
  const counted = coverage(projection, asOf);
  if (isJson) context.print(JSON.stringify(toJson(counted), null, 2));
  else for (const line of showCoverage(counted, projection.records)) context.print(line);
  return missingJoints(counted).length > 0 ? EXIT.found : EXIT.good;
}

function toJson(counted: Coverage): object {
  return { ...counted, facts: counted.facts(), needs: counted.needs() };
}

function readDay(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("Expected a day such as 2026-05-12.");
}
