import type { GraphStore } from "./graph-store.ts";

export interface CountedStore {
  readonly store: GraphStore;
  /** How often each method was called so far; methods that were not called are absent. */
  readonly calls: () => Readonly<Record<string, number>>;
}

type Untyped = Readonly<Record<keyof GraphStore, (...given: readonly unknown[]) => unknown>>;

/** Wraps a store so that the number of its calls can be told. It changes nothing else. */
export function countCalls(store: GraphStore): CountedStore {
  const counts: Record<string, number> = {};
  const counted = <Name extends keyof GraphStore>(name: Name): GraphStore[Name] => {
    const call = (...given: readonly unknown[]): unknown => {
      counts[name] = (counts[name] ?? 0) + 1;
      return (store as unknown as Untyped)[name](...given);
    };
    return call as GraphStore[Name];
  };
  return {
    store: {
      records: counted("records"),
      adjacent: counted("adjacent"),
      list: counted("list"),
      evidenceOf: counted("evidenceOf"),
      factsOf: counted("factsOf"),
      byIdentifier: counted("byIdentifier"),
      scan: counted("scan"),
      changesSince: counted("changesSince"),
      changesBetween: counted("changesBetween"),
      history: counted("history"),
      apply: counted("apply"),
      load: counted("load"),
      info: counted("info"),
      close: counted("close"),
    },
    calls: () => ({ ...counts }),
  };
}
