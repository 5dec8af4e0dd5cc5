import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startBuiltServer } from "../../test/browser/built-server.ts";

/** A server under measurement. */
export interface Measured {
  readonly name: string;
  /** Of its API. */
  readonly url: string;
  readonly processId: number;
  readonly stop: () => Promise<unknown>;
}

/** The product with so many workers, ready, on an embedded store in a folder, or on what the settings name. */
export async function startProduct(
  directory: string,
  workers: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const environment = {
    ...process.env,
    CHOKEPOINT_WORKERS: String(workers),
    NODE_ENV: "production",
    ...settings,
  };
  const { url, processId, stop } = await startBuiltServer(environment, { parts: ["program"], directory });
  if (workers > 0) await untilReady(url, workers);
  const name = workers === 0 ? "chokepoint, no workers" : `chokepoint, ${workers} workers`;
  return { name, url: `${url}/graphql`, processId, stop };
}

async function untilReady(url: string, workers: number): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    if (metrics.includes(`chokepoint_workers_ready ${workers}\n`)) return;
    await sleep(100);
  }
}

/** Apollo's own server with the same resolvers. */
export async function startPlainApollo(directory: string): Promise<Measured> {
  const script = fileURLToPath(new URL("plain-apollo.ts", import.meta.url));
  return startScript("plain Apollo standalone", script, [directory]);
}

/** Servers that answer the small question without any work: with its libraries the product can't get below them. */
export function startFloors(): Promise<readonly Measured[]> {
  const script = fileURLToPath(new URL("floor.ts", import.meta.url));
  return Promise.all([
    startScript("floor: Apollo on Fastify, a constant", script, ["apollo"]),
    startScript("floor: node:http, a constant", script, ["http"]),
  ]);
}

/** A server that is a script, which prints its address as soon as it listens. */
export async function startScript(
  name: string,
  script: string,
  args: readonly string[] = [],
): Promise<Measured> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const started = once(child.stdout, "data") as Promise<[Buffer]>;
  const first = await Promise.race([started, ended.then(() => null)]);
  if (first === null) throw new TypeError(`${name} ended before it listened`);
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { name, url: first[0].toString().trim(), processId: child.pid ?? 0, stop };
}

const TICKS_A_SECOND = 100;

/** Milliseconds of processor time that a process and its threads have used; NaN where the system does not tell. */
export function processorTime({ processId }: Measured): number {
  try {
    const [, rest = ""] = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ");
    const fields = rest.split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  } catch {
    return NaN;
  }
}

/** Megabytes of memory that a process holds; NaN where the system does not tell. */
export function memoryOf({ processId }: Measured): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
