import type { DatasetProblem } from "../domain/errors.ts";
import { GRAPH_FILE } from "../dataset/located-record.ts";
import type { CliContext } from "./cli-context.ts";

/** `contracts.yaml:91:3 unknown-word: role is "LESOR"; expected …`; records of the graph have no lines. */
export function showProblem({ file, line, column, rule, message }: DatasetProblem): string {
  if (file === GRAPH_FILE) return `${file} ${rule}: ${message}`;
  return `${file}:${line}:${column} ${rule}: ${message}`;
}

/** Prints every problem, and a last line that counts them. */
export function printProblems(problems: readonly DatasetProblem[], context: CliContext): void {
  for (const problem of problems) context.print(showProblem(problem));
  const files = new Set(problems.map(({ file }) => file)).size;
  context.print("");
  context.print(`${count(problems.length, "problem")} in ${count(files, "file")}`);
}

/** `1 problem`, `2 problems` */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? singular : plural}`;
}
