import { defineConfig } from "vitest/config";
import { sharedAlias, sharedTest } from "./test/support/vitest-settings.ts";

/** What needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium): `npm run test:browser`. */
export default defineConfig({
  resolve: { alias: sharedAlias },
  test: {
    ...sharedTest,
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
