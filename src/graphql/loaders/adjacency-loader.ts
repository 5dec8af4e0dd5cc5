import DataLoader from "dataloader";
import type { RecordId } from "../../domain/ids.ts";
import type { AdjacentPage, AdjacentQuery, GraphStore } from "../../store/graph-store.ts";
import { primeRecords, type RecordLoader } from "./record-loader.ts";

/** What is asked of one record; requests that differ in nothing but the id share one store call. */
export type AdjacencyRequest = Omit<AdjacentQuery, "ids"> & { readonly id: RecordId };

export interface AdjacencyLoader {
  load(request: AdjacencyRequest): Promise<AdjacentPage>;
}

export function createAdjacencyLoader(store: GraphStore, records: RecordLoader): AdjacencyLoader {
  const loaders = new Map<string, DataLoader<RecordId, AdjacentPage>>();
  const loaderOf = (query: Omit<AdjacentQuery, "ids">): DataLoader<RecordId, AdjacentPage> => {
    const { direction, types, page, order, counts } = query;
    const key = JSON.stringify([direction, types, page.first, page.after, order, counts]);
    const loader =
      loaders.get(key) ??
      new DataLoader<RecordId, AdjacentPage>(async (ids) => {
        const pages = await store.adjacent({ ...query, ids });
        for (const { items } of pages) primeRecords(records, items);
        return pages;
      });
    loaders.set(key, loader);
    return loader;
  };
  return { load: ({ id, ...query }) => loaderOf(query).load(id) };
}
