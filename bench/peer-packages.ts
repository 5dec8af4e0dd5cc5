import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the peers: packages of their own, since a second graphql beside the product's would be taken for it. */
export const PEERS = fileURLToPath(new URL("peers/", import.meta.url));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Installs what bench/peers/package.json names, unless it is there in the versions that it names. False when that fails. */
export function installPeers(): boolean {
  const { dependencies } = manifestIn(PEERS);
  const isInstalled = Object.entries(dependencies).every(([name, version]) => peerVersion(name) === version);
  return (
    isInstalled ||
    spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: PEERS, stdio: "inherit" }).status === 0
  );
}

/** The version in which a package is installed; undefined where it is not. */
export function peerVersion(name: string): string | undefined {
  try {
    return manifestIn(`${PEERS}node_modules/${name}/`).version;
  } catch {
    return undefined;
  }
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(`${folder}package.json`, "utf8")) as Manifest;
}
