import { readConfig } from "../server/config.ts";
import { openStore, type OpenStoreOptions } from "../server/open-store.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { CliContext } from "./cli-context.ts";

/** Opens the store that the environment names, for as long as the work takes. */
export async function withStore<T>(
  context: CliContext,
  options: OpenStoreOptions,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const store = await openStore(readConfig(context.env), options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
