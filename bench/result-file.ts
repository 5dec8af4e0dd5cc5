import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** What a command may say of a benchmark that gives a report. */
export interface ReportOptions {
  /** Names of sizes, with commas between them; absent: all. */
  readonly sizes?: string;
}

/** Where and on what a benchmark ran. */
export interface RunDetails {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Abbreviated. */
  readonly commit: string;
  readonly machine: string;
}

export function runDetails(): RunDetails {
  const { stdout } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" });
  const processor = cpus()[0]?.model ?? "unknown processor";
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: stdout.trim(),
    machine: `${cpus().length} × ${processor}, Node.js ${process.version}`,
  };
}

/** Writes a report to results/DATE-NAME.md, with a head that says when and where it ran, and its data, if any, beside it as JSON. */
export function saveResult(title: string, name: string, report: string, data?: object): void {
  const details = runDetails();
  const { date, commit, machine } = details;
  const head = `# ${title}, ${date}\n\nCommit ${commit}; ${machine}. How to read it: [bench/README.md](../README.md).`;
  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${date}-${name}.md`, folder), `${head}\n\n${report}\n`);
  if (data !== undefined) {
    const text = JSON.stringify({ ...details, ...data }, null, 1);
    writeFileSync(new URL(`${date}-${name}.json`, folder), `${text}\n`);
  }
}
