import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join, dirname } from "node:path";
import { findJava } from "./java.ts";
import { onceAskedToStop } from "./once-asked-to-stop.ts";
import { startNeo4j, type RunningNeo4j } from "./start-neo4j.ts";
import { versions, type Neo4jVersion } from "./versions.ts";

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const tallyLine = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm;
const oneFailure: Result = { passed: 0, failed: 1, skipped: 0 };

/** Runs the tests against a server, shows their output and reads the tally off its end. */
async function runVitest(server: RunningNeo4j, version: Neo4jVersion): Promise<Result> {
  const child = spawn(
    process.execPath,
    [vitest, "run", "--config", "vitest.neo4j.config.ts", ...process.argv.slice(2)],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        NEO4J_URI: server.uri,
        NEO4J_USER: server.user,
        NEO4J_PASSWORD: server.password,
        NEO4J_VERSION: version.release,
      },
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const [code] = (await once(child, "close")) as [number | null];
  const counts = [...output.matchAll(tallyLine)].at(-1)?.slice(1).map(Number);
  const [passed = 0, failed = 0, skipped = 0] = counts ?? [];
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

async function testOn(version: Neo4jVersion): Promise<Result> {
  console.log(`\n== Neo4j ${version.release}`);
  try {
    running = await startNeo4j({ version: version.name });
    return await runVitest(running, version);
  } catch (error) {
    console.error((error as Error).message);
    return oneFailure;
  } finally {
    await running?.stop();
    running = null;
  }
}

let running: RunningNeo4j | null = null;
onceAskedToStop(() => {
  console.error("Stopping …");
  void (running?.stop() ?? Promise.resolve()).then(() => process.exit(1));
});

const results: Result[] = [];
for (const version of versions) {
  const java = findJava(version.runsOn);
  if (java.path === null) {
    console.log(`\n== Neo4j ${version.release}: not run, it needs ${version.needs}; found ${java.seen}`);
  } else {
    results.push(await testOn(version));
  }
}
if (results.length === 0) {
  console.error("No Neo4j could be started: no Java fits.");
  results.push(oneFailure);
}
const sum = (field: keyof Result): number => results.reduce((total, result) => total + result[field], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
console.log(
  `${String(sum("passed"))} passed, ${String(sum("failed"))} failed, ${String(sum("skipped"))} skipped`,
);
