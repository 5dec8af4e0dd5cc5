import { DatasetInvalidError, StoreUnavailableError } from "../domain/errors.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { seedFromDataset, type FirstStartAnswer } from "./first-start.ts";

// Started by first-start.ts with the folder of the store and that of the dataset; ends with whoever started it.
process.once("disconnect", () => process.exit(1));
const [dataDir = "", dataset = ""] = process.argv.slice(2);
const filled = await fill();
process.send?.(filled, () => process.disconnect());

async function fill(): Promise<FirstStartAnswer> {
  const store = await openEmbeddedStore({ directory: dataDir });
  try {
    return { result: await seedFromDataset(store, dataset) };
  } catch (error) {
    if (error instanceof DatasetInvalidError) return { problems: error.problems };
    if (error instanceof StoreUnavailableError) return { unavailable: error.message };
    throw error;
  } finally {
    await store.close();
  }
}
