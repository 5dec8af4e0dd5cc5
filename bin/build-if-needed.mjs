import { build, staleParts } from "./build-steps.mjs";

const stale = staleParts();
if (stale.length > 0) {
  // To standard error: what the command itself prints must stay clean.
  console.error(`Building ${stale.join(", ")} …`);
  build(stale);
}
