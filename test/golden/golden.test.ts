import { beforeAll, describe, expect, it } from "vitest";
import { dataOf, type Asker } from "../graphql/ask.ts";
import { seedAsker } from "../graphql/seed-asker.ts";
import { checkGolden } from "./check-golden.ts";
import { goldenQuestions } from "./golden-cases.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
}, 120_000);

describe("a golden question", () => {
  it.each(goldenQuestions)(
    "has the answer that follows from its sources: $topic, $operation",
    async ({ query, variables, ...golden }) => {
      checkGolden(await dataOf(asker, query, { variables }), golden);
    },
  );

  it.each(goldenQuestions)(
    "says how its answer follows, and from which sources: $operation",
    async (golden) => {
      expect(golden.worked.trim().length).toBeGreaterThan(40);
      expect(Object.keys(golden.expect).length).toBeGreaterThan(0);
      expect(golden.mustNot.length).toBeGreaterThan(0);
      const records = await asker.store.records(golden.sources);
      expect(records.map((record) => record?.kind)).toEqual(golden.sources.map(() => "Source"));
    },
  );

  it("is asked by no other case", () => {
    const names = goldenQuestions.map(({ operation }) => operation);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe("the check of a golden question", () => {
  const answer = { market: { members: [{ label: "A", share: 0.5 }], hhi: 3415.2 } };
  const golden = { operation: "any", worked: "", sources: [], expect: {}, mustNot: [] };

  it("takes a number that rounds to the one worked out", () => {
    checkGolden(answer, {
      ...golden,
      expect: { "market.hhi": { rounded: 3415 }, "market.members[0].label": "A" },
    });
  });

  it.each([
    { name: "another number", expect: { "market.hhi": { rounded: 3416 } } },
    { name: "a number that is not as exact", expect: { "market.hhi": 3415 } },
    { name: "what is not there", expect: { "market.cr1": 0.5 } },
    {
      name: "what must not be there",
      mustNot: [{ trap: "names A", in: "market.members", none: "[?label == 'A']" }],
    },
    {
      name: "a trap that could not show",
      mustNot: [{ trap: "names A", in: "market.others", none: "[?label == 'A']" }],
    },
  ])("refuses $name", ({ expect: expected = {}, mustNot = [] }) => {
    expect(() =>
      checkGolden(answer, { ...golden, expect: expected as Record<string, unknown>, mustNot }),
    ).toThrow();
  });
});
