import DataLoader from "dataloader";
import type { RecordId } from "../../domain/ids.ts";
import type { GraphStore, IdentifierPair } from "../../store/graph-store.ts";

/** The ids of the records that carry an identifier. */
export type IdentifierLoader = DataLoader<IdentifierPair, readonly RecordId[], string>;

export function createIdentifierLoader(store: GraphStore): IdentifierLoader {
  return new DataLoader<IdentifierPair, readonly RecordId[], string>((pairs) => store.byIdentifier(pairs), {
    cacheKeyFn: ({ scheme, value }) => `${scheme}\n${value}`,
  });
}
