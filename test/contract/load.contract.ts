import { expect, it } from "vitest";
import { versionNumber } from "../../src/domain/change-set.ts";
import { ConflictError, InvalidArgumentError, StoreUnavailableError } from "../../src/domain/errors.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { sampleRecord } from "./sample-record.ts";
import { onFreshStore, type StoreFactory } from "./store-factory.ts";

const options = { id: "first load", author: "ada", message: "load" };
const company = (slug: string): GraphRecord => sampleRecord({ id: `company:${slug}` });
const stake = (slug: string, from: string, to: string): GraphRecord =>
  sampleRecord({ id: `stake:${slug}`, from: `company:${from}`, to: `company:${to}` });
const claim = sampleRecord({ id: "claim:a", answers: ["claim:b"] });
const about = sampleRecord({ id: "about:a", from: "claim:a", to: "stake:ab" });
const put = (id: string, puts: readonly GraphRecord[]) => ({ ...options, id, puts, removes: [] });

async function* inBatches(
  ...batches: readonly (readonly GraphRecord[])[]
): AsyncGenerator<readonly GraphRecord[]> {
  yield* batches;
}

async function idsOf(store: GraphStore): Promise<string[]> {
  const ids: string[] = [];
  await store.scan((batch) => {
    ids.push(...batch.map(({ id }) => id));
  });
  return ids;
}

/** Loading into an empty graph. */
export function describeLoad(factory: StoreFactory): void {
  it("loads batches in any order as one version, and tells its progress", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const progress: number[] = [];
      const batches = inBatches(
        [about, stake("ab", "a", "b")],
        [company("a"), claim],
        [company("b"), sampleRecord({ id: "claim:b" })],
      );
      const result = await store.load(batches, {
        ...options,
        onProgress: (records) => progress.push(records),
      });
      expect(result).toMatchObject({ added: 6, changed: 0, removed: 0, unchanged: 0 });
      expect(progress).toEqual([2, 4, 6]);
      expect(await idsOf(store)).toEqual([
        "about:a",
        "claim:a",
        "claim:b",
        "company:a",
        "company:b",
        "stake:ab",
      ]);
      const { version, counts } = await store.info();
      expect([version, versionNumber(version)]).toEqual([result.version, 1]);
      expect(counts).toEqual({ Company: 2, Claim: 2, OWNS_STAKE: 1, ABOUT: 1 });
      expect((await store.records(["stake:ab"]))[0]).toMatchObject({ from: "company:a", revision: 1 });
    });
  });

  it("serves and logs a loaded graph as if it had been applied", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const records = [company("a"), company("b"), stake("ab", "a", "b")];
      await store.load(inBatches(records), options);
      const query = {
        ids: ["company:b"],
        direction: "IN",
        types: ["OWNS_STAKE"],
        page: { first: 5 },
      } as const;
      const [page] = await store.adjacent(query);
      expect(page?.items.map(({ id }) => id)).toEqual(["stake:ab"]);
      const { items } = await store.history("company:a", { first: 5 });
      expect(items).toMatchObject([{ changeSet: "first load", author: "ada", after: records[0] }]);
      await expect(store.apply({ ...put("remove", []), removes: ["company:a"] })).rejects.toThrow(
        ConflictError,
      );
    });
  });

  it("gives the first result again for the id of a load that is in", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const result = await store.load(inBatches([company("a")]), options);
      expect(await store.load(inBatches([company("b")]), options)).toEqual(result);
      expect(await idsOf(store)).toEqual(["company:a"]);
    });
  });

  it("refuses a graph that is not empty", async () => {
    await onFreshStore(factory, async ({ store }) => {
      await store.apply(put("one", [company("a")]));
      await expect(store.load(inBatches([company("b")]), options)).rejects.toThrow(ConflictError);
      expect(await idsOf(store)).toEqual(["company:a"]);
    });
  });

  it("loads nothing as no change", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const result = await store.load(inBatches(), options);
      expect(versionNumber(result.version)).toBe(0);
      expect((await store.info()).version).toBe(result.version);
    });
  });

  it.each([
    ["a reference to no record", [company("a"), stake("ab", "a", "b")], ConflictError],
    ["a wrong record", [{ ...company("a"), fields: {} }], InvalidArgumentError],
    ["a repeated record", [company("a"), company("a")], InvalidArgumentError],
  ])("refuses %s and leaves an empty graph that can be loaded", async (_what, wrong, error) => {
    await onFreshStore(factory, async ({ store }) => {
      const before = await store.info();
      await expect(store.load(inBatches([company("c"), claim], wrong), options)).rejects.toThrow(error);
      expect(await store.info()).toEqual(before);
      expect(await idsOf(store)).toEqual([]);
      expect((await store.load(inBatches([company("d")]), options)).added).toBe(1);
      expect(await idsOf(store)).toEqual(["company:d"]);
    });
  });

  it("ends with the error of a source of batches that fails, and leaves an empty graph", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const broken = async function* (): AsyncGenerator<readonly GraphRecord[]> {
        yield [company("a")];
        throw new RangeError("the file broke off");
      };
      await expect(store.load(broken(), options)).rejects.toThrow("the file broke off");
      expect(await idsOf(store)).toEqual([]);
    });
  });

  it("refuses every read and write, of every process, until the load is whole", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      const refused: unknown[] = [];
      const tries = [store, other].flatMap((one) => [
        async () => one.info(),
        async () => one.records(["company:a"]),
        async () => one.list({ kind: "Company", filters: [], page: { first: 5 } }),
        async () => one.history("company:a", { first: 5 }),
        async () => one.scan(() => undefined),
        async () => one.apply(put("meanwhile", [company("z")])),
        async () => one.load(inBatches([company("z")]), { ...options, id: "meanwhile" }),
      ]);
      const batches = async function* (): AsyncGenerator<readonly GraphRecord[]> {
        yield [company("a")];
        for (const attempt of tries)
          refused.push(
            await attempt().then(
              () => "served",
              (error: unknown) => error,
            ),
          );
        yield [company("b")];
      };
      await store.load(batches(), options);
      expect(refused.filter((error) => !(error instanceof StoreUnavailableError))).toEqual([]);
      expect(refused).toHaveLength(tries.length);
      expect(await idsOf(other)).toEqual(["company:a", "company:b"]);
    });
  });
}
