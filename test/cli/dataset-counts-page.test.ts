import { describe, expect, it } from "vitest";
import { datasetCountsPage } from "../../src/cli/dataset-counts-page.ts";

describe("the page that counts the dataset", () => {
  const page = datasetCountsPage({ Company: 12, Redirect: 3, MAKES: 40 }, "2026.11.26");

  it("says the version and the sum over all kinds", () => {
    expect(page).toContain("Version 2026.11.26: 55 records.");
  });

  it("counts every kind under its family, absent ones as none, and sums each family", () => {
    const [, things = "", records = "", relationships = ""] = page.split("\n## ");
    const rows = (table: string): string[][] =>
      [...table.matchAll(/^\| (\S+) +\| (\S+)/gm)].map(([, kind = "", count = ""]) => [kind, count]);
    expect(rows(things)).toContainEqual(["Company", "12"]);
    expect(rows(things)).toContainEqual(["Facility", "0"]);
    expect(rows(things)).toContainEqual(["**all**", "**12**"]);
    expect(rows(records)).toContainEqual(["Redirect", "3"]);
    expect(rows(records)).toContainEqual(["**all**", "**3**"]);
    expect(rows(relationships)).toContainEqual(["MAKES", "40"]);
    expect(rows(relationships)).toContainEqual(["**all**", "**40**"]);
  });
});
