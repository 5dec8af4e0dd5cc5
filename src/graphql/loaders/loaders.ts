import type { GraphStore } from "../../store/graph-store.ts";
import { createAdjacencyLoader, type AdjacencyLoader } from "./adjacency-loader.ts";
import { createEvidenceLoader, type EvidenceLoader } from "./evidence-loader.ts";
import { createFactsLoader, type FactsLoader } from "./facts-loader.ts";
import { createIdentifierLoader, type IdentifierLoader } from "./identifier-loader.ts";
import { createLookupLoader, type LookupLoader } from "./lookup-loader.ts";
import { createNodeLoader, type NodeLoader } from "./node-loader.ts";
import { createRecordLoader, type RecordLoader } from "./record-loader.ts";
import { createVersionLoader, type VersionLoader } from "./version-loader.ts";
import { createVerificationLoader, type VerificationLoader } from "./verification-loader.ts";

/** Everything that resolvers read by id, gathered into one store call a level. Made for one request. */
export interface Loaders {
  readonly record: RecordLoader;
  readonly node: NodeLoader;
  readonly lookup: LookupLoader;
  readonly identifier: IdentifierLoader;
  readonly adjacency: AdjacencyLoader;
  readonly evidence: EvidenceLoader;
  readonly facts: FactsLoader;
  readonly verification: VerificationLoader;
  readonly version: VersionLoader;
}

export function createLoaders(store: GraphStore): Loaders {
  const record = createRecordLoader(store);
  const identifier = createIdentifierLoader(store);
  const evidence = createEvidenceLoader(store);
  return {
    record,
    node: createNodeLoader(record),
    lookup: createLookupLoader(record, identifier),
    identifier,
    adjacency: createAdjacencyLoader(store, record),
    evidence,
    facts: createFactsLoader(store),
    verification: createVerificationLoader(record, evidence),
    version: createVersionLoader(store),
  };
}
