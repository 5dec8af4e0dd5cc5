import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measurementOf, type Measurement } from "./measurement.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const EMBEDDED = { runs: 9, target: "p50 < 3 s" };
/** A server is empty only once. */
const NEO4J = { runs: 1, target: "p50 < 30 s" };

/**
 * How long seeding the curated dataset takes as a user has it, from the start of the process to its end, and of that what a process
 * takes that does nothing, and one that only reads and checks. The store is the one that the environment names; a Neo4j must be empty.
 */
export async function seeding(): Promise<readonly Measurement[]> {
  run(join(root, "bin/build-if-needed.mjs"), [], process.env);
  const { runs, target } = process.env["CHOKEPOINT_STORE"] === "neo4j" ? NEO4J : EMBEDDED;
  const rounds = Array.from({ length: runs }, seedTwice);
  return [
    measurementOf(
      "a command that does nothing: `--help`",
      rounds.map(({ idle }) => idle),
    ),
    measurementOf(
      "reading and checking alone: `validate`",
      rounds.map(({ checked }) => checked),
    ),
    measurementOf(
      "`seed` into an empty store",
      rounds.map(({ first }) => first),
      target,
    ),
    measurementOf(
      "`seed` again, with nothing to change",
      rounds.map(({ second }) => second),
      target,
    ),
  ];
}

/** Milliseconds of each process of one round. */
function seedTwice(): Readonly<Record<"idle" | "checked" | "first" | "second", number>> {
  const data = mkdtempSync(join(tmpdir(), "chokepoint-"));
  const env = { ...process.env, CHOKEPOINT_DATA_DIR: data, CHOKEPOINT_LOG_LEVEL: "warn" };
  const timed = (...args: readonly string[]): { readonly time: number; readonly said: string } => {
    const start = performance.now();
    const said = run(join(root, "dist/cli/main.js"), args, env);
    return { time: performance.now() - start, said };
  };
  try {
    const [idle, checked] = [timed("--help"), timed("validate")];
    const [first, second] = [timed("seed", "--json"), timed("seed", "--json")];
    if (addedBy(first.said) === 0)
      throw new TypeError("the store was not empty; expected one without records");
    if (addedBy(second.said) !== 0) throw new TypeError("the second seeding was not without effect");
    return { idle: idle.time, checked: checked.time, first: first.time, second: second.time };
  } finally {
    rmSync(data, { recursive: true });
  }
}

function addedBy(said: string): number {
  return (JSON.parse(said) as { readonly added: number }).added;
}

/** What a script writes to its standard output; throws when it fails. */
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new TypeError(`${script} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}
