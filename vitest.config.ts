import { configDefaults, defineConfig } from "vitest/config";
import { sharedAlias, sharedTest } from "./test/support/vitest-settings.ts";

/** Everything that needs no server: `npm test`. */
export default defineConfig({
  resolve: { alias: sharedAlias },
  test: {
    ...sharedTest,
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/neo4j/**", "test/browser/**"],
    coverage: { include: ["src/**/*.ts"], exclude: ["src/explorer/**", "src/playground/**"] },
  },
});
