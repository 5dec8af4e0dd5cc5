import { describe, expect, it } from "vitest";
import { cslDateOf } from "../../../src/graphql/citation/csl-date.ts";
import { cslItemOf, type CslItem } from "../../../src/graphql/citation/csl-item.ts";
import { record } from "../graph-fixture.ts";

function item(fields: Record<string, string | boolean>, publisherType = "PRESS", carrier = false): CslItem {
  return cslItemOf({
    source: record("source:a-page", { title: "A page", type: "NEWS", ...fields }),
    publisher: record("publisher:daily", { name: "The Daily", type: publisherType }),
    ...(carrier ? { carrier: record("publisher:archive", { name: "Archive" }) } : {}),
  });
}

describe("a date of CSL", () => {
  it.each([
    ["2026-05-07", [[2026, 5, 7]]],
    ["2026-05", [[2026, 5]]],
    ["2026", [[2026]]],
    [
      "2026-01-01/2026-03-31",
      [
        [2026, 1],
        [2026, 3],
      ],
    ],
    [
      "2023-07-01/2024-02-29",
      [
        [2023, 7],
        [2024, 2],
      ],
    ],
    [
      "2026-01-01/2026-03-30",
      [
        [2026, 1, 1],
        [2026, 3, 30],
      ],
    ],
  ])("is as precise as %s", (date, parts) => {
    expect(cslDateOf(date)).toEqual({ "date-parts": parts });
  });
});

describe("a source as an item of CSL", () => {
  it("has the slug as its id and key, and what is known", () => {
    const fields = { published: "2026-05-07", accessed: "2026-11-24", url: "https://daily.example/a" };
    expect(item(fields)).toEqual({
      id: "a-page",
      "citation-key": "a-page",
      type: "article-newspaper",
      title: "A page",
      "container-title": "The Daily",
      issued: { "date-parts": [[2026, 5, 7]] },
      accessed: { "date-parts": [[2026, 11, 24]] },
      URL: "https://daily.example/a",
    });
  });

  it("names its publisher once: who writes is the author, who carries holds the page", () => {
    const company = item({ type: "FILING" }, "COMPANY", true);
    expect(company).toMatchObject({ type: "report", author: [{ literal: "The Daily" }], archive: "Archive" });
    expect(JSON.stringify(company).split("The Daily")).toHaveLength(2);
    const copy = item({ type: "FILING" }, "AGGREGATOR");
    expect(copy).toMatchObject({ type: "report", publisher: "The Daily" });
    expect(JSON.stringify(copy).split("The Daily")).toHaveLength(2);
  });

  it("has no date where the source has none, and says where one was concluded", () => {
    expect(item({ isUndated: true })).not.toHaveProperty("issued");
    expect(item({ published: "2026", publishedInferred: true }).issued).toEqual({
      "date-parts": [[2026]],
      circa: true,
    });
  });

  it("says what was taken back", () => {
    expect(item({ isRetracted: true }).status).toBe("retracted");
    expect(item({ isRetracted: false })).not.toHaveProperty("status");
  });
});
