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

/** Quick work is done for so long, of processor time, before it is timed: the compiler is then done with it. */
const WARM_UP_MILLISECONDS = 200;

/** Runs a task once for each input and tells times and answers. */
export function measure<I>(task: string, inputs: readonly I[], run: (input: I) => readonly number[]): void {
  tell({ started: task });
  let runs = [timed(inputs[0]!, run)];
  if (runs[0]!.cpu < WARM_UP_MILLISECONDS / 4) {
    const start = process.cpuUsage().user;
    while (process.cpuUsage().user - start < 1000 * WARM_UP_MILLISECONDS)
      for (const input of inputs) run(input);
    runs = [];
  }
  runs.push(...inputs.slice(runs.length).map((input) => timed(input, run)));
  tell({
    task,
    wall: runs.map(({ wall }) => wall),
    cpu: runs.map(({ cpu }) => cpu),
    answers: runs.map(({ answer }) => answer),
  });
}

function timed<I>(
  input: I,
  run: (input: I) => readonly number[],
): { readonly wall: number; readonly cpu: number; readonly answer: readonly number[] } {
  const before = process.cpuUsage();
  const start = performance.now();
  const answer = run(input);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000, answer };
}

/** The same work several times. */
export function repeat(task: string, times: number, run: () => readonly number[]): void {
  measure(task, Array.from({ length: times }), run);
}
