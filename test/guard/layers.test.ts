import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lintFixture } from "./lint-fixture.ts";
import { adapters, allowedImports, allowedPackages, roomsThatChooseAdapters } from "./rooms.ts";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const rooms = Object.keys(allowedImports);

/** Files whose import of one thing the layer rule has to judge, and whether it must refuse it. */
interface Probe {
  readonly file: string;
  readonly text: string;
  readonly isForbidden: boolean;
}

function probe(folder: string, name: string, specifier: string, isForbidden: boolean): Probe {
  const file = `src/${folder}/probe-${name.replaceAll(/\W/g, "-")}.ts`;
  return { file, text: `import { x } from "${specifier}";\nx();\n`, isForbidden };
}

/** The written form of an import of `target` (a path below src) from a file in `folder`. */
function specifierTo(folder: string, target: string): string {
  const path = relative(`/${folder}`, `/${target}/x.ts`);
  return path.startsWith(".") ? path : `./${path}`;
}

function roomProbes(): Probe[] {
  return rooms.flatMap((from) =>
    rooms
      .filter((to) => to !== from)
      .flatMap((to) => {
        const isForbidden = allowedImports[from]?.includes(to) !== true;
        const deeper = `${from}/deeper`;
        return [
          probe(from, to, specifierTo(from, to), isForbidden),
          probe(deeper, to, specifierTo(deeper, to), isForbidden),
        ];
      }),
  );
}

function adapterProbes(): Probe[] {
  return adapters.flatMap((adapter) =>
    [...rooms, ...adapters]
      .filter((from) => from !== adapter)
      .map((from) => {
        const mayChoose = (roomsThatChooseAdapters as readonly string[]).includes(from);
        return probe(from, adapter, specifierTo(from, adapter), !mayChoose);
      }),
  );
}

function packageProbes(): Probe[] {
  const restricted = Object.entries(allowedPackages).flatMap(([name, allowed]) =>
    [...rooms, ...adapters]
      .filter((from) => from !== "explorer" && from !== "playground")
      .map((from) => probe(from, name, name, !allowed.includes(from))),
  );
  const pure = ["domain", "graph"].flatMap((from) =>
    ["yaml", "@scope/any", "node:fs"].map((name) => probe(from, name, name, true)),
  );
  return [...restricted, ...pure];
}

function refusedFiles(probes: readonly Probe[]): string[] {
  const found = lintFixture(Object.fromEntries(probes.map(({ file, text }) => [file, text])));
  return found
    .filter(({ rule }) => rule.includes("no-restricted-imports"))
    .map(({ file }) => file)
    .toSorted();
}

/** Every module that a source file names: static and dynamic imports, re-exports and type imports. */
function specifiersIn(text: string): string[] {
  const named = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;
  return [...text.matchAll(named)].map((match) => match[1] ?? "");
}

function roomOf(path: string): string {
  return relative(src, path).split("/")[0] ?? "";
}

describe("the layer rule", () => {
  it("has an entry for every folder of src", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const unknown = folders.map(({ name }) => name).filter((name) => !rooms.includes(name));
    expect(unknown).toEqual([]);
  });

  it.each([
    ["between rooms", roomProbes()],
    ["of adapters", adapterProbes()],
    ["of packages", packageProbes()],
  ])("refuses every forbidden import %s and no other", (_title, probes) => {
    const forbidden = probes.filter(({ isForbidden }) => isForbidden).map(({ file }) => file);
    expect(refusedFiles(probes)).toEqual([...new Set(forbidden)].toSorted());
  });

  it("refuses a type-only import too", () => {
    const file = "src/risk/probe.ts";
    const text = 'import type { Driver } from "neo4j-driver";\nexport type Held = Driver;\n';
    expect(refusedFiles([{ file, text, isForbidden: true }])).toEqual([file]);
  });

  it("refuses a cycle between files", () => {
    const found = lintFixture({
      "src/domain/a.ts": 'import { b } from "./b.ts";\nexport const a = (): number => b();\n',
      "src/domain/b.ts": 'import { a } from "./a.ts";\nexport const b = (): number => a();\n',
    });
    expect(found.map(({ rule }) => rule)).toContain("import(no-cycle)");
  });

  it("is kept by dynamic imports, which the linter does not look at", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.tsx?$/.test(path),
    );
    const broken = files.flatMap((path) => {
      const file = join(src, path);
      const from = roomOf(file);
      return specifiersIn(readFileSync(file, "utf8"))
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => roomOf(resolve(dirname(file), specifier)))
        .filter((to) => to !== from && to !== ".." && allowedImports[from]?.includes(to) !== true)
        .map((to) => `${path} imports ${to}`);
    });
    expect(broken).toEqual([]);
  });
});
