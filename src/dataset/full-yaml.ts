import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
} from "yaml";
import type { DatasetProblem } from "../domain/errors.ts";
import type { ParsedYaml } from "./parse-yaml.ts";
import { showPosition } from "./position.ts";
import { problemAt } from "./problem.ts";
import { isEmptyNode, type SourceEntry, type SourceNode } from "./source-node.ts";
import { locator, type Locate } from "./yaml-position.ts";

/** What the walk through one file carries along. */
interface Walk {
  readonly at: Locate;
  readonly problems: DatasetProblem[];
}

/** Reads any file, and says of everything that can't be read where it stands. */
export function readFullYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
  });
  const at = locator(file, lines);
  if (!Array.isArray(documents)) return { root: null, isReadable: true, problems: [] };
  const broken = unreadable(documents, at);
  const contents = documents[0]?.contents ?? null;
  if (broken.length > 0 || contents === null) {
    return { root: null, isReadable: broken.length === 0, problems: broken };
  }
  const problems: DatasetProblem[] = [];
  const root = sourceNode(contents, { at, problems });
  return { root: isEmptyNode(root) ? null : root, isReadable: true, problems };
}

/** What makes it impossible to know what a file says. */
function unreadable(documents: readonly Document[], at: Locate): DatasetProblem[] {
  const syntax = documents.flatMap(({ errors }) =>
    errors.map((error) => problemAt(at(error.pos[0]), "yaml-syntax", sentence(error.message))),
  );
  const [, second] = documents;
  if (second !== undefined) {
    const place = at(second.contents?.range?.[0] ?? second.range?.[0] ?? 0);
    syntax.push(problemAt(place, "yaml-syntax", "a second document; expected one document in a file"));
  }
  return [...syntax, ...documents.flatMap((document) => aliases(document, at))];
}

/** Aliases are refused: an entry says itself what it says, and no file grows by repeating. */
function aliases(document: Document, at: Locate): DatasetProblem[] {
  const found: DatasetProblem[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `*${source} is an alias; expected the value itself, written out`;
      found.push(problemAt(at(range?.[0] ?? 0), "yaml-alias", message, `*${source}`));
    },
  });
  return found;
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
