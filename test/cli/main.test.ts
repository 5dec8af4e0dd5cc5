import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { baseFiles } from "../dataset/fault-cases.ts";
import { temporaryFolder } from "../dataset/temporary-folder.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

function chokepoint(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

describe("the program", { timeout: 60_000 }, () => {
  it("ends with the code of its command, and prints to standard output", () => {
    const env = { CHOKEPOINT_DATASET: temporaryFolder(baseFiles) };
    const { status, stdout, stderr } = chokepoint(["validate"], env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("is valid: 30 records in 2 files");
  });

  it("prints failures to standard error", () => {
    const { status, stdout, stderr } = chokepoint(["doctor"], { CHOKEPOINT_STORE: "oracle" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe('CHOKEPOINT_STORE is "oracle"; expected one of embedded, neo4j\n');
  });
});
