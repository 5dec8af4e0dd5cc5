import type { TaskResult } from "../tasks.ts";

/** Prints one line of JSON; the process that started this one reads it. */
export function tell(line: EngineLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export type EngineLine =
  | { readonly engine: string; readonly version: string }
  | { readonly started: string }
  | { readonly memory: number }
  | TaskResult;

/** Quick work is done for so long before it is timed: the compiler is then done with it. */
const WARM_UP_MILLISECONDS = 100;

/** Runs a task once for each input and tells times and answers. */
export function measure<I>(task: string, inputs: readonly I[], run: (input: I) => readonly number[]): void {
  tell({ started: task });
  const start = performance.now();
  let first = process.cpuUsage();
  let runs = [timed(inputs[0]!, run)];
  if (runs[0]!.wall < WARM_UP_MILLISECONDS / 2) {
    while (performance.now() - start < WARM_UP_MILLISECONDS) for (const input of inputs) run(input);
    first = process.cpuUsage();
    runs = [];
  }
  runs.push(...inputs.slice(runs.length).map((input) => timed(input, run)));
  const { user, system } = process.cpuUsage(first);
  tell({
    task,
    wall: runs.map(({ wall }) => wall),
    cpu: (user + system) / 1000,
    answers: runs.map(({ answer }) => answer),
  });
}

function timed<I>(
  input: I,
  run: (input: I) => readonly number[],
): { readonly wall: number; readonly answer: readonly number[] } {
  const start = performance.now();
  const answer = run(input);
  return { wall: performance.now() - start, answer };
}

/** The same work several times. */
export function repeat(task: string, times: number, run: () => readonly number[]): void {
  measure(task, Array.from({ length: times }), run);
}
