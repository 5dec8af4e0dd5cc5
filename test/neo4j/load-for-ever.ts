import { setTimeout as sleep } from "node:timers/promises";
import type { GraphRecord } from "../../src/domain/record.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";
import { neo4jSetting } from "./neo4j-setting.ts";

/** Loads one batch after the other until it is killed. */
async function* batches(): AsyncGenerator<readonly GraphRecord[]> {
  for (let number = 0; ; number += 1) {
    yield [
      sampleRecord({ id: `company:c${number}`, lei: `lei ${number}` }),
      sampleRecord({ id: `stake:c${number}`, from: `company:c${number}`, to: "company:later" }),
    ];
    await sleep(20);
  }
}

const store = await openNeo4jStore(neo4jSetting());
await store.load(batches(), {
  id: "a load that dies",
  author: "loader",
  message: "",
  onProgress: (records) => process.stdout.write(`${records}\n`),
});
