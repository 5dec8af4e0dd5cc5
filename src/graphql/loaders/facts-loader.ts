import DataLoader from "dataloader";
import type { RecordId } from "../../domain/ids.ts";
import type { GraphStore, IdPage, PageRequest } from "../../store/graph-store.ts";

/** One page of the ids of the facts that cite a source. */
export interface FactsLoader {
  load(sourceId: RecordId, page: PageRequest): Promise<IdPage>;
}

export function createFactsLoader(store: GraphStore): FactsLoader {
  const loaders = new Map<string, DataLoader<RecordId, IdPage>>();
  return {
    load: (sourceId, page) => {
      const key = JSON.stringify([page.first, page.after]);
      const loader =
        loaders.get(key) ?? new DataLoader<RecordId, IdPage>((sourceIds) => store.factsOf(sourceIds, page));
      loaders.set(key, loader);
      return loader.load(sourceId);
    },
  };
}
