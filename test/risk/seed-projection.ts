import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";

/** The projection of the curated dataset as it stands in the repository. */
export async function seedProjection(): Promise<Projection> {
  const records = datasetRecords(await readDataset("seed"));
  return buildProjection(
    records.map((record) => ({ ...record, revision: 1 })),
    "seed-1",
  );
}
