import { DomainError } from "../domain/errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { ProjectionState } from "./projection-state.ts";

/** Longest wait for the store, in milliseconds. */
const STORE_WAIT = 2_000;

export interface Readiness {
  readonly status: "ready" | "unready";
  /** What is missing; empty when ready. */
  readonly reasons: readonly string[];
  /** Version of the graph in the store, when it answers. */
  readonly storeVersion?: string;
  /** Version that questions are answered from. */
  readonly projectionVersion?: string;
}

export interface ReadinessSources {
  readonly store: Pick<GraphStore, "info">;
  readonly projection: () => ProjectionState | null;
  readonly isStopping: () => boolean;
}

/** Whether requests can be answered now. Never throws. */
export async function checkReadiness(sources: ReadinessSources): Promise<Readiness> {
  const reasons: string[] = [];
  if (sources.isStopping()) reasons.push("the server is stopping");
  const store = await storeVersion(sources.store);
  if ("reason" in store) reasons.push(store.reason);
  const projection = sources.projection();
  if (projection === null) reasons.push("the graph has not been read yet");
  return {
    status: reasons.length === 0 ? "ready" : "unready",
    reasons,
    ...("version" in store ? { storeVersion: store.version } : {}),
    ...(projection === null ? {} : { projectionVersion: projection.version }),
  };
}

type StoreAnswer = { readonly version: string } | { readonly reason: string };

async function storeVersion(store: Pick<GraphStore, "info">): Promise<StoreAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<StoreAnswer>((resolve) => {
    timer = setTimeout(resolve, STORE_WAIT, { reason: `the store did not answer within ${STORE_WAIT} ms` });
  });
  try {
    return await Promise.race([store.info().then(({ version }) => ({ version })), silence]);
  } catch (error) {
    // What a driver says may tell of its inside.
    return { reason: error instanceof DomainError ? error.message : "the store failed; the log says how" };
  } finally {
    clearTimeout(timer);
  }
}
