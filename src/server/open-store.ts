import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Config } from "./config.ts";

export type StoreConfig = Pick<
  Config,
  "store" | "dataDir" | "neo4jUri" | "neo4jUser" | "neo4jPassword" | "neo4jDatabase"
>;

export interface OpenStoreOptions {
  /** For work that only reads: an embedded store that is not there is then an error and is not made. */
  readonly readOnly?: boolean;
}

/** Opens the store that the configuration names. Throws StoreUnavailableError when it can't be opened. */
export async function openStore(
  config: StoreConfig,
  { readOnly = false }: OpenStoreOptions = {},
): Promise<GraphStore> {
  return openEmbeddedStore({ directory: config.dataDir, readOnly });
}
