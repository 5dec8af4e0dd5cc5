import { createRequire } from "node:module";
import { Socket } from "node:net";
import type ChildProcess from "node:child_process";
import { expect, it, vi } from "vitest";
import { bibtexOf } from "../../../src/graphql/citation/bibtex.ts";
import { citationTexts } from "../../../src/graphql/citation/citation-texts.ts";
import type { CslItem } from "../../../src/graphql/citation/csl-item.ts";
import { buildGraphqlSchema } from "../../../src/graphql/schema.ts";

const require = createRequire(import.meta.url);

function isLoaded(): boolean {
  return Object.keys(require.cache).some((file) => file.includes("@citation-js"));
}

it("is loaded for the first citation only, and reaches for no network, whatever a title looks like", async () => {
  // As the library's own synchronous fetch would see it: it starts a process.
  const execFile = vi.spyOn(require("node:child_process") as typeof ChildProcess, "execFileSync");
  const connect = vi.spyOn(Socket.prototype, "connect");
  const fetched = vi.spyOn(globalThis, "fetch");

  await buildGraphqlSchema();
  expect(isLoaded()).toBe(false);

  const titles = [
    "10.1000/182",
    "https://doi.org/10.1000/182",
    "Q42",
    "https://www.wikidata.org/wiki/Q42",
    "{}",
  ];
  const items = titles.map((title, index): CslItem => {
    const id = `s-${index}`;
    return { id, "citation-key": id, type: "webpage", title, URL: "https://doi.org/10.1000/182" };
  });
  expect(await citationTexts(items)).toHaveLength(titles.length);
  expect(await bibtexOf(items)).toContain("@misc{s-4,");
  expect(isLoaded()).toBe(true);
  for (const spy of [execFile, connect, fetched]) expect(spy).not.toHaveBeenCalled();
}, 60_000);
