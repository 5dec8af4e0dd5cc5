import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { disagreements } from "./agreement.ts";
import { runEngine, type Engine } from "./engine-process.ts";
import { writeNetworkFiles } from "./network-files.ts";
import { findPeers, OURS } from "./peers.ts";
import { showSize, type SizeReport } from "./report.ts";
import { supplyNetwork, type NetworkSize } from "./supply-network.ts";
import type { SizeName } from "./targets.ts";
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
      peers: { type: "string" },
      limit: { type: "string", default: "300" },
      save: { type: "string" },
    },
  });
  const { peers, missing } = findPeers();
  const chosen = peers.filter(({ name }) => values.peers?.split(",").includes(name) ?? true);
  const reports: SizeReport[] = [];
  for (const size of values.sizes.split(",")) {
    if (!isSize(size))
      throw new TypeError(`no size is called ${size}; expected ${Object.keys(SIZES).join(", ")}`);
    const report = await runSize(size, chosen, Number(values.limit));
    reports.push(report);
    console.log(`\n${showSize(report)}`);
  }
  if (values.save !== undefined) save(values.save, reports, missing);
  return reports.every((report) => report.disagreements.length === 0);
}

function isSize(name: string): name is SizeName {
  return Object.hasOwn(SIZES, name);
}

async function runSize(size: SizeName, peers: readonly Engine[], limit: number): Promise<SizeReport> {
  const { nodeCount, arcCount } = SIZES[size];
  const network = supplyNetwork({ nodeCount, arcCount }, SEED);
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
    const parameters = [nodeCount, arcCount, SEED, workload.root].map(String);
    const own = await runEngine(
      { name: "chokepoint", command: [process.execPath, script, ...parameters] },
      folder,
      limit,
    );
    return {
      size,
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

function save(name: string, reports: readonly SizeReport[], missing: readonly string[]): void {
  const date = new Date().toISOString().slice(0, 10);
  const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? "unknown processor"}, Node.js ${process.version}`;
  const head = [
    `# Kernel benchmark, ${date}`,
    `Commit ${commit}; ${machine}. How to read it: [bench/README.md](../README.md).`,
    ...missing.map((what) => `Not compared: ${what}.`),
  ];
  mkdirSync(new URL("../results", import.meta.url), { recursive: true });
  const file = new URL(`../results/${date}-${name}`, import.meta.url);
  const text = [...head, ...reports.map((report) => showSize(report))].join("\n\n");
  writeFileSync(`${fileURLToPath(file)}.md`, `${text}\n`);
  writeFileSync(
    `${fileURLToPath(file)}.json`,
    `${JSON.stringify({ date, commit, machine, missing, reports }, null, 1)}\n`,
  );
}
