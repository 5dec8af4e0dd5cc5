import { parseArgs } from "node:util";
import { onceAskedToStop } from "./once-asked-to-stop.ts";
import { startNeo4j } from "./start-neo4j.ts";

/** `npm run neo4j [-- --version 2026] [--long-lived]`: a real server to work with, until Ctrl-C. */
async function serve(version: string, isLongLived: boolean): Promise<void> {
  console.log(`Starting Neo4j ${version} (the first time, Maven fetches it) …`);
  const { uri, user, password, stop } = await startNeo4j({ version, isLongLived });
  const stopped = new Promise<void>((resolve) => {
    onceAskedToStop(resolve);
  });
  console.log(`URI       ${uri}\nuser      ${user}\npassword  ${password}\n`);
  console.log("Paste this into the shell that starts Chokepoint:");
  console.log(
    `export CHOKEPOINT_STORE=neo4j NEO4J_URI=${uri} NEO4J_USER=${user} NEO4J_PASSWORD=${password}\n`,
  );
  console.log("The store is empty and is removed at the end. Ctrl-C stops the server.");
  const keepRunning = setInterval(() => undefined, 3_600_000);
  await stopped;
  clearInterval(keepRunning);
  await stop();
  console.log("Neo4j has stopped.");
}

try {
  const { values } = parseArgs({
    options: {
      version: { type: "string", default: "5.26" },
      "long-lived": { type: "boolean", default: false },
    },
  });
  await serve(values.version, values["long-lived"]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
