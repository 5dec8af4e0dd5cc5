import type { DatasetProblem } from "../domain/errors.ts";
import { comparePositions, type Position } from "./position.ts";
import type { SourceNode } from "./source-node.ts";

/** Longest value that a message repeats, in characters. */
const SHOWN_LENGTH = 80;

/** An offending value. */
export type ShownValue = string | number | boolean | readonly string[];

/** A problem at a place. `message` is one sentence that names the offender and what was expected. */
export function problemAt(at: Position, rule: string, message: string, value?: ShownValue): DatasetProblem {
  const { file, line, column, path } = at;
  const full = path === undefined || path === "" ? message : `${path}: ${message}`;
  return {
    file,
    line,
    column,
    rule,
    message: full,
    ...(value === undefined ? {} : { value: String(value) }),
  };
}

/** `role is "LESOR"; expected one of LESSOR, LESSEE; did you mean LESSOR?` */
export function expected(field: string, value: unknown, expectation: string, guess?: string): string {
  return `${field} is ${showValue(value)}; expected ${expectation}${suggestion(guess)}`;
}

/** `; did you mean LESSOR?`, or nothing. */
export function suggestion(guess: string | undefined): string {
  return guess === undefined ? "" : `; did you mean ${guess}?`;
}

/** A value as a message shows it: texts in quotes, long ones cut. */
export function showValue(value: unknown): string {
  if (typeof value !== "string") return String(value);
  const cut = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return JSON.stringify(cut);
}

/** What was written, as a message shows it. */
export function showNode(node: SourceNode): string {
  if (node.type !== "scalar") return node.type === "map" ? "a mapping" : "a list";
  if (node.value === null) return "empty";
  return typeof node.value === "string" ? showValue(node.value) : node.text;
}

/** What was written, as the offending value of a problem; undefined where nothing was. */
export function nodeValue(node: SourceNode): string | undefined {
  if (node.type !== "scalar") return showNode(node);
  return node.value === null ? undefined : node.text;
}

/** Problems in the order of the files, each once. */
export function sortProblems(problems: readonly DatasetProblem[]): readonly DatasetProblem[] {
  const byText = new Map(problems.map((found) => [JSON.stringify(found), found]));
  return [...byText.values()].toSorted(
    (a, b) => comparePositions(a, b) || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)),
  );
}
