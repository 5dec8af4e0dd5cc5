import type { GraphStore } from "../store/graph-store.ts";

const METHODS = [
  "records",
  "adjacent",
  "list",
  "evidenceOf",
  "factsOf",
  "byIdentifier",
  "scan",
  "changesSince",
  "changesBetween",
  "history",
  "apply",
  "load",
  "info",
  "close",
] as const satisfies readonly (keyof GraphStore)[];

export type StoreObserver = (method: string, isOk: boolean, seconds: number) => void;

/** The store, with every call told to the observer when it ends. */
export function measureStore(store: GraphStore, observe: StoreObserver): GraphStore {
  const measured = METHODS.map((method) => [
    method,
    async (...args: readonly unknown[]): Promise<unknown> => {
      const started = performance.now();
      let isOk = false;
      try {
        const result: unknown = await Reflect.apply(store[method], store, args);
        isOk = true;
        return result;
      } finally {
        observe(method, isOk, (performance.now() - started) / 1000);
      }
    },
  ]);
  return Object.fromEntries(measured) as GraphStore;
}
