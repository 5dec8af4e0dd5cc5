import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { versionNumber, type Change } from "../../src/domain/change-set.ts";
import { LimitExceededError, StoreUnavailableError } from "../../src/domain/errors.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import {
  keepProjection,
  type KeeperOptions,
  type ProjectionKeeper,
} from "../../src/projection/projection-keeper.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { recordsOf } from "../support/graph-builder.ts";

function companies(...slugs: readonly string[]): readonly StoredRecord[] {
  return recordsOf((g) => slugs.forEach((slug) => g.company(slug)));
}

/** What the keeper asks of a store, answered from a list of versions that a test sets. */
interface FakeGraph {
  version: string;
  records: readonly StoredRecord[];
  changes: readonly Change[] | null;
  isAway: boolean;
  scans: number;
}

function fakeStore(graph: FakeGraph): GraphStore {
  const here = async <T>(answer: T): Promise<T> => {
    if (graph.isAway) throw new StoreUnavailableError("neo4j", "nobody answers");
    return answer;
  };
  return {
    info: () => here({ store: "neo4j", version: graph.version, counts: {} }),
    changesSince: () => here(graph.changes),
    scan: async (sink: (batch: readonly StoredRecord[]) => void) => {
      graph.scans += 1;
      await here(null);
      sink(graph.records);
      return graph.version;
    },
  } as unknown as GraphStore;
}

function fake(version: string, ...slugs: readonly string[]): FakeGraph {
  return { version, records: companies(...slugs), changes: null, isAway: false, scans: 0 };
}

function keep(store: GraphStore, options: KeeperOptions = {}): ProjectionKeeper {
  const keeper = keepProjection(store, { pollMilliseconds: 20, ...options });
  onTestFinished(() => keeper.stop());
  return keeper;
}

function change(version: string, id: string, after: StoredRecord | null): Change {
  const base = { version, changeSet: version, author: "a", message: "m", at: "2026-11-25T00:00:00Z", id };
  return after === null ? base : { ...base, after };
}

const has = (keeper: ProjectionKeeper, slug: string): boolean =>
  keeper.current().nodeNumber(`company:${slug}`) !== undefined;

afterEach(() => vi.useRealTimers());

describe("the keeper of the projection", () => {
  it("follows another writer of the same graph within its poll", async () => {
    const directory = await mkdtemp(join(tmpdir(), "chokepoint-keeper-"));
    const reader = await openEmbeddedStore({ directory });
    const writer = await openEmbeddedStore({ directory });
    onTestFinished(async () => {
      await reader.close();
      await writer.close();
      await rm(directory, { recursive: true });
    });
    const write = (id: string, ...slugs: string[]) =>
      writer.apply({ id, author: "a", message: "m", puts: companies(...slugs), removes: [] });
    await write("one", "a", "b");
    const keeper = keep(reader);
    await keeper.refresh();
    expect([has(keeper, "a"), has(keeper, "c")]).toEqual([true, false]);
    const { version } = await write("two", "c");
    await writer.apply({ id: "three", author: "a", message: "m", puts: [], removes: ["company:a"] });
    await vi.waitFor(() => expect(has(keeper, "a")).toBe(false), 10_000);
    expect(has(keeper, "c")).toBe(true);
    expect(versionNumber(keeper.current().version)).toBe(versionNumber(version) + 1);
  });

  it("says that the store is away at the start, and recovers by itself", async () => {
    const graph = { ...fake("g-1", "a"), isAway: true };
    const errors: unknown[] = [];
    const keeper = keep(fakeStore(graph), { onError: (error) => errors.push(error) });
    await expect(keeper.refresh()).rejects.toThrow(StoreUnavailableError);
    expect(() => keeper.current()).toThrow("nobody answers");
    expect(keeper.isReady()).toBe(false);
    graph.isAway = false;
    await vi.waitFor(() => expect(keeper.isReady()).toBe(true), 10_000);
    expect(has(keeper, "a")).toBe(true);
  });

  it("keeps its last projection while the store is away, and tells", async () => {
    const graph = fake("g-1", "a");
    const errors: unknown[] = [];
    const keeper = keep(fakeStore(graph), { onError: (error) => errors.push(error) });
    await keeper.refresh();
    graph.isAway = true;
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), 10_000);
    expect(has(keeper, "a")).toBe(true);
  });

  it("says that the graph is still being read before the first projection", () => {
    const keeper = keep(fakeStore(fake("g-1")));
    expect(() => keeper.current()).toThrow("still being read");
  });

  it("applies changes without a new scan: what was put, what was removed", async () => {
    const graph = fake("g-1", "a", "b");
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    await keeper.refresh();
    const [c] = companies("c");
    graph.version = "g-3";
    graph.changes = [change("g-2", "company:c", c ?? null), change("g-3", "company:a", null)];
    await keeper.refresh();
    expect([has(keeper, "a"), has(keeper, "b"), has(keeper, "c")]).toEqual([false, true, true]);
    expect([keeper.current().version, graph.scans]).toEqual(["g-3", 1]);
    expect(keeper.current().records.record("company:c")?.revision).toBe(2);
  });

  it("scans anew where the log has a gap, or is of another graph", async () => {
    const graph = fake("g-1", "a");
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    await keeper.refresh();
    Object.assign(graph, fake("other-1", "z"), { scans: 1 });
    await keeper.refresh();
    expect([has(keeper, "a"), has(keeper, "z"), graph.scans]).toEqual([false, true, 2]);
  });

  it("never steps back to an older version of the same graph", async () => {
    const graph = fake("g-7", "a", "b");
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    await keeper.refresh();
    Object.assign(graph, { version: "g-6", records: companies("a"), changes: null });
    await keeper.refresh();
    expect([keeper.current().version, has(keeper, "b")]).toEqual(["g-7", true]);
  });

  it("refuses a graph that is too large, with the limit and what to do", async () => {
    const keeper = keep(fakeStore(fake("g-1", "a", "b", "c")), { maxRecords: 2, pollMilliseconds: 100_000 });
    await expect(keeper.refresh()).rejects.toThrow(LimitExceededError);
    expect(() => keeper.current()).toThrow("CHOKEPOINT_MAX_RECORDS");
  });

  it("refuses a graph that grows too large, and keeps answering from the last one", async () => {
    const graph = fake("g-1", "a");
    const keeper = keep(fakeStore(graph), { maxRecords: 1, pollMilliseconds: 100_000 });
    await keeper.refresh();
    const [b] = companies("b");
    Object.assign(graph, { version: "g-2", changes: [change("g-2", "company:b", b ?? null)] });
    await expect(keeper.refresh()).rejects.toThrow(LimitExceededError);
    expect(keeper.current().version).toBe("g-1");
  });

  it("does one refresh at a time", async () => {
    const graph = fake("g-1", "a");
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    await Promise.all([keeper.refresh(), keeper.refresh(), keeper.refresh()]);
    expect(graph.scans).toBe(1);
  });

  it("has what was written while it read, whoever asks for it meanwhile, by one more reading for all", async () => {
    const graph = fake("g-1", "a");
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    const first = keeper.refresh();
    await vi.waitFor(() => expect(graph.scans).toBe(1));
    const [b] = companies("b");
    Object.assign(graph, { version: "g-2", changes: [change("g-2", "company:b", b ?? null)] });
    const updates = await Promise.all([first, keeper.refresh(), keeper.refresh()]);
    expect(updates).toHaveLength(3);
    expect([has(keeper, "b"), graph.scans]).toEqual([true, 1]);
  });

  it("reads again for those who came meanwhile, though the reading before failed", async () => {
    const graph = { ...fake("g-1", "a"), isAway: true };
    const keeper = keep(fakeStore(graph), { pollMilliseconds: 100_000 });
    const first = keeper.refresh().catch((error: unknown) => {
      graph.isAway = false;
      return error;
    });
    const second = keeper.refresh();
    expect(await first).toBeInstanceOf(StoreUnavailableError);
    await second;
    expect(keeper.isReady()).toBe(true);
  });
});
