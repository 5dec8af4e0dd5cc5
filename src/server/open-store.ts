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

/**
 * Opens the store that the configuration names; only that one is loaded. Throws StoreUnavailableError when an embedded store can't be
 * opened, and InvalidArgumentError for an address that can't be one; a Neo4j that is away is found out by the first call.
 */
export async function openStore(
  config: StoreConfig,
  { readOnly = false }: OpenStoreOptions = {},
): Promise<GraphStore> {
  if (config.store === "embedded") {
    const { openEmbeddedStore } = await import("../store/embedded/embedded-store.ts");
    return openEmbeddedStore({ directory: config.dataDir, readOnly });
  }
  const { openNeo4jStore } = await import("../store/neo4j/neo4j-store.ts");
  const { neo4jUri: uri, neo4jUser: user, neo4jPassword: password, neo4jDatabase: database } = config;
  return openNeo4jStore({ uri, user, password, ...(database === "" ? {} : { database }) });
}
