import { afterAll } from "vitest";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { describeEmptyAnswers } from "../graphql/empty-answers.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const driver = plainDriver();
afterAll(async () => driver.close());

describeEmptyAnswers("Neo4j", async () => {
  await clearGraph(driver);
  return openNeo4jStore(neo4jSetting());
});
