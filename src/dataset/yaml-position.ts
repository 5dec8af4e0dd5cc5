import type { LineCounter } from "yaml";
import type { Position } from "./position.ts";

/** The place of a character, by how many stand before it. */
export type Locate = (offset: number) => Position;

/** Places in a file, by where its lines start. */
export function locator(file: string, lines: LineCounter): Locate {
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}
