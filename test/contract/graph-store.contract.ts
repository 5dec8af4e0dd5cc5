import { describe, expect, it } from "vitest";
import { storeCaseFiles } from "./case-file.ts";
import { describeLoad } from "./load.contract.ts";
import { describeModel } from "./model.contract.ts";
import { runCase } from "./run-case.ts";
import { onFreshStore, type StoreFactory } from "./store-factory.ts";
import { describeWriters } from "./writers.contract.ts";

/** The one contract of every store, without exceptions: what the port promises, as cases, as a model, and under concurrency. */
export function describeGraphStore(name: string, factory: StoreFactory): void {
  describe(`${name} keeps the contract`, () => {
    for (const { name: topic, cases } of storeCaseFiles()) {
      describe(`cases of ${topic}`, () => {
        it.each(cases.map((test) => ({ ...test })))("$title", async (test) => {
          expect.hasAssertions();
          await onFreshStore(factory, async ({ store }) => runCase(store, test));
        });
      });
    }
    describe("load", () => {
      describeLoad(factory);
    });
    describe("writers", () => {
      describeWriters(factory);
    });
    describe("model", () => {
      describeModel(factory);
    });
  });
}
