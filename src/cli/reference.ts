/**
 * Runs reference cases: node src/cli/reference.ts DIR
 *
 * Every *.json in DIR that has one of the known formats goes through the public functions of the kernel. Exit codes:
 * 0 all equal, 1 a mismatch, 2 wrong use.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { isAndOrFile, runAndOrFile } from "./reference/and-or-cases.ts";
import { isObject } from "./reference/compare.ts";
import type { CaseResult } from "./reference/compare.ts";
import { isHhiFile, runHhiFile } from "./reference/hhi-cases.ts";
import { isPathsFile, runPathsFile } from "./reference/paths-cases.ts";

const FORMATS = [
  { name: "and-or", isFile: isAndOrFile, run: runAndOrFile },
  { name: "paths", isFile: isPathsFile, run: runPathsFile },
  { name: "concentration", isFile: isHhiFile, run: runHhiFile },
] as const;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const [directory] = args;
  if (directory === undefined || args.length > 1) return wrongUse("usage: npm run reference -- DIR");
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => name.endsWith(".json"));
  } catch (error) {
    return wrongUse(`cannot read the directory ${directory}: ${reasonOf(error)}`);
  }
  const totals = { passed: 0, failed: 0, notRun: 0 };
  for (const name of names.toSorted()) {
    let file: unknown;
    try {
      file = JSON.parse(readFileSync(join(directory, name), "utf8"));
    } catch (error) {
      return wrongUse(`cannot read ${join(directory, name)}: ${reasonOf(error)}`);
    }
    const format = FORMATS.find(({ isFile }) => isObject(file) && isFile(file));
    if (format === undefined || !isObject(file)) {
      totals.notRun++;
      print(`${name}: not run, its format is not known`);
      continue;
    }
    const results = format.run(file);
    const failed = results.filter((result) => result.mismatches.length > 0).length;
    totals.failed += failed;
    totals.passed += results.length - failed;
    print(`${name} (${format.name}): ${results.length - failed} passed, ${failed} failed`);
    for (const result of results) report(result);
  }
  print(`${totals.passed} passed, ${totals.failed} failed, ${totals.notRun} files not run`);
  return totals.failed > 0 ? 1 : 0;
}

function report({ caseId, mismatches, unknownFields }: CaseResult): void {
  for (const { field, expected, got } of mismatches) {
    print(`  ${caseId}: ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  }
  if (unknownFields.length > 0) print(`  ${caseId}: not compared, not known: ${unknownFields.join(", ")}`);
}

function wrongUse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
