import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installPeers, PEERS } from "../peer-packages.ts";
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
  if (installPeers()) {
    for (const name of ["graphology", "ngraph"]) {
      peers.push({ name, command: [process.execPath, `${PEERS}${name}.ts`] });
    }
  } else missing.push("graphology and ngraph: `npm ci` in bench/peers failed");
  const python = process.env["PYTHON"] ?? "python3";
  for (const name of ["igraph", "scipy", "networkx"]) {
    const { status } = spawnSync(python, ["-c", `import numpy, ${name}`]);
    if (status === 0) peers.push({ name, command: [python, `${PEERS}${name}_engine.py`] });
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
