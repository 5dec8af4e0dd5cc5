import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { Config } from "../config.ts";

const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A digest of the program and of what its answers depend on in the configuration: the same on every server that answers alike,
 * another after each release. Reads all files of the program once.
 */
export function serverIdentity(config: Config): string {
  const { introspection, maxDepth, maxCost, maxAliases, maxTokens } = config;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([introspection, maxDepth, maxCost, maxAliases, maxTokens]));
  for (const file of globSync("*/**/*.{js,ts}", {
    cwd: PROGRAM,
    exclude: ["explorer/**", "playground/**"],
  }).toSorted()) {
    hash.update(file).update(readFileSync(join(PROGRAM, file)));
  }
  return hash.digest("base64url");
}
