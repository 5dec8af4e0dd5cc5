import * as fc from "fast-check";
import type { GraphRecord } from "../../../src/domain/record.ts";
import { publisherType, sourceType } from "../../../src/domain/vocabularies/entities.ts";
import type { SourceToCite } from "../../../src/graphql/citation/csl-item.ts";

/** Text as a title has it: any signs of any script, white space single and inside only. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((raw) => raw.replaceAll(/\s+/g, " ").trim())
  .filter((title) => title !== "");

/** Words and the signs that TeX, BibTeX, CSL and HTML have for their own. */
const awkwardText = fc
  .array(
    fc.constantFrom(
      ..."\\ { } & % $ # _ ~ ^ ' \" ` `` '' - -- --- < > <i> </i> <b> @ , = ( ) [ ] / : ; ? ! .".split(" "),
      "and",
      "NVIDIA",
      "poet",
      "Größe",
      "高純度",
      "e\u0301",
      "10.1000/182",
      "Q42",
      "{\\it x}",
      "\\LaTeX",
      "$x$",
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

const joinedText = fc
  .array(
    fc.constantFrom("a", "B", "\\", "{", "}", "&", "-", "'", "`", "<", ",", "_", "^", "~", '"', "?", "!"),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(""));

/** Names that every plain object answers to. */
const inheritedName = fc.constantFrom("toString", "constructor", "__proto__", "valueOf");

const anyTitle = fc.oneof(text, awkwardText, joinedText, inheritedName);

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyDate = fc.oneof(
  day,
  day.map((date) => date.slice(0, 4)),
  day.map((date) => date.slice(0, 7)),
  fc.tuple(day, day).map((ends) => ends.toSorted().join("/")),
  fc.constantFrom("2026-01-01/2026-03-31", "2026-07-01/2026-12-31", "2025-10-01/2026-03-31"),
);

const slug = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/),
  fc.constant("constructor"),
);

function holder(name: fc.Arbitrary<string>): fc.Arbitrary<GraphRecord> {
  return fc
    .record({ id: slug, name, type: fc.constantFrom(...Object.keys(publisherType.values)) })
    .map(({ id, ...fields }) => ({ id: `publisher:${id}`, kind: "Publisher", fields }));
}

/** A valid source with any field there or not, and the records that it names. */
export const anySource: fc.Arbitrary<SourceToCite> = fc.record({
  source: fc
    .record(
      {
        id: slug,
        title: anyTitle,
        type: fc.constantFrom(...Object.keys(sourceType.values)),
        published: anyDate,
        publishedInferred: fc.constant(true),
        accessed: anyDate,
        url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
        isRetracted: fc.boolean(),
      },
      { requiredKeys: ["id", "title", "type"] },
    )
    .map(({ id, ...fields }): GraphRecord => ({ id: `source:${id}`, kind: "Source", fields })),
  publisher: fc.option(holder(anyTitle), { nil: undefined }),
  carrier: fc.option(holder(anyTitle), { nil: undefined }),
});
