import { fileURLToPath } from "node:url";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { askerOn, type Asker } from "./ask.ts";

/** An API over the curated dataset itself. */
export async function seedAsker(): Promise<Asker> {
  const records = datasetRecords(await readDataset(fileURLToPath(new URL("../../seed", import.meta.url))));
  const store = await openEmbeddedStore({ directory: ":memory:" });
  const batches = async function* () {
    yield records;
  };
  await store.load(batches(), { id: "seed", author: "curator", message: "Seed." });
  return askerOn(store);
}
