import { fileURLToPath } from "node:url";
import { datasetRecords, readDataset } from "../dataset/read-dataset.ts";
import { KINDS, type Kind, type KindFamily } from "../domain/kind-names.ts";
import { kindSpecs } from "../domain/kinds.ts";
import { countKinds, type KindCounts } from "./show-counts.ts";

/** Both `src/cli` and `dist/cli` lie two folders below the root. */
const SHIPPED = fileURLToPath(new URL("../../seed", import.meta.url));

const TITLES: readonly (readonly [KindFamily, string])[] = [
  ["ENTITY", "Things"],
  ["RECORD", "Records on them"],
  ["RELATIONSHIP", "Relationships"],
];

/** The page for people that counts the shipped dataset. Throws DatasetInvalidError when it is not valid. */
export async function shippedDatasetCountsPage(): Promise<string> {
  const dataset = await readDataset(SHIPPED);
  return datasetCountsPage(countKinds(datasetRecords(dataset)), dataset.manifest?.version ?? "");
}

/** Markdown, formatted as the rest of the documents: a table for each family of kinds, and the sum. */
export function datasetCountsPage(counts: KindCounts, version: string): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    "# What the dataset holds",
    "",
    `Version ${version}: ${all} records. Written from \`seed/\` by \`npm run generate\`. What became of the fact base that it was made from is counted in [left-out.md](left-out.md).`,
    ...TITLES.flatMap(([family, title]) => ["", `## ${title}`, "", ...table(family, counts)]),
    "",
  ].join("\n");
}

function table(family: KindFamily, counts: KindCounts): string[] {
  const kinds = KINDS.filter((kind) => kindSpecs[kind].family === family);
  const rows = kinds.map((kind) => [kind, cell(counts[kind]), kindSpecs[kind].description] as const);
  const sum = kinds.reduce((total, kind: Kind) => total + (counts[kind] ?? 0), 0);
  return aligned([["kind", "records", "what"], ...rows, ["**all**", `**${sum}**`, ""]]);
}

const cell = (count: number | undefined): string => String(count ?? 0);

type Row = readonly [kind: string, records: string, what: string];

/** A head, a rule and the rows, every column as wide as its widest cell. */
function aligned(rows: readonly Row[]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [head, ...body] = rows.map((row) =>
    line(row.map((text, column) => text.padEnd(widths[column] ?? 0))),
  );
  return [head ?? "", line(widths.map((width) => "-".repeat(width))), ...body];
}
