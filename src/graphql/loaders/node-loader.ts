import type { RecordId } from "../../domain/ids.ts";
import { toNodeOrNull, type RecordNode } from "../kind/record-node.ts";
import type { RecordLoader } from "./record-loader.ts";

/** Records by id, as the source values of their GraphQL types. */
export interface NodeLoader {
  load(id: RecordId): Promise<RecordNode | null>;
  /** In the order of the ids; one without a record is left out. */
  loadMany(ids: readonly RecordId[]): Promise<readonly RecordNode[]>;
}

export function createNodeLoader(records: RecordLoader): NodeLoader {
  const load = async (id: RecordId): Promise<RecordNode | null> => toNodeOrNull(await records.load(id));
  return {
    load,
    loadMany: async (ids) => {
      const nodes = await Promise.all(ids.map(load));
      return nodes.filter((node) => node !== null);
    },
  };
}
