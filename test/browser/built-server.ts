import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface BuiltServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly processId: number;
  /** What it has written to its log. */
  readonly log: () => string;
  /** Asks the process to stop and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface BuiltServerOptions {
  /** The parts of the build that are needed; default: all. */
  readonly parts?: readonly string[];
  /** The folder of its store, which stays; default: one of its own, which goes with it. */
  readonly directory?: string;
}

/**
 * The product as it is shipped: built, started as a process on a free port, with the real dataset in a folder of its own.
 * Settings of the environment, such as the store, are taken over.
 */
export async function startBuiltServer(
  environment: Readonly<Record<string, string | undefined>> = {},
  { parts = [], directory }: BuiltServerOptions = {},
): Promise<BuiltServer> {
  const builder = [join(root, "bin/build-if-needed.mjs"), ...parts];
  const built = spawnSync(process.execPath, builder, { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stderr}`);
  const data = directory ?? (await mkdtemp(join(tmpdir(), "chokepoint-")));
  const child = spawn(process.execPath, [join(root, "dist/cli/main.js"), "serve"], {
    cwd: root,
    env: { CHOKEPOINT_LOG_LEVEL: "warn", ...environment, CHOKEPOINT_PORT: "0", CHOKEPOINT_DATA_DIR: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(chunk.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said.join("")}`)));
  });
  let stopped: Promise<number | null> | undefined;
  const stop = async (): Promise<number | null> => {
    const exited = once(child, "exit") as Promise<[number | null]>;
    child.kill("SIGTERM");
    const [code] = await exited;
    if (directory === undefined) await rm(data, { recursive: true });
    return code;
  };
  return { url, processId: child.pid ?? 0, log: () => said.join(""), stop: () => (stopped ??= stop()) };
}
