import { existsSync } from "node:fs";
import type { ApplyResult } from "../domain/change-set.ts";
import { datasetRecords, readDataset } from "../dataset/read-dataset.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { seedStore } from "./seed-store.ts";

/**
 * Fills an empty store with a dataset; null when the store holds something already, or there is no dataset.
 * Throws DatasetInvalidError with every problem of the dataset, and what the store throws.
 */
export async function seedEmptyStore(store: GraphStore, directory: string): Promise<ApplyResult | null> {
  const { counts } = await store.info();
  if (Object.keys(counts).length > 0 || !existsSync(directory)) return null;
  const dataset = await readDataset(directory);
  return seedStore(store, datasetRecords(dataset), {
    author: "first start",
    message: `seed ${dataset.manifest?.name ?? directory} ${dataset.manifest?.version ?? ""}`.trimEnd(),
  });
}
