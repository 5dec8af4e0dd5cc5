import { Command, CommanderError } from "commander";
import { DatasetInvalidError, DomainError, StoreUnavailableError } from "../domain/errors.ts";
import type { CliContext } from "./cli-context.ts";
import { addCoverage } from "./commands/coverage.ts";
import { addDiff } from "./commands/diff.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExport } from "./commands/export.ts";
import { addSeed } from "./commands/seed.ts";
import { addServe } from "./commands/serve.ts";
import { addValidate } from "./commands/validate.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { printProblems } from "./show-problems.ts";

/** Adds one command to the program; it calls `end` with how it ended. */
type AddCommand = (program: Command, context: CliContext, end: (code: ExitCode) => void) => void;

const COMMANDS: readonly AddCommand[] = [
  addServe,
  addValidate,
  addDiff,
  addSeed,
  addExport,
  addCoverage,
  addDoctor,
];

/** Runs the command line and returns its exit code. What nobody foresaw is thrown on. */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  let code: ExitCode = EXIT.good;
  const program = new Command("chokepoint")
    .description("A knowledge graph of the AI-infrastructure supply chain, with a source for every fact")
    .exitOverride()
    .showHelpAfterError("(add --help for what is possible)")
    .configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.report(text.trimEnd()),
    });
  for (const add of COMMANDS) {
    add(program, context, (ended) => {
      code = ended;
    });
  }
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return failed(error, context);
  }
}

function failed(error: unknown, context: CliContext): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.misused;
  if (error instanceof DatasetInvalidError) {
    printProblems(error.problems, context);
    return EXIT.found;
  }
  if (!(error instanceof DomainError)) throw error;
  context.report(error.message);
  return error instanceof StoreUnavailableError ? EXIT.storeUnavailable : EXIT.misused;
}
