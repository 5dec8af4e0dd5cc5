import { assert, asyncProperty, nat } from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { StoredRecord } from "../../src/domain/record.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { answerOf, wholeQuestion } from "../contract/answer.ts";
import { dice, type Dice } from "../contract/dice.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { randomChangeSet } from "../contract/random-change-set.ts";
import { randomQuestion } from "../contract/random-question.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const driver = plainDriver();
afterAll(async () => driver.close());

async function recordsOf(store: GraphStore): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  await store.scan((batch) => {
    records.push(...batch);
  });
  return records;
}

/** Grows one random graph in both stores, larger than the model of the contract is put to. */
async function grow(chance: Dice, embedded: GraphStore, remote: GraphStore): Promise<void> {
  for (let set = 0; set < 30; set += 1) {
    const [here, there] = [await embedded.info(), await remote.info()];
    const known = { records: await recordsOf(embedded), version: here.version };
    const { expectedVersion, ...changeSet } = randomChangeSet(chance, `set-${set}`, known);
    const versions = expectedVersion === here.version ? { expectedVersion: there.version } : {};
    const counts = async (store: GraphStore, also: object): Promise<unknown> =>
      answerOf(async () => {
        const { version: _, ...rest } = await store.apply({ ...changeSet, ...also });
        return rest;
      });
    const expected = await counts(embedded, {});
    expect(await counts(remote, versions)).toEqual(expected);
  }
}

describe("the two stores", () => {
  const settings = propertySettings(4);
  it(
    `answer alike on random graphs, cursors and order included (${settings.title})`,
    { timeout: 300_000 },
    async () => {
      expect.hasAssertions();
      const property = asyncProperty(nat(), async (seed) => {
        await clearGraph(driver);
        const [embedded, remote] = [
          await openEmbeddedStore({ directory: ":memory:" }),
          await openNeo4jStore(neo4jSetting()),
        ];
        const chance = dice(seed);
        try {
          await grow(chance, embedded, remote);
          const records = await recordsOf(embedded);
          for (let asked = 0; asked < 60; asked += 1) {
            const { title, ask } = randomQuestion(chance, records);
            const expected = await answerOf(async () => ask(embedded));
            expect({ title, answer: await answerOf(async () => ask(remote)) }).toEqual({
              title,
              answer: expected,
            });
          }
          const whole = wholeQuestion();
          expect(await whole.ask(remote)).toEqual(await whole.ask(embedded));
          await expectSamePages(embedded, remote, records);
        } finally {
          await embedded.close();
          await remote.close();
        }
      });
      await assert(property, settings.parameters);
    },
  );
});

/** One page of each kind as it comes: items, cursors and all. */
async function expectSamePages(
  embedded: GraphStore,
  remote: GraphStore,
  records: readonly StoredRecord[],
): Promise<void> {
  const kinds = new Set(records.map(({ kind }) => kind));
  for (const kind of kinds) {
    const query = { kind, filters: [], page: { first: 5 }, counts: true };
    expect(await remote.list(query)).toEqual(await embedded.list(query));
  }
  const ids = records.map(({ id }) => id);
  const around = {
    ids,
    direction: "IN",
    types: ["OBSERVATION_OF", "ABOUT", "MAKES"],
    page: { first: 2 },
  } as const;
  expect(await remote.adjacent(around)).toEqual(await embedded.adjacent(around));
}
