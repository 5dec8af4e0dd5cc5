import type { GraphStore } from "../../src/store/graph-store.ts";

/** A store with an empty graph, made for one test. */
export interface StoreUnderTest {
  readonly store: GraphStore;
  /** Opens the same graph once more, as another process would. */
  readonly openAnother: () => Promise<GraphStore>;
  /** Closes everything that was opened and removes the graph. */
  readonly end: () => Promise<void>;
}

export interface StoreFactory {
  readonly fresh: () => Promise<StoreUnderTest>;
  /** How many random runs each property gets, unless CHOKEPOINT_TEST_RUNS says otherwise. */
  readonly propertyRuns: number;
}

/** Runs a test on an empty graph and ends it, whatever happens. */
export async function onFreshStore(
  factory: StoreFactory,
  test: (under: StoreUnderTest) => Promise<void>,
): Promise<void> {
  const under = await factory.fresh();
  try {
    await test(under);
  } finally {
    await under.end();
  }
}
