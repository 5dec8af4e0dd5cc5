import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { asksForAttribution, attributionOf } from "../../../src/domain/attribution.ts";
import { textField, type GraphRecord } from "../../../src/domain/record.ts";
import { datasetRecords, readDataset } from "../../../src/dataset/read-dataset.ts";
import { bibtexOf } from "../../../src/graphql/citation/bibtex.ts";
import { citationTexts } from "../../../src/graphql/citation/citation-texts.ts";
import { cslItemOf, type CslItem, type SourceToCite } from "../../../src/graphql/citation/csl-item.ts";
import { cslProblems } from "./csl-schema.ts";
import { parseBibtex } from "./parse-bibtex.ts";

let sources: readonly SourceToCite[];
let items: readonly CslItem[];
beforeAll(async () => {
  const seed = fileURLToPath(new URL("../../../seed", import.meta.url));
  const records = new Map(datasetRecords(await readDataset(seed)).map((record) => [record.id, record]));
  const referred = (source: GraphRecord, field: string) => records.get(textField(source, field) ?? "");
  sources = [...records.values()]
    .filter(({ kind }) => kind === "Source")
    .map((source) => ({
      source,
      publisher: referred(source, "publisher"),
      carrier: referred(source, "carrier"),
    }));
  items = sources.map(cslItemOf);
}, 120_000);

describe("every source that we ship", { timeout: 120_000 }, () => {
  it("is cited in a text of its own, with its address, and no stop twice", async () => {
    const texts = await citationTexts(items);
    expect(items.length).toBeGreaterThan(1_000);
    const odd = texts.filter((text, index) => {
      const { URL: address = "", issued } = items[index] ?? {};
      const words = address === "" ? text : text.replace(` ${address}`, "");
      return (
        !text.includes(address) ||
        words.length < 20 ||
        /\.\.(?!\.)|[?!]\.|,,|, *\.| {2}/.test(words) ||
        (issued === undefined) !== words.includes("n.d.")
      );
    });
    expect(odd).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("has an entry of BibTeX that reads back, under a key of its own", async () => {
    const bibtex = await bibtexOf(items);
    const read = await parseBibtex(bibtex);
    expect(new Set(read.map(({ id }) => id)).size).toBe(items.length);
    expect(read.map(({ id, title }) => ({ id, title }))).toEqual(
      items.map(({ id, title }) => ({ id, title })),
    );
    const addresses = items.flatMap(({ URL: address }) => address ?? []);
    expect(bibtex.match(/(?<=^  url = \{).*(?=\},$)/gm)).toEqual(addresses);
  });

  it("is CSL-JSON", () => {
    expect(cslProblems(items)).toEqual([]);
  });

  it("says whom to name where its licence asks for it", () => {
    const licensed = sources.filter(({ source }) => textField(source, "licence") !== undefined);
    expect(licensed.length).toBeGreaterThan(10);
    const wrong = licensed.filter(({ source, publisher }) => {
      const isNamed = attributionOf(source, publisher) !== undefined;
      return isNamed !== asksForAttribution(textField(source, "licence") ?? "");
    });
    expect(wrong.map(({ source }) => source.id)).toEqual([]);
  });
});
