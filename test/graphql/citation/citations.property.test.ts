import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { textField } from "../../../src/domain/record.ts";
import { bibtexOf } from "../../../src/graphql/citation/bibtex.ts";
import { citationLibrary } from "../../../src/graphql/citation/citation-library.ts";
import { citationTexts } from "../../../src/graphql/citation/citation-texts.ts";
import { cslItemOf } from "../../../src/graphql/citation/csl-item.ts";
import { cslProblems } from "./csl-schema.ts";
import { parseBibtex } from "./parse-bibtex.ts";
import { anySource } from "./random-source.ts";

beforeAll(async () => {
  await citationLibrary();
}, 60_000);

describe("citations of any sources", { timeout: 60_000 }, () => {
  it("are texts with the title's words and the address in them, the same in any company", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySource, { minLength: 1, maxLength: 4 }), async (sources) => {
        const items = sources.map(cslItemOf);
        const together = await citationTexts(items);
        const alone = [];
        for (const item of items.toReversed()) alone.unshift(...(await citationTexts([item])));
        expect(together).toEqual(alone);
        for (const [index, text] of together.entries()) {
          expect(text).not.toMatch(/\n|undefined|\[object/);
          expect(text).toContain(items[index]?.URL?.replaceAll("'", "%27") ?? "");
          expect(text).toContain(items[index]?.issued === undefined ? "n.d." : "");
        }
      }),
    );
  });

  it("are BibTeX that reads back as the same titles and holders under the same keys", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anySource, { minLength: 1, maxLength: 4, selector: ({ source }) => source.id }),
        async (sources) => {
          const items = sources.map(cslItemOf);
          const read = await parseBibtex(await bibtexOf(items));
          expect(read.map(({ id, title }) => ({ id, title }))).toEqual(
            items.map(({ id, title }) => ({ id, title })),
          );
          for (const [index, entry] of read.entries()) {
            const { publisher } = sources[index] ?? {};
            const holders = [entry.author?.[0]?.family, entry.publisher, entry["container-title"]];
            expect(holders).toContain(publisher && textField(publisher, "name"));
            expect(entry.author?.length ?? 0).toBeLessThan(2);
            expect(entry.issued?.["date-parts"]).toEqual(items[index]?.issued?.["date-parts"]);
          }
        },
      ),
    );
  });

  it("are CSL-JSON", () => {
    fc.assert(
      fc.property(fc.array(anySource, { maxLength: 4 }), (sources) => {
        expect(cslProblems(sources.map(cslItemOf))).toEqual([]);
      }),
    );
  });
});
