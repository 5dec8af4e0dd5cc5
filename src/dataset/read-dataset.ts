import { DatasetInvalidError, type DatasetProblem } from "../domain/errors.ts";
import { compareIds } from "../domain/compare.ts";
import type { GraphRecord } from "../domain/record.ts";
import { datasetFiles, type DatasetFile } from "./dataset-files.ts";
import { checkRules } from "./dataset-rules.ts";
import { makeExpander } from "./expand.ts";
import { linkDataset } from "./linked-dataset.ts";
import type { LocatedRecord } from "./located-record.ts";
import { MANIFEST_FILE, readManifest, type DatasetManifest } from "./manifest.ts";
import { parseYaml } from "./parse-yaml.ts";
import { nodeValue, problemAt, showNode, sortProblems } from "./problem.ts";
import type { SourceNode } from "./source-node.ts";

/** A folder of curated files as it was read, right or wrong. */
export interface Dataset {
  /** Null when it is missing or wrong; `problems` says why. */
  readonly manifest: DatasetManifest | null;
  /** The files that were read, by path. */
  readonly files: readonly string[];
  /** Every record with its places, in the order of the files. Not to be used while there are problems. */
  readonly located: readonly LocatedRecord[];
  /** Every problem, by file, line and column; none: the dataset is valid. */
  readonly problems: readonly DatasetProblem[];
}

/** Reads and checks a dataset. Throws InvalidArgumentError when there is no such folder, and for nothing that is written in it. */
export async function readDataset(directory: string): Promise<Dataset> {
  const { files, misnamed } = await datasetFiles(directory);
  const dataset = datasetOf(files);
  const ignored = misnamed.map((file) => {
    const message = `${file} is not read; expected a name that ends in .yaml`;
    return problemAt({ file, line: 1, column: 1 }, "file-name", message, file);
  });
  return { ...dataset, problems: sortProblems([...dataset.problems, ...ignored]) };
}

/** The dataset that the texts of files make. */
export function datasetOf(files: readonly DatasetFile[]): Dataset {
  const expander = makeExpander();
  const parsed = files.map(({ path, text }) => ({ path, ...parseYaml(path, text) }));
  const unreadable = parsed.flatMap(({ problems }) => problems);
  const manifestRoot = parsed.find(({ path }) => path === MANIFEST_FILE);
  const isManifestBroken = manifestRoot !== undefined && manifestRoot.problems.length > 0;
  const read = readManifest(manifestRoot?.root ?? null);
  const problems = [...unreadable, ...(isManifestBroken ? [] : read.problems)];
  for (const { path, root } of parsed) {
    if (path === MANIFEST_FILE || root === null) continue;
    if (root.type === "map") expander.expandFile(root);
    else problems.push(noSections(root));
  }
  // Without one of its files, every reference into it would be reported: first that file must be readable.
  const isWhole = parsed.every((file) => file.isReadable);
  const broken = isWhole ? checkRules(linkDataset(expander.records)) : [];
  return {
    manifest: read.manifest,
    files: files.map(({ path }) => path),
    located: expander.records,
    problems: sortProblems([...problems, ...expander.problems, ...broken]),
  };
}

function noSections(root: SourceNode): DatasetProblem {
  const message = `the file is ${showNode(root)}; expected a mapping of sections, such as companies:`;
  return problemAt(root.at, "wrong-type", message, nodeValue(root));
}

/** The records of a valid dataset, by id. Throws DatasetInvalidError when it has problems. */
export function datasetRecords({ located, problems }: Dataset): readonly GraphRecord[] {
  if (problems.length > 0) throw new DatasetInvalidError(problems);
  return located.map(({ record }) => record).toSorted(compareIds);
}
