import type { DatasetProblem } from "../domain/errors.ts";
import { readFullYaml } from "./full-yaml.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import type { SourceNode } from "./source-node.ts";

export interface ParsedYaml {
  /** Null when the file is empty, or is no YAML. */
  readonly root: SourceNode | null;
  /** False when what the file says can't be known. */
  readonly isReadable: boolean;
  readonly problems: readonly DatasetProblem[];
}

/**
 * Reads one YAML file (1.2, core schema: no timestamps, `NO` is a text) and keeps the place of every node.
 * A file with a syntax error has no root: guessing at the rest would report problems that are none.
 */
export function parseYaml(file: string, text: string): ParsedYaml {
  const root = readPlainYaml(file, text);
  return root === null ? readFullYaml(file, text) : { root, isReadable: true, problems: [] };
}
