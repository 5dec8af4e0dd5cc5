import { describe, expect, it } from "vitest";
import { bibtexOf } from "../../../src/graphql/citation/bibtex.ts";
import { cslItemOf } from "../../../src/graphql/citation/csl-item.ts";
import { record } from "../graph-fixture.ts";
import { parseBibtex } from "./parse-bibtex.ts";

function bibtex(
  fields: Record<string, string | boolean>,
  publisher: Record<string, string>,
): Promise<string> {
  const source = record("source:a-page", { title: "A page", type: "ANALYSIS", ...fields });
  return bibtexOf([cslItemOf({ source, publisher: record("publisher:x", { name: "X & Y", ...publisher }) })]);
}

describe("an entry of BibTeX", () => {
  it("has the slug as its key, and signs escaped everywhere but in the address", async () => {
    const fields = {
      title: "CoreWeave buys 100% of A_B -- for {$5}",
      published: "2026-05-07",
      accessed: "2026-11-24",
      url: "https://x.example/a_b?c=%20&d={1}",
    };
    expect(await bibtex(fields, { type: "BLOG" })).toBe(
      [
        "@misc{a-page,",
        "  note = {accessed 2026-11-24},",
        String.raw`  publisher = {X \& Y},`,
        String.raw`  title = {{CoreWeave buys 100\% of A\_B -{}- for \{\$5\}}},`,
        "  url = {https://x.example/a_b?c=%20&d=%7B1%7D},",
        "  date = {2026-05-07},",
        "  year = {2026},",
        "  month = may,",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("keeps a firm of two names one author, and every script", async () => {
    const entries = await parseBibtex(
      await bibtex(
        { title: "高純度石英", published: "2026" },
        { name: "Smith and 日本, Inc.", type: "COMPANY" },
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ title: "高純度石英", author: [{ family: "Smith and 日本, Inc." }] });
  });

  it("says in its note what BibTeX has no field for", async () => {
    const span = { published: "2025-12-30/2026-01-02", publishedInferred: true, isRetracted: true };
    const text = await bibtex(span, { type: "BLOG" });
    expect(text).toContain("  date = {2025-12-30/2026-01-02},\n  year = {2025},\n");
    expect(text).not.toContain("month");
    expect(text).toContain("note = {retracted, date of publication inferred}");
  });
});
