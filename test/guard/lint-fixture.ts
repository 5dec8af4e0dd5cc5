import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Finding {
  readonly file: string;
  readonly rule: string;
}

interface OxlintReport {
  readonly diagnostics: readonly { readonly code?: string; readonly filename: string }[];
}

/** Lints made-up files (path → text) under the project's own configuration and returns what it found. */
export function lintFixture(files: Readonly<Record<string, string>>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "chokepoint-lint-"));
  try {
    cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
    const run = spawnSync(process.execPath, [oxlint, "--format", "json", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    const report = JSON.parse(run.stdout) as OxlintReport;
    return report.diagnostics.map((found) => ({
      file: relative(folder, join(folder, found.filename)),
      rule: found.code ?? "parse error",
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
