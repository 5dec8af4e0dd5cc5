import { describe, expect, it } from "vitest";
import { buildSearchIndex, wordsOf, type SearchIndex } from "../../src/projection/search-index.ts";
import { indexRecords } from "../../src/projection/record-index.ts";
import { recordsOf } from "../support/graph-builder.ts";

const index: SearchIndex = buildSearchIndex(
  indexRecords(
    recordsOf((g) => {
      g.component("b-transceiver", { name: "1.6T 2xDR4 transceiver" });
      g.component("a-transceiver", { name: "1.6T 2xFR4 transceiver" });
      g.component("dsp", { name: "1.6T DSP" });
      g.component("glass", { name: "T-glass", aliases: ["low-CTE glass cloth"] });
      g.company("att", { name: "AT&T", tickers: ["NYSE:T"] });
      g.company("skhynix", { name: "SK hynix", aliases: ["SK하이닉스", "海力士"] });
      g.company("hynix", { name: "Hynix Semiconductor" });
      g.company("poet", { name: "POET Technologies" });
      g.company("liteon", { name: "LITEON", description: "makes modules with POET engines" });
      g.company("poetry", { name: "Poetry House" });
      g.company("alias", { name: "Other", aliases: ["POET"] });
      g.company("exact", { name: "poet" });
      g.company("words", { name: "Modules of POET" });
    }),
  ),
);
const ids = (text: string): string[] => index.search(text).map(({ id }) => id);

describe("search", () => {
  it("puts the exact name before an alias, a prefix, all words and the description", () => {
    expect(index.search("POET").map(({ id, match }) => [id, match])).toEqual([
      ["company:exact", "EXACT_NAME"],
      ["company:alias", "ALIAS"],
      ["company:poet", "PREFIX"],
      ["company:poetry", "PREFIX"],
      ["company:words", "ALL_WORDS"],
      ["company:liteon", "DESCRIPTION"],
    ]);
  });

  it("breaks ties by id", () => {
    expect(ids("1.6T 2x")).toEqual(["component:a-transceiver", "component:b-transceiver"]);
  });

  it("keeps the figures and signs of part names", () => {
    expect(ids("1.6T")).toEqual(["component:a-transceiver", "component:b-transceiver", "component:dsp"]);
    expect(ids("2xDR4")).toEqual(["component:b-transceiver"]);
    expect(ids("AT&T")).toEqual(["company:att"]);
    expect(ids("T-glass")).toEqual(["component:glass"]);
    expect(ids("NYSE:T")).toEqual(["company:att"]);
  });

  it("finds Chinese and Korean names by their characters", () => {
    expect(ids("海力士")).toEqual(["company:skhynix"]);
    expect(ids("하이닉스")).toEqual(["company:skhynix"]);
  });

  it("wants every word", () => {
    expect(ids("sk hynix")).toEqual(["company:skhynix"]);
    expect(ids("hynix")).toEqual(["company:hynix", "company:skhynix"]);
    expect(ids("hynix glass")).toEqual([]);
  });

  it("lists only the kinds asked for, and nothing for a text without words", () => {
    expect(index.search("poet", ["Component"])).toEqual([]);
    expect(ids("  &! ")).toEqual([]);
  });

  it("knows who is called so, names before aliases", () => {
    expect(index.named("Poet").map(({ id, match }) => [id, match])).toEqual([
      ["company:exact", "EXACT_NAME"],
      ["company:alias", "ALIAS"],
    ]);
  });
});

describe("the words of a text", () => {
  it("are joined forms whole, with their parts where these say something", () => {
    expect(wordsOf("1.6T 2xDR4 AT&T T-glass")).toEqual(["1.6t", "2xdr4", "at&t", "t-glass"]);
    expect(wordsOf("optical-engine")).toEqual(["optical-engine", "optical", "engine"]);
    expect(wordsOf("玻璃")).toEqual(["玻", "璃"]);
  });
});
