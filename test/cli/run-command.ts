import { runCli } from "../../src/cli/run-cli.ts";

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the command line in this process, on the embedded store in a folder. */
export async function runCommand(dataDir: string, ...args: string[]): Promise<CommandResult> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    print: (line) => out.push(line),
    report: (line) => err.push(line),
    env: { CHOKEPOINT_DATA_DIR: dataDir },
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
