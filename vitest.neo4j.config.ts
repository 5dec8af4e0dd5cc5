import { defineConfig } from "vitest/config";
import { sharedAlias, sharedTest } from "./test/support/vitest-settings.ts";

/** What needs a running Neo4j, named by NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD: `npm run test:neo4j`. */
export default defineConfig({
  resolve: { alias: sharedAlias },
  test: {
    ...sharedTest,
    include: ["test/neo4j/**/*.test.ts"],
    // One server, one user database: files take turns.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
