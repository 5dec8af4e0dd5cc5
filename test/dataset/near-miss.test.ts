import { describe, expect, it } from "vitest";
import { nearMiss } from "../../src/dataset/near-miss.ts";

describe("a near miss", () => {
  it.each([
    ["LESOR", ["LESSEE", "LESSOR"], "LESSOR"],
    ["lessor", ["LESSEE", "LESSOR"], "LESSOR"],
    ["compnies", ["companies", "components"], "companies"],
    ["company:core-scientifc", ["company:core-scientific", "company:coreweave"], "company:core-scientific"],
  ])("takes %s for the nearest of %j", (word, candidates, meant) => {
    expect(nearMiss(word, candidates)).toBe(meant);
  });

  it("counts two swapped letters as one error", () => {
    expect(nearMiss("nmae", ["name"])).toBe("name");
  });

  it.each([
    ["x", ["type"]],
    ["LANDLORD", ["LENDER"]],
    ["", ["a", "ab"].slice(1)],
  ])("finds nothing for %j in %j", (word, candidates) => {
    expect(nearMiss(word, candidates)).toBeUndefined();
  });

  it("takes the first of equally near ones", () => {
    expect(nearMiss("place:bb", ["place:ab", "place:cb"])).toBe("place:ab");
  });
});
