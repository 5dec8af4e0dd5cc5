import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build-steps.mjs";

// The web pages run in a browser and have a configuration of their own, with the DOM in it. What measures peers can be
// checked where `npm run bench` has installed them.
const peers = existsSync(join(root, "bench/peers/node_modules")) ? ["bench/peers/tsconfig.json"] : [];
const projects = ["tsconfig.json", "src/explorer/tsconfig.json", "src/playground/tsconfig.json", ...peers];
const tsc = join(root, "node_modules/typescript/bin/tsc");

for (const project of projects.filter((path) => existsSync(join(root, path)))) {
  const { status } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", project], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
