/** The world of a command, so that tests can stand in for it. */
export interface CliContext {
  /** Writes a line to standard output: what was asked for. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error: progress and failures. */
  readonly report: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folder that commands on a dataset take when none is named. */
export function datasetDirectory(named: string | undefined, { env }: CliContext): string {
  return named ?? env["CHOKEPOINT_DATASET"] ?? "./seed";
}
