import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ForbiddenError, StoreUnavailableError } from "../../src/domain/errors.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";

let directory = "";
const opened: GraphStore[] = [];
const file = (): string => join(directory, "graph.sqlite");
const put = (id: string) => ({
  id,
  author: "ada",
  message: "",
  puts: [sampleRecord({ id: `company:${id}` })],
  removes: [],
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "chokepoint-embedded-"));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(directory, { recursive: true });
});

async function open(
  options: { readonly directory?: string; readonly readOnly?: boolean } = {},
): Promise<GraphStore> {
  const store = await openEmbeddedStore({ directory, ...options });
  opened.push(store);
  return store;
}

describe("a graph in memory", () => {
  it("works like one in a file, and is one's own", async () => {
    const [one, two] = [await open({ directory: ":memory:" }), await open({ directory: ":memory:" })];
    await one.apply(put("a"));
    expect((await one.info()).counts).toEqual({ Company: 1 });
    expect((await two.info()).counts).toEqual({});
    const scanned: string[] = [];
    await one.scan((batch) => {
      scanned.push(...batch.map(({ id }) => id));
    });
    expect(scanned).toEqual(["company:a"]);
    const load = { id: "load", author: "ada", message: "" };
    expect((await two.load(inOneBatch("company:b"), load)).added).toBe(1);
  });
});

describe("two openings of one graph", () => {
  const named = (id: string, name: string) => ({
    ...put(id),
    id: `${id} ${name}`,
    puts: [sampleRecord({ id: `company:${id}`, name })],
  });

  it("see each other's changes, additions and removals at once, of records read before", async () => {
    const [reader, writer] = [await open(), await open()];
    const names = async (): Promise<unknown> =>
      (await reader.records(["company:a", "company:b"])).map((record) => record?.fields["name"] ?? null);
    await writer.apply(named("a", "First"));
    expect(await names()).toEqual(["First", null]);
    await writer.apply(named("a", "Second"));
    await writer.apply(named("b", "Third"));
    expect(await names()).toEqual(["Second", "Third"]);
    expect(await names()).toEqual(["Second", "Third"]);
    const page = { first: 5 };
    await writer.apply(named("a", "Fourth"));
    const { items } = await reader.list({ kind: "Company", filters: [], page });
    expect(items.map(({ fields }) => fields["name"])).toEqual(["Fourth", "Third"]);
    await writer.apply({ ...put("c"), puts: [], removes: ["company:a"] });
    expect(await names()).toEqual([null, "Third"]);
  });
});

describe("opening", () => {
  it("makes the folder", async () => {
    await open({ directory: join(directory, "a", "b") });
    const again = await open({ directory: join(directory, "a", "b"), readOnly: true });
    expect((await again.info()).counts).toEqual({});
  });

  it("reads without writing when it is told to, and sees what others write", async () => {
    const writer = await open();
    await writer.apply(put("a"));
    const reader = await open({ readOnly: true });
    await writer.apply(put("b"));
    expect((await reader.info()).counts).toEqual({ Company: 2 });
    await expect(reader.apply(put("c"))).rejects.toThrow(ForbiddenError);
    const load = reader.load(inOneBatch("company:c"), { id: "load", author: "ada", message: "" });
    await expect(load).rejects.toThrow(ForbiddenError);
  });

  it("says that there is no graph to read", async () => {
    await expect(open({ readOnly: true })).rejects.toThrow(
      /unavailable: there is no graph in .* seed it first/,
    );
  });

  it("refuses a file that is no database, and one of another layout", async () => {
    await writeFile(file(), "This is no database, only some text that is long enough to look at.".repeat(20));
    await expect(open()).rejects.toThrow(/no database of this product/);
    await rm(file());
    const other = new DatabaseSync(file());
    other.exec("PRAGMA user_version = 99");
    other.close();
    await expect(open()).rejects.toThrow(/layout 99, this version needs 1/);
  });

  it("waits for another that is just laying out the same file", async () => {
    const other = new DatabaseSync(file());
    other.exec("CREATE TABLE t (x); BEGIN EXCLUSIVE");
    const opening = open();
    await sleep(100);
    other.exec("COMMIT; DROP TABLE t");
    other.close();
    expect((await (await opening).info()).counts).toEqual({});
  });

  it("refuses a folder that is a file", async () => {
    await writeFile(join(directory, "file"), "");
    await expect(open({ directory: join(directory, "file") })).rejects.toThrow(StoreUnavailableError);
  });
});

it("is unavailable once it is closed, which may be done twice", async () => {
  const store = await open();
  await store.close();
  await store.close();
  await expect(store.info()).rejects.toThrow("the embedded store is unavailable: it was closed");
});

it("is unavailable to a writer while another holds the file, and to nobody after that", async () => {
  const store = await open();
  const other = new DatabaseSync(file());
  other.exec("BEGIN IMMEDIATE");
  await expect(store.apply(put("a"))).rejects.toThrow(/another process is writing/);
  expect((await store.info()).counts).toEqual({});
  other.close();
  expect((await store.apply(put("a"))).added).toBe(1);
});

describe("a load whose process is killed", () => {
  it("refuses readers while it lives, and leaves an empty graph to the next opening", async () => {
    const writer = fileURLToPath(new URL("load-writer.ts", import.meta.url));
    const child = spawn(process.execPath, [writer, directory], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const reader = await open();
    await expect(reader.info()).rejects.toThrow("being loaded");
    await expect(reader.apply(put("a"))).rejects.toThrow("being loaded");
    child.kill("SIGKILL");
    await once(child, "close");
    const next = await open();
    expect((await next.info()).counts).toEqual({});
    expect(
      (await next.load(inOneBatch("company:a"), { id: "a load that dies", author: "ada", message: "" }))
        .added,
    ).toBe(1);
    expect((await reader.info()).counts).toEqual({ Company: 1 });
  });
});

async function* inOneBatch(id: string) {
  yield [sampleRecord({ id })];
}
