import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { saveResult } from "../result-file.ts";
import type { SizeName } from "../target-table.ts";
import { disagreements } from "./agreement.ts";
import { runEngine, type Engine } from "./engine-process.ts";
import { writeNetworkFiles } from "./network-files.ts";
import { findPeers, OURS } from "./peers.ts";
import { showSize, type SizeReport } from "./report.ts";
import { supplyNetwork, type NetworkShape, type NetworkSize } from "./supply-network.ts";
import { chooseWorkload } from "./workload.ts";

const SEED = 1;
const SIZES: Readonly<Record<SizeName, NetworkSize>> = {
  curated: { nodeCount: 3000, arcCount: 15_000 },
  "100k": { nodeCount: 100_000, arcCount: 500_000 },
  "1M": { nodeCount: 1_000_000, arcCount: 5_000_000 },
};

/**
 * The kernel and its peers at the same work on the same network in the same run; prints the tables and writes them to
 * bench/results/. False when two of them gave different answers.
 */
export async function kernel(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "curated,100k" },
      shape: { type: "string", default: "tiers" },
      peers: { type: "string" },
      limit: { type: "string", default: "300" },
      save: { type: "string" },
    },
  });
  const { peers, missing } = findPeers();
  const chosen = peers.filter(({ name }) => values.peers?.split(",").includes(name) ?? true);
  const { shape } = values;
  if (shape !== "tiers" && shape !== "even")
    throw new TypeError(`no shape is called ${shape}; expected tiers or even`);
  const reports: SizeReport[] = [];
  for (const size of values.sizes.split(",")) {
    if (!isSize(size))
      throw new TypeError(`no size is called ${size}; expected ${Object.keys(SIZES).join(", ")}`);
    const report = await runSize(size, shape, chosen, Number(values.limit));
    reports.push(report);
    console.log(`\n${showSize(report)}`);
  }
  if (values.save !== undefined) {
    const report = [...missing.map((what) => `Not compared: ${what}.`), ...reports.map(showSize)].join(
      "\n\n",
    );
    saveResult("Kernel benchmark", values.save, report, { missing, reports });
  }
  return reports.every((report) => report.disagreements.length === 0);
}

function isSize(name: string): name is SizeName {
  return Object.hasOwn(SIZES, name);
}

async function runSize(
  size: SizeName,
  shape: NetworkShape,
  peers: readonly Engine[],
  limit: number,
): Promise<SizeReport> {
  const { nodeCount, arcCount } = SIZES[size];
  const network = supplyNetwork({ nodeCount, arcCount }, SEED, shape);
  const workload = chooseWorkload(network);
  const folder = mkdtempSync(join(tmpdir(), "chokepoint-bench-"));
  try {
    writeNetworkFiles(folder, network, workload);
    const ours = await runEngine(OURS, folder, limit);
    const others = [];
    for (const peer of peers) {
      console.log(`${size}: ${peer.name} …`);
      others.push(await runEngine(peer, folder, limit));
    }
    const script = fileURLToPath(new URL("engines/chokepoint-own.ts", import.meta.url));
    const parameters = [nodeCount, arcCount, SEED, shape, workload.root].map(String);
    const own = await runEngine(
      { name: "chokepoint", command: [process.execPath, script, ...parameters] },
      folder,
      limit,
    );
    return {
      size,
      shape,
      nodes: nodeCount,
      arcs: arcCount,
      ours,
      peers: others,
      own,
      disagreements: disagreements(ours, others),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
