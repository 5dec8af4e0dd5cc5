import { build, staleParts } from "./build-steps.mjs";

// Builds what is missing or old: everything, or only the parts that are named.
const wanted = process.argv.slice(2);
const stale = staleParts().filter((name) => wanted.length === 0 || wanted.includes(name));
if (stale.length > 0) {
  // To standard error: what the command itself prints must stay clean.
  console.error(`Building ${stale.join(", ")} …`);
  build(stale);
}
