import { describe, expect, it } from "vitest";
import { citationTexts } from "../../../src/graphql/citation/citation-texts.ts";
import { cslItemOf, type SourceToCite } from "../../../src/graphql/citation/csl-item.ts";
import { factItem, graphItem } from "../../../src/graphql/citation/graph-item.ts";
import { record } from "../graph-fixture.ts";

type Fields = Record<string, string | boolean>;

function source(fields: Fields, publisher: Fields = {}, carrier?: string): SourceToCite {
  return {
    source: record("source:x", { title: "A page", type: "NEWS", ...fields }),
    publisher: record("publisher:x", { name: "The Daily", type: "PRESS", ...publisher }),
    ...(carrier === undefined ? {} : { carrier: record("publisher:c", { name: carrier }) }),
  };
}

const [published, accessed, url] = ["2026-05-07", "2026-11-24", "https://x.example/a_b?c=1&d=%20"];
const company = { name: "CoreWeave, Inc.", type: "COMPANY" };

const CASES: readonly (readonly [what: string, source: SourceToCite, text: string])[] = [
  [
    "a filing in an archive",
    source({ title: "Results of 2025", type: "FILING", published, url }, company, "SEC EDGAR"),
    `CoreWeave, Inc. Results of 2025. SEC EDGAR, 7 May 2026. ${url}`,
  ],
  ["a newspaper", source({ published, accessed, url }), `A page. The Daily, 7 May 2026. ${url}`],
  [
    "a press release of a company",
    source({ title: "We grow!", type: "PRESS_RELEASE", published: "2026-05", url }, company),
    `CoreWeave, Inc. We grow! [press release]. May 2026. ${url}`,
  ],
  [
    "a data set",
    source({ title: "Sites", type: "DATA", published, url }, { name: "Epoch AI", type: "DATA_PROJECT" }),
    `Epoch AI. Sites [data set]. 7 May 2026. ${url}`,
  ],
  [
    "a blog whose title is a question",
    source({ title: "What is LPO?", type: "BLOG", published: "2026", url }, { name: "Optics", type: "BLOG" }),
    `What is LPO? Optics, 2026. ${url}`,
  ],
  [
    "a page without a date",
    source({ accessed, url }),
    `A page. The Daily, n.d. ${url} (accessed 24 November 2026)`,
  ],
  ["a page without a date or an address", source({}), "A page. The Daily, n.d."],
  [
    "a page whose date was concluded",
    source({ published: "2026", publishedInferred: true, accessed, url }),
    `A page. The Daily, c. 2026. ${url} (accessed 24 November 2026)`,
  ],
  [
    "a page of a quarter",
    source({ published: "2026-01-01/2026-03-31", url }),
    `A page. The Daily, January–March 2026. ${url}`,
  ],
  [
    "a page of some days in two years",
    source({ published: "2025-12-30/2026-01-02" }),
    "A page. The Daily, 30 December 2025–2 January 2026.",
  ],
  [
    "a title in another script",
    source({ title: "高純度石英 — ガラス", published }, { name: "日本経済新聞" }),
    "高純度石英 — ガラス. 日本経済新聞, 7 May 2026.",
  ],
  [
    "a title with signs of its own and a full stop",
    source({ title: 'AT&T {x} "buys" 100% of A_B for $5.', published }),
    "AT&T {x} “buys” 100% of A_B for $5. The Daily, 7 May 2026.",
  ],
  [
    "a title that every object answers to",
    source({ title: "toString", published }),
    "toString. The Daily, 7 May 2026.",
  ],
  [
    "a page that was taken back",
    source({ published, isRetracted: true }),
    "A page [retracted]. The Daily, 7 May 2026.",
  ],
];

describe("a citation in words", () => {
  it.each(CASES)("is as an editor writes it: %s", async (_what, cited, text) => {
    expect(await citationTexts([cslItemOf(cited)])).toEqual([text]);
  });

  it("names the graph and one of its facts with the version and the day", async () => {
    const reading = { version: "g-7", day: "2026-11-26" };
    expect(await citationTexts([graphItem(reading), factItem("contract:lease", "Lease", reading)])).toEqual([
      "Chokepoint. Knowledge graph of the AI-infrastructure supply chain [data set]. Version g-7 (accessed 26 November 2026).",
      "Lease (contract:lease). Chokepoint knowledge graph, version g-7 (accessed 26 November 2026).",
    ]);
  });
});
