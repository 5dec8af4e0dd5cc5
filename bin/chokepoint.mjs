#!/usr/bin/env node
// Plain old JavaScript with no static import, so that an old Node can read as far as the message below.
const found = process.versions.node.split(".").map(Number);
const isNewEnough = found[0] > 22 || (found[0] === 22 && found[1] >= 13);

function isMissingModule(error, path) {
  return error && error.code === "ERR_MODULE_NOT_FOUND" && String(error.message).indexOf(path) !== -1;
}

if (!isNewEnough) {
  console.error("Chokepoint needs Node 22.13 or newer; this is Node " + process.versions.node + ".");
  console.error(
    'In a checkout, "npm ci" brings Node 24 along: start it with "npx chokepoint" or "npm start".',
  );
  console.error("Elsewhere, install Node 24 and try again.");
  process.exitCode = 2;
} else {
  const main = new URL("../dist/cli/main.js", import.meta.url);
  process.argv[1] = decodeURIComponent(main.pathname);
  import("./build-if-needed.mjs")
    .then(() => import(main.href))
    .catch((error) => {
      const message = isMissingModule(error, "dist/cli/main.js")
        ? 'The program is not built: run "npm run build" and look at its messages.'
        : error;
      console.error(message);
      process.exitCode = 1;
    });
}
