import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { DatasetFile } from "../../src/dataset/dataset-files.ts";

const folder = (name: string): string => fileURLToPath(new URL(`./${name}/`, import.meta.url));

/** One problem that a fault must be reported as. */
export interface ExpectedProblem {
  /** `file:line:column` */
  readonly at: string;
  readonly rule: string;
  /** The offending value; absent where something is missing. */
  readonly value?: string;
  /** Words of the message. */
  readonly says: string;
}

/** A fault: files laid over the base dataset, and every problem that they must cause. */
export interface FaultCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly ExpectedProblem[];
}

/** Every fault, from the files of `faults/`. */
export const faultCases: readonly FaultCase[] = casesIn("faults");

/** Faults of a valid dataset that make it unfit to be quoted, each beside near misses that are none, from the files of `quality/`. */
export const qualityCases: readonly FaultCase[] = casesIn("quality");

/** The valid dataset that every fault is put into. */
export const baseFiles: readonly DatasetFile[] = readdirSync(folder("base"))
  .toSorted()
  .map((path) => ({ path, text: readFileSync(`${folder("base")}${path}`, "utf8") }));

/** The files of a dataset with the fault in it. */
export function filesOf({ files }: FaultCase): readonly DatasetFile[] {
  const kept = baseFiles.filter(({ path }) => files[path] === undefined);
  const added = Object.entries(files).map(([path, text]) => ({ path, text: spellOut(text) }));
  return [...kept, ...added].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** `@repeat 3 line {n}` stands for three lines, `@long 9` for a text of nine letters. */
function spellOut(text: string): string {
  return text
    .replaceAll(/^( *)@repeat (\d+) (.*)$/gm, (_, indent: string, times: string, line: string) =>
      Array.from(
        { length: Number(times) },
        (_item, index) => indent + line.replaceAll("{n}", `${index + 1}`),
      ).join("\n"),
    )
    .replaceAll(/@long (\d+)/g, (_, length: string) => "x".repeat(Number(length)));
}

function casesIn(name: string): readonly FaultCase[] {
  return readdirSync(folder(name))
    .toSorted()
    .flatMap((file) => parse(readFileSync(`${folder(name)}${file}`, "utf8")) as FaultCase[]);
}
