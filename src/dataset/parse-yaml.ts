import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node } from "yaml";
import type { DatasetProblem } from "../domain/errors.ts";
import { showPosition, type Position } from "./position.ts";
import { problemAt } from "./problem.ts";
import type { SourceEntry, SourceNode } from "./source-node.ts";

export interface ParsedYaml {
  /** Null when the file is empty, or is no YAML. */
  readonly root: SourceNode | null;
  readonly problems: readonly DatasetProblem[];
}

/** What the walk through one file carries along. */
interface Walk {
  readonly at: (offset: number) => Position;
  readonly text: string;
  readonly problems: DatasetProblem[];
}

/**
 * Reads one YAML file (1.2, core schema: no timestamps, `NO` is a text) and keeps the place of every node.
 * A file with a syntax error has no root: guessing at the rest would report problems that are none.
 */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (!Array.isArray(documents)) return { root: null, problems: [] };
  const [first, second] = documents;
  const problems = documents.flatMap(({ errors }) =>
    errors.map((error) => problemAt(at(error.pos[0]), "yaml-syntax", sentence(error.message))),
  );
  if (second !== undefined) {
    const place = at(second.contents?.range?.[0] ?? second.range[0]);
    problems.push(problemAt(place, "yaml-syntax", "a second document; expected one document in a file"));
  }
  const contents = first?.contents ?? null;
  if (problems.length > 0 || contents === null) return { root: null, problems };
  const walk: Walk = { at, text, problems };
  const root = sourceNode(contents, walk);
  return { root: isEmpty(root) ? null : root, problems };
}

function isEmpty(node: SourceNode): boolean {
  return node.type === "scalar" && node.value === null;
}

function sentence(message: string): string {
  const [first = message] = message.split("\n");
  return first.replace(/\.$/, "");
}

function sourceNode(node: Node | null, walk: Walk, fallback = 0): SourceNode {
  const at = walk.at(node?.range?.[0] ?? fallback);
  if (isMap(node)) return { type: "map", at, entries: sourceEntries(node.items, walk) };
  if (isSeq(node)) {
    return { type: "list", at, items: node.items.map((item) => sourceNode(item as Node | null, walk)) };
  }
  if (isAlias(node)) {
    const message = `*${node.source} is an alias; expected the value itself, written out`;
    walk.problems.push(problemAt(at, "yaml-alias", message, `*${node.source}`));
  }
  if (!isScalar(node)) return { type: "scalar", at, value: null, text: "" };
  const value = node.value as string | number | boolean | null;
  const written = typeof value === "string" ? value : (node.source ?? String(value));
  return { type: "scalar", at, value, text: written };
}

interface YamlPair {
  readonly key: unknown;
  readonly value: unknown;
}

/** The entries of a mapping; a key that is written twice is reported, and its first value kept. */
function sourceEntries(pairs: readonly YamlPair[], walk: Walk): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  for (const pair of pairs) {
    const key = sourceNode(pair.key as Node | null, walk);
    const name = key.type === "scalar" ? key.text : "?";
    const earlier = entries.get(name);
    if (earlier !== undefined) {
      const message = `${name} is written twice; it stands at ${showPosition(earlier.keyAt)} already`;
      walk.problems.push(problemAt(key.at, "duplicate-key", message, name));
      continue;
    }
    const end = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
    entries.set(name, { key: name, keyAt: key.at, value: sourceNode(pair.value as Node | null, walk, end) });
  }
  return [...entries.values()];
}
