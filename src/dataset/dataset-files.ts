import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compareStrings } from "../domain/compare.ts";
import { inFolder } from "./in-folder.ts";

export interface DatasetFile {
  /** Relative to the folder, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

export interface DatasetFiles {
  /** The `*.yaml` files, by path. */
  readonly files: readonly DatasetFile[];
  /** Files that look as if they were meant to be read, but are not: `*.yml`. */
  readonly misnamed: readonly string[];
}

/**
 * The files of a dataset folder and the folders in it; hidden ones are left out.
 * Throws InvalidArgumentError when there is no such folder, or it can't be read.
 */
export async function datasetFiles(directory: string): Promise<DatasetFiles> {
  return inFolder(directory, "a folder with a dataset in it", async () => {
    const paths = await listFiles(directory);
    const files: DatasetFile[] = [];
    for (const path of paths.filter((name) => name.endsWith(".yaml"))) {
      files.push({ path, text: await readFile(join(directory, path), "utf8") });
    }
    return { files, misnamed: paths.filter((path) => path.endsWith(".yml")) };
  });
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .toSorted(compareStrings);
}
