import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

const require = createRequire(import.meta.url);

/**
 * type-graphql and Apollo Server load the CommonJS entry of graphql; without this alias the tests would load the
 * ES module entry beside it, and graphql refuses objects made by another copy of itself.
 */
export const sharedAlias = [{ find: /^graphql$/, replacement: require.resolve("graphql") }];

/** What the three configurations (no server, Neo4j, browser) have in common. */
export const sharedTest = {
  reporters: ["default", fileURLToPath(new URL("./tally-reporter.ts", import.meta.url))],
  setupFiles: [fileURLToPath(new URL("./seed-properties.ts", import.meta.url))],
  // The cache's key leaves out tsconfig.json, so a changed compiler option would keep old results alive.
  fsModuleCache: false,
  maxWorkers: 2,
  // For a busy machine with two cores; a test that needs more says so itself.
  testTimeout: 20_000,
  hookTimeout: 30_000,
} satisfies ViteUserConfig["test"];
