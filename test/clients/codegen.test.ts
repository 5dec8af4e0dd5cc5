import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chokepoint-codegen-"));
// Under the test runner's own environment the generator keeps its errors to itself.
const env = { PATH: process.env["PATH"] };
afterAll(() => rmSync(folder, { recursive: true }));

function runTool(
  tool: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly output: string } {
  const script = join(root, "node_modules", tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status, output: `${stdout}${stderr}` };
}

function checkTypes(file: string): ReturnType<typeof runTool> {
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--allowImportingTsExtensions",
    "--types",
    "",
  ];
  return runTool("typescript/bin/tsc", ...flags, file);
}

beforeAll(() => {
  cpSync(join(root, "schema"), join(folder, "schema"), { recursive: true });
  cpSync(join(root, "test/clients/codegen/codegen.json"), join(folder, "codegen.json"));
  cpSync(join(root, "test/clients/codegen/use-operations.ts.txt"), join(folder, "use-operations.ts"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { status, output } = runTool("@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.json");
  if (status !== 0) throw new TypeError(output);
}, 120_000);

it("types the example operations so that a client compiles against them", () => {
  expect(checkTypes("use-operations.ts")).toEqual({ status: 0, output: "" });
}, 60_000);

it("types them so narrowly that a client that misreads an answer does not compile", () => {
  const wrong = `import type { MergerStageQuery } from "./operations.ts";
    export const stage = (answer: MergerStageQuery): number => answer.contract!.september.stage;\n`;
  writeFileSync(join(folder, "wrong.ts"), wrong);
  const { status, output } = checkTypes("wrong.ts");
  expect(status).not.toBe(0);
  expect(output).toContain("is not assignable to type 'number'");
}, 60_000);
