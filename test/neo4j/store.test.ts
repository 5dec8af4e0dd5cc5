import { afterAll } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { describeGraphStore } from "../contract/graph-store.contract.ts";
import type { StoreFactory } from "../contract/store-factory.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const driver = plainDriver();
afterAll(async () => driver.close());

const factory: StoreFactory = {
  propertyRuns: 15,
  fresh: async () => {
    await clearGraph(driver);
    const opened: GraphStore[] = [];
    const openAnother = async (): Promise<GraphStore> => {
      const store = await openNeo4jStore(neo4jSetting());
      opened.push(store);
      return store;
    };
    const end = async (): Promise<void> => {
      for (const store of opened) await store.close();
    };
    return { store: await openAnother(), openAnother, end };
  },
};

describeGraphStore("the Neo4j store", factory);
