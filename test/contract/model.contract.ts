import * as fc from "fast-check";
import { expect, it } from "vitest";
import { versionNumber, type ChangeSet } from "../../src/domain/change-set.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { answerOf, wholeQuestion } from "./answer.ts";
import { dice } from "./dice.ts";
import { modelStore } from "./model-store.ts";
import { propertySettings } from "./property-settings.ts";
import { randomChangeSet } from "./random-change-set.ts";
import { randomQuestion } from "./random-question.ts";
import { onFreshStore, type StoreFactory } from "./store-factory.ts";

/** What the commands of one run share beside the two stores. */
interface Model {
  readonly store: GraphStore;
  sets: number;
  last: ChangeSet | null;
}

const QUESTIONS_AT_ONCE = 4;

type Command = fc.AsyncCommand<Model, GraphStore>;

/** The store does what the plain map does, whatever is asked of it, in whatever order. */
export function describeModel(factory: StoreFactory): void {
  const settings = propertySettings(factory.propertyRuns);
  it(`does as a plain map does (${settings.title})`, { timeout: 120_000 }, async () => {
    expect.hasAssertions();
    const commands = fc.commands(
      [
        fc.nat().map(applyCommand),
        fc.nat().map(applyCommand),
        fc.nat().map(questionCommand),
        fc.nat().map(questionCommand),
        fc.constant(retryCommand()),
      ],
      { maxCommands: 40, size: "max" },
    );
    const property = fc.asyncProperty(commands, async (run) => {
      await onFreshStore(factory, async ({ store }) => {
        const model: Model = { store: modelStore(), sets: 0, last: null };
        await fc.asyncModelRun(() => ({ model, real: store }), run);
        await expectSameAnswer(model.store, store, wholeQuestion());
      });
    });
    await fc.assert(property, settings.parameters);
  });
}

function applyCommand(seed: number): Command {
  return {
    check: () => true,
    toString: () => `apply(${seed})`,
    run: async (model, real) => {
      model.sets += 1;
      const id = `set-${model.sets}`;
      const records = await recordsOf(model.store);
      const { version } = await real.info();
      const changeSet = randomChangeSet(dice(seed), id, { records, version });
      await expectSameResult(model, real, changeSet);
      model.last = changeSet;
    },
  };
}

/** The id of a change set that was applied gives its first result again, whatever it now holds. */
function retryCommand(): Command {
  return {
    check: ({ last }) => last !== null,
    toString: () => "retry",
    run: async (model, real) => {
      if (model.last !== null) await expectSameResult(model, real, { ...model.last, removes: ["company:z"] });
    },
  };
}

function questionCommand(seed: number): Command {
  return {
    check: () => true,
    toString: () => `question(${seed})`,
    run: async ({ store }, real) => {
      const chance = dice(seed);
      const records = await recordsOf(store);
      for (let asked = 0; asked < QUESTIONS_AT_ONCE; asked += 1) {
        await expectSameAnswer(store, real, randomQuestion(chance, records));
      }
    },
  };
}

async function recordsOf(store: GraphStore): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  await store.scan((batch) => {
    records.push(...batch);
  });
  return records;
}

async function expectSameAnswer(
  model: GraphStore,
  real: GraphStore,
  { title, ask }: ReturnType<typeof randomQuestion>,
): Promise<void> {
  const expected = await answerOf(async () => ask(model));
  expect({ title, answer: await answerOf(async () => ask(real)) }).toEqual({ title, answer: expected });
}

async function expectSameResult({ store }: Model, real: GraphStore, changeSet: ChangeSet): Promise<void> {
  const { expectedVersion, ...rest } = changeSet;
  const versions =
    expectedVersion === undefined ? {} : { expectedVersion: `model-${versionNumber(expectedVersion)}` };
  const apply = async (on: GraphStore, set: ChangeSet) => {
    const { version, ...counts } = await on.apply(set);
    return { ...counts, version: versionNumber(version) };
  };
  const expected = await answerOf(async () => apply(store, { ...rest, ...versions }));
  const title = `apply ${JSON.stringify(changeSet)}`;
  expect({ title, answer: await answerOf(async () => apply(real, changeSet)) }).toEqual({
    title,
    answer: expected,
  });
}
