import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SupplyNetwork } from "./supply-network.ts";
import type { Workload } from "./tasks.ts";

/** What an engine gets: the arcs with what hangs on them, and the work. */
export interface NetworkFiles {
  readonly nodeCount: number;
  readonly tierCount: number;
  readonly dependents: Uint32Array<ArrayBuffer>;
  readonly providers: Uint32Array<ArrayBuffer>;
  readonly leadTimes: Float64Array<ArrayBuffer>;
  readonly amounts: Float64Array<ArrayBuffer>;
  readonly country: Uint8Array<ArrayBuffer>;
  readonly tier: Uint8Array<ArrayBuffer>;
  readonly workload: Workload;
}

/** Plain little-endian arrays, one a file, and the rest as JSON: any language reads them. */
export function writeNetworkFiles(folder: string, network: SupplyNetwork, workload: Workload): void {
  const tierCount = network.tierStarts.length - 1;
  const tier = new Uint8Array(network.nodeCount);
  for (let t = 0; t < tierCount; t++) tier.fill(t, network.tierStarts[t], network.tierStarts[t + 1]);
  const { nodeCount, dependents, providers, leadTimes, amounts, country } = network;
  for (const [name, array] of Object.entries({
    dependents,
    providers,
    leadTimes,
    amounts,
    country,
    tier,
  })) {
    writeFileSync(join(folder, name), array);
  }
  writeFileSync(join(folder, "work.json"), JSON.stringify({ nodeCount, tierCount, workload }));
}

export function readNetworkFiles(folder: string): NetworkFiles {
  const bytes = (name: string): ArrayBuffer => Uint8Array.from(readFileSync(join(folder, name))).buffer;
  return {
    ...(JSON.parse(readFileSync(join(folder, "work.json"), "utf8")) as Pick<
      NetworkFiles,
      "nodeCount" | "tierCount" | "workload"
    >),
    dependents: new Uint32Array(bytes("dependents")),
    providers: new Uint32Array(bytes("providers")),
    leadTimes: new Float64Array(bytes("leadTimes")),
    amounts: new Float64Array(bytes("amounts")),
    country: new Uint8Array(bytes("country")),
    tier: new Uint8Array(bytes("tier")),
  };
}
