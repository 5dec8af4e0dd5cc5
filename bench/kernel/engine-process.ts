import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { EngineLine } from "./engines/measure.ts";
import type { TaskResult } from "./tasks.ts";

/** How an engine is started: it gets the folder of the network as its last argument. */
export interface Engine {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

export interface EngineRun {
  readonly name: string;
  /** What it says of itself; undefined when it could not be started. */
  readonly version: string | undefined;
  readonly results: readonly TaskResult[];
  /** Resident bytes at the end; undefined when it did not get there. */
  readonly memory: number | undefined;
  /** Why it has no more results; undefined when it did everything. */
  readonly ended: string | undefined;
}

/** Runs an engine in a process of its own, until it is done or the time is over; what it did until then counts. */
export async function runEngine(engine: Engine, folder: string, limitSeconds: number): Promise<EngineRun> {
  const [program, ...args] = engine.command;
  const child = spawn(program, [...args, folder], { stdio: ["ignore", "pipe", "pipe"] });
  const results: TaskResult[] = [];
  let version: string | undefined;
  let memory: number | undefined;
  let task = "its start";
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const limit = setTimeout(() => child.kill("SIGKILL"), limitSeconds * 1000);
  try {
    const closed = once(child, "close");
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as EngineLine;
      if ("version" in line) ({ version } = line);
      else if ("started" in line) task = line.started;
      else if ("memory" in line) ({ memory } = line);
      else results.push(line);
    }
    const [code, signal] = (await closed) as [number | null, string | null];
    const lastWords = said.trim().split("\n").at(-1) ?? "";
    const ended =
      signal === "SIGKILL"
        ? `stopped after ${String(limitSeconds)} s in ${task}`
        : code === 0
          ? undefined
          : `ended in ${task}: ${lastWords}`;
    return { name: engine.name, version, results, memory, ended };
  } catch (error) {
    return { name: engine.name, version, results, memory, ended: (error as Error).message };
  } finally {
    clearTimeout(limit);
  }
}
