import { assert, double, property, string } from "fast-check";
import { expect, it } from "vitest";
import { compareStrings } from "../../src/domain/compare.ts";
import { encodeScalar } from "../../src/store/embedded/embedded-rows.ts";
import { encodeKey } from "../../src/store/neo4j/neo4j-rows.ts";

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const units = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const number = double({ noNaN: true });

it("writes numbers as texts of the same order, and equal numbers alone as equal texts", () => {
  expect.hasAssertions();
  assert(
    property(number, number, (a, b) => {
      if (Object.is(a, -0) || Object.is(b, -0)) return;
      expect(Math.sign(bytes(encodeScalar(a), encodeScalar(b)))).toBe(a === b ? 0 : Math.sign(a - b));
    }),
  );
});

it("writes texts so that order by unit and by byte are both that by code point", () => {
  expect.hasAssertions();
  const text = string({ unit: "binary", maxLength: 4 });
  assert(
    property(text, text, (a, b) => {
      const [first, second] = [String(encodeKey(a)), String(encodeKey(b))];
      const expected = Math.sign(compareStrings(a, b));
      expect([Math.sign(units(first, second)), Math.sign(bytes(first, second))]).toEqual([
        expected,
        expected,
      ]);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ["\u{e000}", "\u{1f600}"],
  ["\u{ffff}", "\u{10000}"],
  ["\u{d7ff}", "\u{e000}"],
  ["a\u{ffff}", "a\u{10ffff}"],
])("keeps %s before %s", (before, after) => {
  expect(units(String(encodeKey(before)), String(encodeKey(after)))).toBe(-1);
});
