import { once } from "node:events";
import { ConflictError, DatasetInvalidError, StoreUnavailableError } from "../domain/errors.ts";
import { seedFromDataset, type FirstStart, type FirstStartAnswer } from "./first-start.ts";
import { openStore } from "./open-store.ts";

// Started by first-start.ts, which sends the store and the dataset; ends with whoever started it.
process.once("disconnect", () => process.exit(1));
const [options] = (await once(process, "message")) as [FirstStart];
const filled = await fill(options);
process.send?.(filled, () => process.disconnect());

async function fill(firstStart: FirstStart): Promise<FirstStartAnswer> {
  const store = await openStore(firstStart);
  try {
    return { result: await seedFromDataset(store, firstStart.dataset) };
  } catch (error) {
    if (error instanceof DatasetInvalidError) return { problems: error.problems };
    if (error instanceof StoreUnavailableError || error instanceof ConflictError)
      return { unavailable: error.message };
    throw error;
  } finally {
    await store.close();
  }
}
