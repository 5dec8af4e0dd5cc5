import { describe, expect, it } from "vitest";
import { CURRENCIES } from "../../src/dataset/currencies.ts";
import { isMoneyUnit, isUnit, UNITS } from "../../src/dataset/units.ts";

const names = Object.keys(UNITS);

describe("the list of units", () => {
  it("spells each unit one way", () => {
    const bare = names.map((name) => name.toLowerCase().replace(/s$/, ""));
    expect(new Set(bare).size).toBe(names.length);
    expect(new Set(Object.values(UNITS)).size).toBe(names.length);
  });

  it("says of each what it counts, in a sentence", () => {
    expect(Object.values(UNITS).filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it("takes money in a currency of ISO 4217, or per something of its list, and in no other spelling", () => {
    expect(["USD", "MYR", "USD per MW", "EUR per year"].filter((unit) => !isMoneyUnit(unit))).toEqual([]);
    const wrong = ["usd", "US$", "XXX", "USD per", "USD per mw", "USD per MW per year", "MW per year"];
    expect(wrong.filter(isUnit)).toEqual([]);
    expect(names.filter((name) => isMoneyUnit(name))).toEqual([]);
  });

  it("knows the currencies by three letters, each once", () => {
    expect([...CURRENCIES].filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    // ISO 4217 has some 155 in use without funds, metals and tests.
    expect(CURRENCIES.size).toBeGreaterThan(150);
    expect(["XAU", "XTS", "XXX", "HRK", "ANG", "BGN"].filter((code) => CURRENCIES.has(code))).toEqual([]);
  });
});
