import type { DatasetProblem } from "../domain/errors.ts";
import type { Position } from "./position.ts";
import { problemAt } from "./problem.ts";
import type { SourceNode } from "./source-node.ts";

/** A change set nests a list in a section, an entry, a nested entry and a list of values; what is deeper is no dataset. */
const MAX_DEPTH = 10;

export interface JsonTree {
  readonly root: SourceNode;
  readonly problems: readonly DatasetProblem[];
}

/** A JSON value in the form of a dataset file; there are no lines, so each place is a path through the document. */
export function jsonTree(file: string, json: unknown): JsonTree {
  const problems: DatasetProblem[] = [];
  const node = (value: unknown, path: string, depth: number): SourceNode => {
    const at: Position = { file, line: 1, column: 1, path };
    if (typeof value !== "object" || value === null) return scalar(value, at);
    if (depth >= MAX_DEPTH) {
      problems.push(
        problemAt(at, "too-deep", `nested more than ${MAX_DEPTH} levels; expected a dataset file`),
      );
      return scalar(null, at);
    }
    if (Array.isArray(value)) {
      const items = value.map((item: unknown, index) => node(item, `${path}[${index}]`, depth + 1));
      return { type: "list", at, items };
    }
    const entries = Object.entries(value).map(([key, item]) => {
      const place = path === "" ? key : `${path}.${key}`;
      return { key, keyAt: { ...at, path: place }, value: node(item, place, depth + 1) };
    });
    return { type: "map", at, entries };
  };
  return { root: node(json, "", 0), problems };
}

function scalar(value: unknown, at: Position): SourceNode {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return { type: "scalar", at, value, text: String(value) };
    default:
      return { type: "scalar", at, value: null, text: "" };
  }
}
