/** A row: its name, and its cells. */
export type TableRow = readonly [name: string, ...cells: readonly (string | number)[]];

/** Aligned lines, two blanks in: names to the left, cells to the right, numbers with separators of thousands. */
export function showTable(rows: readonly TableRow[]): string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en-US") : cell)),
  );
  const columns = Math.max(...texts.map((row) => row.length), 0);
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const align = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return texts.map((row) => `  ${row.map(align).join("  ")}`.trimEnd());
}
