import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Document, isMap, isSeq, type Node } from "yaml";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { GraphRecord } from "../domain/record.ts";
import { datasetFiles } from "./dataset-files.ts";
import { inFolder } from "./in-folder.ts";
import { datasetTree, type DatasetTree, type TreeEntry } from "./dataset-tree.ts";
import { MANIFEST_FILE, type DatasetManifest } from "./manifest.ts";
import { kebab } from "./natural-id.ts";

/** The first line of every file that an export writes: only such files does it ever replace or remove. */
const MARK = "# Written by chokepoint export; the next export replaces this file.";
const LINE_WIDTH = 110;
const WRITABLE = "a folder that can be written to";
/** The one file of an export as JSON. */
const JSON_FILE = "dataset.json";

export interface WrittenFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly text: string;
}

/** The files of a dataset with these records: a manifest and one file a section, the same bytes for the same records. */
export function datasetYaml(records: readonly GraphRecord[]): readonly WrittenFile[] {
  const tree = datasetTree(records, { percent: true });
  const sections = Object.entries(tree).map(([section, entries]) => ({
    path: `${kebab(section)}.yaml`,
    text: yamlText({ [section]: entries }),
  }));
  return [{ path: MANIFEST_FILE, text: yamlText({ dataset: { ...manifestOf(tree) } }) }, ...sections];
}

/** Writes records as one JSON file into a folder, made when it is missing, and returns its path. */
export async function writeDatasetJson(
  records: readonly GraphRecord[],
  directory: string,
): Promise<readonly string[]> {
  await inFolder(directory, WRITABLE, async () => {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, JSON_FILE), datasetJson(records));
  });
  return [JSON_FILE];
}

/** The dataset as one JSON document: a manifest and the sections, in the shape that change sets have too. */
export function datasetJson(records: readonly GraphRecord[]): string {
  const tree = datasetTree(records, { percent: false });
  return `${JSON.stringify({ dataset: manifestOf(tree), ...tree }, null, 2)}\n`;
}

/**
 * Writes records as a dataset into a folder, made when it is missing, and returns the paths of the files.
 * Throws InvalidArgumentError when a YAML file stands there that no export wrote, or the folder can't be written to.
 */
export async function writeDataset(
  records: readonly GraphRecord[],
  directory: string,
): Promise<readonly string[]> {
  await inFolder(directory, WRITABLE, () => mkdir(directory, { recursive: true }));
  const { files: present } = await datasetFiles(directory);
  const foreign = present.find(({ text }) => !text.startsWith(MARK));
  if (foreign !== undefined) {
    const what = `an empty folder, or one of an earlier export; ${foreign.path} in it was written by hand`;
    throw new InvalidArgumentError("directory", `"${directory}"`, what);
  }
  const files = datasetYaml(records);
  const kept = new Set(files.map(({ path }) => path));
  await inFolder(directory, WRITABLE, async () => {
    for (const { path } of present) if (!kept.has(path)) await rm(join(directory, path));
    for (const { path, text } of files) await writeFile(join(directory, path), text);
  });
  return files.map(({ path }) => path);
}

/** A graph has no manifest, so an export names itself; its version changes with its content alone. */
function manifestOf(tree: DatasetTree): DatasetManifest {
  const version = createHash("sha256").update(JSON.stringify(tree)).digest("hex").slice(0, 16);
  return {
    name: "chokepoint-export",
    version: `content-${version}`,
    licence: "as the dataset that it came from; sources keep theirs",
    description: "The records of a graph, as they were when it was exported.",
  };
}

function yamlText(content: Readonly<Record<string, TreeEntry | readonly TreeEntry[]>>): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) {
      if (isSeq<Node>(value)) value.items.slice(1).forEach((item) => (item.spaceBefore = true));
    }
  }
  return `${MARK}\n${document.toString({ lineWidth: LINE_WIDTH })}`;
}
