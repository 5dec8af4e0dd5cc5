import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const folder = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: folder,
  base: "/playground/",
  publicDir: "public",
  // The workers load parts of their own; all of it comes from this server.
  worker: { format: "es" },
  build: {
    outDir: fileURLToPath(new URL("../../dist/playground", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // The editor is one large part whatever is done about it.
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" means nothing here: there is no server to render on.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
