import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, dataOf, type Asker } from "../ask.ts";
import { FIXTURE_RECORDS, link, record } from "../graph-fixture.ts";
import { parseBibtex } from "./parse-bibtex.ts";

const opens = [
  record("publisher:open-data", {
    name: "Open Data",
    type: "DATA_PROJECT",
    attribution: "Open Data, CC BY 4.0",
  }),
  record("source:open-sites", {
    title: "Sites",
    publisher: "publisher:open-data",
    type: "DATA",
    tier: "C",
    licence: "CC-BY-4.0",
    published: "2026-07-07",
    url: "https://open.example/sites",
  }),
  link("uses", "company:coreweave", "facility:denton", { usage: "TENANT" }),
  link("uses", "company:core-scientific", "facility:denton", {
    usage: "TENANT",
    inferred: true,
    inferredRule: "An operator uses what it operates.",
    inferredFrom: ["operates:company-core-scientific--facility-denton"],
  }),
  record("evidence:denton-open", {
    fact: "facility:denton",
    source: "source:open-sites",
    stance: "SUPPORTS",
  }),
];

let asker: Asker;
let version: string;
beforeAll(async () => {
  asker = await askerOf([...FIXTURE_RECORDS, ...opens]);
  version = (await asker.store.info()).version;
}, 60_000);

interface Cited {
  readonly text: string;
  readonly bibtex: string;
  readonly cslJson: readonly { readonly id: string; readonly type: string; readonly title: string }[];
}

async function citationOf(lookup: string): Promise<Cited> {
  const query = `{ cited: ${lookup} { ... on Fact { citation { text bibtex cslJson } } ... on Source { citation { text bibtex cslJson } } } }`;
  const { cited } = (await dataOf(asker, query)) as { cited: { citation: Cited } };
  return cited.citation;
}

describe("the citation of a source", () => {
  it("is one text, one entry and one item", async () => {
    const { text, bibtex, cslJson } = await citationOf('node(id: "source:open-sites")');
    expect(text).toBe("Open Data. Sites [data set]. 7 July 2026. https://open.example/sites");
    expect((await parseBibtex(bibtex)).map(({ id }) => id)).toEqual(["open-sites"]);
    expect(cslJson).toMatchObject([{ id: "open-sites", type: "dataset", title: "Sites" }]);
  });

  it("is the same at every asking", async () => {
    expect(await citationOf('node(id: "source:release")')).toEqual(
      await citationOf('node(id: "source:release")'),
    );
  });
});

describe("the citation of a fact", () => {
  it("names the fact, the state of the graph, the day, and the sources", async () => {
    const { text, bibtex, cslJson } = await citationOf('node(id: "contract:lease")');
    expect(text.split("\n")).toEqual([
      `Master lease (contract:lease). Chokepoint knowledge graph, version ${version} (accessed 25 November 2026).`,
      "Sources:",
      "CoreWeave. A release [press release]. 7 July 2025.",
      "A report [press release]. The Daily, November 2025.",
    ]);
    expect((await parseBibtex(bibtex)).map(({ id }) => id)).toEqual(["contract:lease", "release", "report"]);
    expect(cslJson.map(({ id, type }) => `${id} ${type}`)).toEqual([
      "contract:lease entry",
      "release webpage",
      "report webpage",
    ]);
  });

  it("keeps what disputes it apart", async () => {
    const { text } = await citationOf('node(id: "facility:denton")');
    expect(text.split("\n").slice(1)).toEqual([
      "Sources:",
      "Open Data. Sites [data set]. 7 July 2026. https://open.example/sites",
      "Disputed by:",
      "A report [press release]. The Daily, November 2025.",
    ]);
  });

  it("says what it was concluded from where no source states it", async () => {
    const { text } = await citationOf('node(id: "uses:company-core-scientific--facility-denton")');
    expect(text.split("\n").slice(1)).toEqual([
      "No source states it; concluded from operates:company-core-scientific--facility-denton.",
    ]);
  });

  it.each([
    ['node(id: "uses:company-coreweave--facility-denton")', "CoreWeave uses Denton"],
    ['node(id: "milestone:merger-definitive")', "Merger agreement: definitive"],
    ['node(id: "observation:denton-gross")', "Denton: facility mw"],
    ['node(id: "estimate:transceivers")', "1.6T transceiver: 1.6T transceivers"],
    ['node(id: "completeness:engine")', "1.6T transceiver: engine"],
    ['node(id: "claim:doubt")', "An analyst: The saving is not cash."],
    ['node(id: "claim:saving")', "CoreWeave: The merger saves ten billion of lease payments."],
  ])(
    "says so where no source is in the graph, and calls it by what it is about: %s",
    async (lookup, title) => {
      const { text } = await citationOf(lookup);
      expect(text.startsWith(`${title} (`)).toBe(true);
      expect(text.split("\n").slice(1)).toEqual(["No source in the graph."]);
    },
  );
});

describe("the bibliography of some facts", () => {
  const query = (of: readonly string[], fields: string): string =>
    `{ bibliography(of: ${JSON.stringify(of)}) { ${fields} } }`;

  it("has each source once, by id, with how many of the facts it supports and disputes", async () => {
    const fields =
      "sources { totalCount nodes { source { id licence attribution } factCount disputedCount } }";
    const ids = ["facility:denton", "contract:lease", "contract:merger", "contract:lease", "source:copy"];
    const { bibliography } = await dataOf(asker, query(ids, fields));
    const none = { licence: null, attribution: null };
    expect(bibliography).toEqual({
      sources: {
        totalCount: 4,
        nodes: [
          { source: { id: "source:copy", ...none }, factCount: 1, disputedCount: 0 },
          {
            source: {
              id: "source:open-sites",
              licence: "CC-BY-4.0",
              attribution: "Open Data, CC BY 4.0",
            },
            factCount: 1,
            disputedCount: 0,
          },
          { source: { id: "source:release", ...none }, factCount: 2, disputedCount: 0 },
          { source: { id: "source:report", ...none }, factCount: 1, disputedCount: 1 },
        ],
      },
    });
  });

  it("is a list to be read, a file of BibTeX, CSL-JSON, and the lines to write beside it", async () => {
    const { bibliography } = (await dataOf(
      asker,
      query(["facility:denton", "source:release"], "text bibtex cslJson attributions"),
    )) as { bibliography: Cited & { readonly attributions: readonly string[] } };
    expect(bibliography.text.split("\n")).toEqual([
      `Chokepoint. Knowledge graph of the AI-infrastructure supply chain [data set]. Version ${version} (accessed 25 November 2026).`,
      "A report [press release]. The Daily, November 2025.",
      "CoreWeave. A release [press release]. 7 July 2025.",
      "Open Data. Sites [data set]. 7 July 2026. https://open.example/sites",
    ]);
    const ids = ["chokepoint:graph", "open-sites", "release", "report"];
    expect((await parseBibtex(bibliography.bibtex)).map(({ id }) => id)).toEqual(ids);
    expect(bibliography.cslJson.map(({ id }) => id)).toEqual(ids);
    expect(bibliography.attributions).toEqual(["Open Data, CC BY 4.0"]);
  });

  it("follows an id that was given up, and pages through the sources", async () => {
    const { bibliography } = (await dataOf(
      asker,
      query(
        ["company:core-sci", "contract:lease"],
        "sources(first: 1) { nodes { source { id } } pageInfo { endCursor } }",
      ),
    )) as { bibliography: { sources: { nodes: unknown[]; pageInfo: { endCursor: string } } } };
    expect(bibliography.sources.nodes).toEqual([{ source: { id: "source:release" } }]);
    const { endCursor } = bibliography.sources.pageInfo;
    const next = await dataOf(
      asker,
      query(["contract:lease"], `sources(first: 1, after: "${endCursor}") { nodes { source { id } } }`),
    );
    expect(next).toEqual({ bibliography: { sources: { nodes: [{ source: { id: "source:report" } }] } } });
  });
});

describe("the number of store calls", () => {
  it("is one a step for the citations of a page, whatever its length", async () => {
    const sources = await asker.ask(`{ sources(first: 100) { nodes { citation { text } attribution } } }`);
    expect(sources.errors).toEqual([]);
    // The list; who brings the sources out.
    expect(sources.calls).toEqual({ list: 1, records: 1 });
    const facts = await asker.ask(`{ contracts(first: 100) { nodes { citation { text bibtex cslJson } } } }`);
    // The list; evidence; its sources; who brings them out; and the version.
    expect(facts.calls).toEqual({ list: 1, evidenceOf: 1, records: 2, info: 1 });
  });

  it("is one a step for a bibliography", async () => {
    const { calls } = await asker.ask(
      `{ bibliography(of: ["contract:lease", "contract:merger", "facility:denton"]) { text attributions sources { nodes { factCount } } } }`,
    );
    expect(calls).toEqual({ records: 3, evidenceOf: 1, info: 1 });
  });

  it("is none for the bibliography of an answer", async () => {
    const { errors, calls } = await asker.ask(
      `{ reach(from: "facility:denton", direction: DEPENDENCIES) { bibliography { text bibtex attributions sources { totalCount } } } }`,
    );
    expect(errors).toEqual([]);
    expect(calls).toEqual({});
  });
});
