import type { DatasetProblem } from "../domain/errors.ts";
import { nearMiss } from "./near-miss.ts";
import type { Position } from "./position.ts";
import { nodeValue, problemAt, showNode, suggestion } from "./problem.ts";
import type { SourceEntry, SourceMap, SourceNode } from "./source-node.ts";

/** The file that says what a dataset is. */
export const MANIFEST_FILE = "dataset.yaml";

/** What a dataset says of itself. */
export interface DatasetManifest {
  readonly name: string;
  readonly version: string;
  /** Under which its own words may be used; sources keep theirs. */
  readonly licence: string;
  readonly description: string;
}

export const MANIFEST_FIELDS: Readonly<Record<keyof DatasetManifest, string>> = {
  name: "Its name, such as chokepoint-seed.",
  version: "Its version; a new one with every release of it.",
  licence: "The licence of the dataset; sources keep theirs.",
  description: "What it holds, in a sentence.",
};

export interface ReadManifest {
  /** Null when it can't be read; the problems say why. */
  readonly manifest: DatasetManifest | null;
  readonly problems: readonly DatasetProblem[];
}

const START = { file: MANIFEST_FILE, line: 1, column: 1 };

/** Reads `dataset: {name, version, licence, description}`; null: the file is missing or empty. */
export function readManifest(root: SourceNode | null): ReadManifest {
  if (root === null) return refuse(START, `the manifest is missing; expected a file ${MANIFEST_FILE} with`);
  const entries = root.type === "map" ? root.entries : [];
  const strays = entries.filter(({ key }) => key !== "dataset").map(strayKey);
  const body = entries.find(({ key }) => key === "dataset")?.value;
  if (body?.type === "map") return readBody(body, strays);
  const message = `dataset is ${body === undefined ? "missing" : showNode(body)}; expected`;
  return refuse(body?.at ?? root.at, message, strays);
}

function refuse(at: Position, message: string, others: readonly DatasetProblem[] = []): ReadManifest {
  const full = `${message} dataset: {${Object.keys(MANIFEST_FIELDS).join(", ")}}`;
  return { manifest: null, problems: [...others, problemAt(at, "missing-manifest", full)] };
}

function strayKey({ key, keyAt }: SourceEntry): DatasetProblem {
  const message = `${key} has no place in the manifest; expected dataset alone, and sections in other files`;
  return problemAt(keyAt, "unknown-section", message, key);
}

function readBody(body: SourceMap, strays: readonly DatasetProblem[]): ReadManifest {
  const problems = [...strays];
  const values = new Map(body.entries.map((entry) => [entry.key, readText(entry, problems)]));
  const text = (field: keyof DatasetManifest): string => {
    const value = values.get(field);
    if (value === undefined) {
      problems.push(problemAt(body.at, "missing-field", `${field} is missing; expected text`));
    }
    return value ?? "";
  };
  const manifest = {
    name: text("name"),
    version: text("version"),
    licence: text("licence"),
    description: text("description"),
  };
  return { manifest: problems.length === 0 ? manifest : null, problems };
}

function readText({ key, keyAt, value }: SourceEntry, problems: DatasetProblem[]): string {
  if (!Object.hasOwn(MANIFEST_FIELDS, key)) {
    const known = Object.keys(MANIFEST_FIELDS);
    const message = `${key} is no field of the manifest; expected one of ${known.join(", ")}`;
    problems.push(problemAt(keyAt, "unknown-field", message + suggestion(nearMiss(key, known)), key));
    return "";
  }
  if (value.type === "scalar" && typeof value.value === "string" && value.value.trim() !== "") {
    return value.value.trim();
  }
  const message = `${key} is ${showNode(value)}; expected text, in quotes where it is a number`;
  problems.push(problemAt(value.at, "wrong-type", message, nodeValue(value)));
  return "";
}
