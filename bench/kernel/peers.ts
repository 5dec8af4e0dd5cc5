import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Engine } from "./engine-process.ts";

const bench = fileURLToPath(new URL("..", import.meta.url));

export const OURS: Engine = {
  name: "chokepoint",
  command: [process.execPath, `${bench}kernel/engines/chokepoint.ts`],
};

/** The peers that are to be had here, and what is not, in words. */
export function findPeers(): { readonly peers: readonly Engine[]; readonly missing: readonly string[] } {
  const peers: Engine[] = [];
  const missing: string[] = [];
  if (installPackages()) {
    for (const name of ["graphology", "ngraph"]) {
      peers.push({ name, command: [process.execPath, `${bench}peers/${name}.ts`] });
    }
  } else missing.push("graphology and ngraph: `npm ci` in bench/ failed");
  const python = process.env["PYTHON"] ?? "python3";
  for (const name of ["igraph", "scipy", "networkx"]) {
    const { status } = spawnSync(python, ["-c", `import numpy, ${name}`]);
    if (status === 0) peers.push({ name, command: [python, `${bench}peers/${name}_engine.py`] });
    else missing.push(`${name}: not installed for ${python} (\`pip install numpy ${name}\`)`);
  }
  const server = findNeo4j();
  if (server !== undefined) peers.push(server);
  else missing.push("Neo4j: not run, as NEO4J_URI names no server (`npm run neo4j` starts one)");
  return { peers, missing };
}

/** Neo4j is compared where the environment names a server; it must be empty. */
function findNeo4j(): Engine | undefined {
  if (process.env["NEO4J_URI"] === undefined) return undefined;
  return { name: "Neo4j", command: [process.execPath, `${bench}kernel/engines/neo4j.ts`] };
}

function installPackages(): boolean {
  if (existsSync(`${bench}node_modules`)) return true;
  return spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: bench, stdio: "inherit" }).status === 0;
}
