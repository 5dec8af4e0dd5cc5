import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chokepoint-relay-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("compiles a small Relay client: pagination, refetching and fragments on interfaces", () => {
  cpSync(join(root, "test/clients/relay"), folder, { recursive: true });
  cpSync(join(root, "schema/schema.graphql"), join(folder, "schema.graphql"));
  const artifacts = join(folder, "src/__generated__");
  mkdirSync(artifacts);
  const compiler = join(root, "node_modules/relay-compiler/cli.js");
  const run = spawnSync(process.execPath, [compiler, "relay.config.json"], { cwd: folder, encoding: "utf8" });
  expect(`${run.stdout}${run.stderr}`).not.toMatch(/error/i);
  expect(run.status).toBe(0);
  expect(readdirSync(artifacts).toSorted()).toEqual([
    "companyContractsPageQuery.graphql.ts",
    "companyContracts_company.graphql.ts",
    "companyPageQuery.graphql.ts",
    "factBadge_fact.graphql.ts",
  ]);
  const refetch = readFileSync(join(artifacts, "companyContractsPageQuery.graphql.ts"), "utf8");
  expect(refetch).toContain("node(id: $id)");
}, 60_000);
