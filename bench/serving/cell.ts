import { measurementOf } from "../measurement.ts";
import { load, type ApiRequest, type LoadOptions } from "./load.ts";

/** How a server did at one operation. */
export interface Cell {
  /** Milliseconds of processor time a request, of each process that was watched. */
  readonly cpu: readonly number[];
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** What is asked of a server, and whose processor time counts. */
export interface CellTask {
  readonly url: string;
  readonly body: ApiRequest;
  /** Milliseconds of processor time that the processes have used so far. */
  readonly processors: readonly (() => number | Promise<number>)[];
}

export interface CellOptions {
  readonly rounds: number;
  readonly warmUp: LoadOptions;
  readonly load: LoadOptions;
}

/** One cell for each task, whose rounds take turns: the round with the least processor time, since other work only adds to it. */
export async function measureCells(
  tasks: readonly CellTask[],
  options: CellOptions,
): Promise<readonly Cell[]> {
  for (const { url, body } of tasks) await load(url, body, options.warmUp);
  const best: (Cell | undefined)[] = tasks.map(() => undefined);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [position, task] of tasks.entries()) {
      const cell = await measureCell(task, options.load);
      const before = best[position];
      if (before === undefined || totalCpu(cell) < totalCpu(before)) best[position] = cell;
    }
  }
  return best.filter((cell) => cell !== undefined);
}

/** Of all processes together. */
export function totalCpu({ cpu }: Cell): number {
  return cpu.reduce((sum, each) => sum + each, 0);
}

async function measureCell({ url, body, processors }: CellTask, options: LoadOptions): Promise<Cell> {
  const read = async (): Promise<readonly number[]> => Promise.all(processors.map(async (used) => used()));
  const before = await read();
  const times = await load(url, body, options);
  const after = await read();
  const { p50Milliseconds: p50, p99Milliseconds: p99 } = measurementOf("", times);
  const cpu = after.map((used, position) => (used - (before[position] ?? NaN)) / times.length);
  return { cpu, p50, p99, perSecond: (times.length / options.milliseconds) * 1000 };
}
