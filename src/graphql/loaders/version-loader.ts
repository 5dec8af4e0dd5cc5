import type { GraphVersion } from "../../domain/change-set.ts";
import type { GraphStore } from "../../store/graph-store.ts";

/** The version of the graph, asked for once a request. */
export interface VersionLoader {
  load(): Promise<GraphVersion>;
}

export function createVersionLoader(store: GraphStore): VersionLoader {
  let version: Promise<GraphVersion> | undefined;
  return { load: () => (version ??= store.info().then((info) => info.version)) };
}
