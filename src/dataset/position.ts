/** A place in a dataset where a curator mends a problem. */
export interface Position {
  /** The file, relative to the folder of the dataset. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Where there are no lines, as in a change set: the way through the document, `contracts[0].parties[1].role`. */
  readonly path?: string;
}

/** Orders positions as a reader meets them. */
export function comparePositions(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** `contracts.yaml:91:3`, or the path where there are no lines. */
export function showPosition({ file, line, column, path }: Position): string {
  return path === undefined ? `${file}:${line}:${column}` : `${path} in ${file}`;
}
