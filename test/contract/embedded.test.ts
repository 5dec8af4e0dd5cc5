import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { countCalls } from "../../src/store/counting-store.ts";
import { describeGraphStore } from "./graph-store.contract.ts";
import type { StoreFactory } from "./store-factory.ts";

function factory(wrap: (store: GraphStore) => GraphStore): StoreFactory {
  return {
    propertyRuns: 60,
    fresh: async () => {
      const directory = await mkdtemp(join(tmpdir(), "chokepoint-store-"));
      const opened: GraphStore[] = [];
      const open = async (): Promise<GraphStore> => {
        const store = await openEmbeddedStore({ directory });
        opened.push(store);
        return wrap(store);
      };
      return {
        store: await open(),
        openAnother: open,
        end: async () => {
          for (const store of opened) await store.close();
          await rm(directory, { recursive: true });
        },
      };
    },
  };
}

describeGraphStore(
  "the embedded store",
  factory((store) => store),
);
describeGraphStore(
  "the embedded store, counted",
  factory((store) => countCalls(store).store),
);
