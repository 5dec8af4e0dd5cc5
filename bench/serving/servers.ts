import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startBuiltServer } from "../../test/browser/built-server.ts";
import { send } from "./load.ts";

/** A server under measurement. */
export interface Measured {
  readonly name: string;
  /** Of its API. */
  readonly url: string;
  readonly processId: number;
  readonly stop: () => Promise<unknown>;
}

/** The product with so many workers, ready. */
export async function startProduct(directory: string, workers: number): Promise<Measured> {
  const environment = { ...process.env, CHOKEPOINT_WORKERS: String(workers), NODE_ENV: "production" };
  const { url, processId, stop } = await startBuiltServer(environment, { parts: ["program"], directory });
  const isReady = async (): Promise<boolean> =>
    (await (await fetch(`${url}/metrics`)).text()).includes(`chokepoint_workers_ready ${workers}\n`);
  while (workers > 0 && !(await isReady())) await sleep(100);
  const name = workers === 0 ? "chokepoint, no workers" : `chokepoint, ${workers} workers`;
  return { name, url: `${url}/graphql`, processId, stop };
}

/** Apollo's own server with the same resolvers. */
export async function startPeer(directory: string): Promise<Measured> {
  const script = fileURLToPath(new URL("plain-apollo.ts", import.meta.url));
  const child = spawn(process.execPath, [script, directory], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const url = line.toString().trim();
  await send(url, { query: "{ graph { version } }" });
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { name: "plain Apollo standalone", url, processId: child.pid ?? 0, stop };
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
