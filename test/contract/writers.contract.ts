import { expect, it } from "vitest";
import { MAX_CHANGE_SET_RECORDS, versionNumber } from "../../src/domain/change-set.ts";
import { ConflictError, LimitExceededError } from "../../src/domain/errors.ts";
import type { Kind } from "../../src/domain/kind-names.ts";
import type { GraphRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { sampleRecord } from "./sample-record.ts";
import { onFreshStore, type StoreFactory } from "./store-factory.ts";

const put = (id: string, slug: string, name = slug) => ({
  id,
  author: "ada",
  message: id,
  puts: [sampleRecord({ id: `company:${slug}`, name })],
  removes: [],
});

/** What several handles on one graph see of each other, and how a scan stands to writes. */
export function describeWriters(factory: StoreFactory): void {
  it("lets exactly one of two writers win who expect the same version", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      for (let round = 0; round < 10; round += 1) {
        const { version: expectedVersion } = await store.info();
        const results = await Promise.allSettled([
          store.apply({ ...put(`one-${round}`, "one", `${round}`), expectedVersion }),
          other.apply({ ...put(`two-${round}`, "two", `${round}`), expectedVersion }),
        ]);
        const lost = results.filter((result) => result.status === "rejected");
        expect(lost.map(({ reason }) => reason instanceof ConflictError)).toEqual([true]);
        expect(versionNumber((await store.info()).version)).toBe(round + 1);
      }
    });
  });

  it("applies all of many writers who expect nothing, one after the other", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      const results = await Promise.all(
        Array.from({ length: 10 }, async (_, index) =>
          (index % 2 === 0 ? store : other).apply(put(`${index}`, `c${index}`)),
        ),
      );
      const numbers = results.map(({ version }) => versionNumber(version)).toSorted((a, b) => a - b);
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect((await store.info()).counts).toEqual({ Company: 10 });
    });
  });

  it("applies one change set once, though two send it at the same time", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      const [one, two] = await Promise.all([store.apply(put("same", "a")), other.apply(put("same", "a"))]);
      expect(one).toEqual(two);
      expect(one).toMatchObject({ added: 1 });
      expect((await store.history("company:a", { first: 5 })).items).toHaveLength(1);
    });
  });

  it("shows another handle what was applied, at once", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      const before = await other.info();
      const { version } = await store.apply(put("one", "a"));
      expect((await other.info()).version).toBe(version);
      expect(await other.changesSince(before.version, 10)).toMatchObject([{ id: "company:a" }]);
      expect((await other.records(["company:a"]))[0]?.revision).toBe(1);
    });
  });

  it("keeps the graph when every handle is closed", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const { version } = await store.apply(put("one", "a"));
      await store.close();
      const again = await openAnother();
      expect(await again.info()).toMatchObject({ version, counts: { Company: 1 } });
    });
  });

  it("scans one version, though others write meanwhile", async () => {
    await onFreshStore(factory, async ({ store, openAnother }) => {
      const other = await openAnother();
      const puts = Array.from({ length: 5000 }, (_, index) =>
        sampleRecord({ id: `company:c${index}`, name: "old" }),
      );
      await store.apply({ ...put("all", "a"), puts });
      const names = new Set<unknown>();
      let writing: Promise<unknown> = Promise.resolve();
      const version = await store.scan((batch) => {
        for (const { fields } of batch) names.add(fields["name"]);
        const last = { ...put(`at ${names.size} ${batch[0]?.id}`, "c999", "new") };
        writing = writing.then(async () => other.apply(last));
      });
      await writing;
      expect(names.size).toBe(1);
      expect(await scannedName(store, version)).toBe([...names][0]);
    });
  });

  it("adds, changes and removes thousands of records in one set each", { timeout: 120_000 }, async () => {
    await onFreshStore(factory, async ({ store }) => {
      const companies = Array.from({ length: 50 }, (_, index) => sampleRecord({ id: `company:c${index}` }));
      const stakes = (date: string) =>
        Array.from({ length: 5000 }, (_, index) => {
          const [from, to] = [`company:c${index % 50}`, `company:c${(index * 7) % 50}`];
          return sampleRecord({ id: `stake:s${index}`, from, to, date });
        });
      const apply = async (id: string, puts: readonly GraphRecord[], removes: readonly string[]) =>
        store.apply({ id, author: "ada", message: "", puts, removes });
      expect((await apply("add", [...companies, ...stakes("2025")], [])).added).toBe(5050);
      expect((await apply("change", stakes("2026"), [])).changed).toBe(5000);
      const all = [...companies, ...stakes("")].map(({ id }) => id);
      expect((await apply("remove", [], all)).removed).toBe(5050);
      expect((await store.info()).counts).toEqual({});
    });
  });

  it("ends a scan with the error of its sink", async () => {
    await onFreshStore(factory, async ({ store }) => {
      await store.apply(put("one", "a"));
      const sink = (): never => {
        throw new RangeError("enough");
      };
      await expect(store.scan(sink)).rejects.toThrow("enough");
      expect((await store.apply(put("two", "b"))).added).toBe(1);
    });
  });

  it("refuses a record of a kind that is none", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const nonsense = { id: "nonsense:a", kind: "Nonsense" as Kind, fields: {} };
      const refused = store.apply({ ...put("nonsense", "a"), puts: [nonsense] });
      await expect(refused).rejects.toThrow(/kind of nonsense:a is "Nonsense"/);
    });
  });

  it("refuses a change set above the limit, and changes nothing", async () => {
    await onFreshStore(factory, async ({ store }) => {
      const removes = Array.from({ length: MAX_CHANGE_SET_RECORDS + 1 }, (_, index) => `company:c${index}`);
      await expect(store.apply({ ...put("big", "a"), puts: [], removes })).rejects.toThrow(
        LimitExceededError,
      );
      expect(versionNumber((await store.info()).version)).toBe(0);
    });
  });
}

/** The name that company:c999 had at a version, by the log. */
async function scannedName(store: GraphStore, version: string): Promise<unknown> {
  const { items } = await store.history("company:c999", { first: 1000 });
  const at = items.find((change) => versionNumber(change.version) <= versionNumber(version));
  return at?.after?.fields["name"];
}
