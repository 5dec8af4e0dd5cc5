/**
 * Runs reference cases: node src/cli/reference.ts DIR
 *
 * Every *.json in DIR that has one of the known formats goes through the public functions of the kernel. What could not be compared
 * (a file, a section or a case of an unknown format, a field that is not known) is named and counted, and never passes.
 * Exit codes: 0 all equal, 1 a mismatch, 2 wrong use or a file that is no JSON.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { AND_OR_SECTIONS, isAndOrFile, runAndOrFile } from "./reference/and-or-cases.ts";
import { isObject, unknownSections, withCases } from "./reference/compare.ts";
import type { CaseResult, Json } from "./reference/compare.ts";
import { HHI_SECTIONS, isHhiFile, runHhiFile } from "./reference/hhi-cases.ts";
import { PATHS_SECTIONS, isPathsFile, runPathsFile } from "./reference/paths-cases.ts";

const FORMATS = [
  { name: "and-or", isFile: isAndOrFile, run: runAndOrFile, sections: AND_OR_SECTIONS },
  { name: "paths", isFile: isPathsFile, run: runPathsFile, sections: PATHS_SECTIONS },
  { name: "concentration", isFile: isHhiFile, run: runHhiFile, sections: HHI_SECTIONS },
] as const;

/** What came of the cases, and how much of the files nothing here knows how to compare. */
interface Totals {
  passed: number;
  failed: number;
  filesNotRun: number;
  partsNotCompared: number;
}

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
  const totals: Totals = { passed: 0, failed: 0, filesNotRun: 0, partsNotCompared: 0 };
  for (const name of names.toSorted()) {
    let file: unknown;
    try {
      file = withCases(JSON.parse(readFileSync(join(directory, name), "utf8")));
    } catch (error) {
      return wrongUse(`cannot read ${join(directory, name)}: ${reasonOf(error)}`);
    }
    runFile(name, file, totals);
  }
  const { passed, failed, filesNotRun, partsNotCompared } = totals;
  print(
    `${passed} passed, ${failed} failed, ${filesNotRun} files not run, ${partsNotCompared} parts not compared`,
  );
  return failed > 0 ? 1 : 0;
}

function runFile(name: string, file: unknown, totals: Totals): void {
  const format = isObject(file) ? FORMATS.find(({ isFile }) => isFile(file)) : undefined;
  if (format === undefined || !isObject(file)) {
    totals.filesNotRun++;
    print(`${name}: not run, its format is not known`);
    return;
  }
  const results = format.run(file);
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  const passed = results.filter(({ compared, mismatches }) => compared > 0 && mismatches.length === 0).length;
  totals.failed += failed;
  totals.passed += passed;
  print(`${name} (${format.name}): ${passed} passed, ${failed} failed`);
  for (const result of results) totals.partsNotCompared += report(result);
  totals.partsNotCompared += reportSections(file, format.sections);
}

/** Says what is wrong and what was not compared; returns the number of the latter. */
function report({ caseId, compared, mismatches, unknownFields }: CaseResult): number {
  for (const { field, expected, got } of mismatches) {
    print(`  ${caseId}: ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  }
  if (unknownFields.length > 0) print(`  ${caseId}: not compared, not known: ${unknownFields.join(", ")}`);
  else if (compared === 0) print(`  ${caseId}: not compared, it expects nothing`);
  return Math.max(unknownFields.length, compared === 0 ? 1 : 0);
}

function reportSections(file: Json, known: readonly string[]): number {
  const unknown = unknownSections(file, known);
  if (unknown.length > 0) print(`  sections not run, not known: ${unknown.join(", ")}`);
  return unknown.length;
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
