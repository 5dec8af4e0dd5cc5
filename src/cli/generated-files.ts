import { datasetJsonSchema } from "../dataset/json-schema.ts";
import { printedSchema } from "../graphql/printed-schema.ts";
import { shippedDatasetCountsPage } from "./dataset-counts-page.ts";

/** A checked-in file that is made of the code or the dataset; `npm run generate` writes it, `npm run generate:check` compares it. */
export interface GeneratedFile {
  /** Relative to the root of the checkout. */
  readonly path: string;
  readonly content: () => string | Promise<string>;
}

export const GENERATED_FILES: readonly GeneratedFile[] = [
  {
    path: "schema/dataset.schema.json",
    content: () => `${JSON.stringify(datasetJsonSchema(), null, 2)}\n`,
  },
  { path: "schema/schema.graphql", content: printedSchema },
  { path: "docs/dataset-counts.md", content: shippedDatasetCountsPage },
];
