import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datasetRecords, readDataset } from "../../src/dataset/read-dataset.ts";
import type { GraphRecord } from "../../src/domain/record.ts";

/** One file of the fact base: the prefix that its ids have in the dataset, and the ids. */
interface Part {
  readonly name: string;
  readonly prefix: string;
  readonly ids: readonly string[];
}

const REPEATED_KIND = /^(?:fac|src|obs|claim|stake)-/;
const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const base = readFileSync(new URL("fact-base-ids.txt", import.meta.url), "utf8");
const page = readFileSync(new URL("../../docs/left-out.md", import.meta.url), "utf8");

const parts = base
  .split("\n# ")
  .slice(1)
  .map((text): Part => {
    const [heading = "", ...lines] = text.trim().split("\n");
    const [name = "", prefix = ""] = heading.split(" -> ");
    return { name, prefix, ids: lines.join(" ").split(" ") };
  });

/** The listed records of the part with their reasons; a record with a bracket behind it is a field of one. */
function listed(name: string): ReadonlyMap<string, string> {
  const section = page.split(`\n### ${name}\n`)[1]?.split("\n### ")[0]?.split("\n## ")[0] ?? "";
  return new Map(
    [...section.matchAll(/^\| `([^` ]+)` +\| (.*?) *\|$/gm)].map(([, id = "", reason = ""]) => [id, reason]),
  );
}

const isMerged = (reason: string): boolean => reason.includes("merged");
const carriedAs = (reason: string): string | undefined => /arried over as (\S+)/.exec(reason)?.[1];
const isLeftOut = (reason: string): boolean => !isMerged(reason) && carriedAs(reason) === undefined;

/** The ids of records that the part has of its own, as the page says. */
function ownIds({ name, prefix, ids }: Part): readonly string[] {
  const reasons = listed(name);
  return ids.flatMap((id) => {
    const reason = reasons.get(id);
    if (reason === undefined) return [seedId(prefix, id)];
    return carriedAs(reason) ?? [];
  });
}

function seedId(prefix: string, id: string): string {
  const slug = prefix === "place" ? id.toLowerCase().replaceAll("_", "-") : id.replace(REPEATED_KIND, "");
  return `${prefix}:${slug}`;
}

/** The numbers in the rows of the table below the heading, by the first cell. */
function numbers(heading: string): ReadonlyMap<string, readonly number[]> {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => /^\| .*\d/.test(line));
  return new Map(
    rows.map((line) => {
      const [first = "", ...cells] = line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.replaceAll("*", "").trim());
      return [first, cells.filter((cell) => /^\d+$/.test(cell)).map(Number)];
    }),
  );
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("the page of what was left out", { timeout: 120_000 }, () => {
  const reading = readDataset(seed).then((dataset) => datasetRecords(dataset));
  const byId = async (): Promise<ReadonlyMap<string, GraphRecord>> =>
    new Map((await reading).map((record) => [record.id, record]));
  const redirectedIds = async (): Promise<ReadonlySet<unknown>> =>
    new Set((await reading).filter(({ kind }) => kind === "Redirect").map(({ fields }) => fields["oldId"]));

  it("has every record of the fact base that it does not list in the dataset, each once", async () => {
    const records = await byId();
    const own = parts.flatMap(ownIds);
    expect(own.filter((id) => !records.has(id))).toEqual([]);
    expect(own.filter((id, index) => own.indexOf(id) !== index)).toEqual([]);
  });

  it("lists nothing as left out that is in the dataset", async () => {
    const records = await byId();
    const present = parts.flatMap(({ name, prefix }) =>
      [...listed(name)].flatMap(([id, reason]) =>
        isLeftOut(reason) && records.has(seedId(prefix, id)) ? [`${name}: ${id}`] : [],
      ),
    );
    expect(present).toEqual([]);
  });

  it("finds each merged record under its own id, a redirect or the record that it names", async () => {
    const records = await byId();
    const old = await redirectedIds();
    const lost = parts.flatMap(({ name, prefix }) =>
      [...listed(name)].flatMap(([id, reason]) => {
        const named = /\b[a-z-]+:[a-z0-9-]+/.exec(reason)?.[0] ?? "";
        const isFound = [seedId(prefix, id), named].some((other) => records.has(other) || old.has(other));
        return isMerged(reason) && !isFound ? [`${name}: ${id}`] : [];
      }),
    );
    expect(lost).toEqual([]);
  });

  it("lists only records of the fact base", () => {
    const unknown = parts.flatMap(({ name, ids }) =>
      [...listed(name).keys()].filter((id) => !ids.includes(id)),
    );
    expect(unknown).toEqual([]);
  });

  it("counts for each file what it lists", () => {
    const counted = numbers("Records of the base");
    for (const part of parts) {
      const reasons = [...listed(part.name).values()];
      const expected = [
        part.ids.length,
        ownIds(part).length,
        reasons.filter(isMerged).length,
        reasons.filter(isLeftOut).length,
      ];
      expect([part.name, counted.get(part.name)]).toEqual([part.name, expected]);
    }
    const rows = [...counted].filter(([name]) => name !== "all").map(([, row]) => row);
    expect(counted.get("all")).toEqual(
      [0, 1, 2, 3].map((column) => sumOf(rows.map((row) => row[column] ?? 0))),
    );
  });

  it("counts for each kind the records that the base gave", async () => {
    const records = await byId();
    const kinds = new Map<string, number>();
    for (const id of parts.flatMap(ownIds)) {
      const kind = records.get(id)?.kind ?? id;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const counted = numbers("Records by kind");
    const own = [...counted].flatMap(([kind, [count]]) => (kind === "all" ? [] : [[kind, count] as const]));
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries(kinds));
    expect(counted.get("all")?.[0]).toBe(sumOf([...kinds.values()]));
  });
});
