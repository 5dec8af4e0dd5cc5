import { beforeAll, describe, expect, it } from "vitest";
import { dataOf, type Asker } from "../graphql/ask.ts";
import { seedAsker } from "../graphql/seed-asker.ts";
import { goldenQuestions } from "./golden-cases.ts";
import { goldenFaults } from "./golden-faults.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
}, 120_000);

describe("a golden question", () => {
  it.each(goldenQuestions)(
    "has the answer that follows from its sources: $topic, $operation",
    async ({ query, variables, ...golden }) => {
      const answer = await dataOf(asker, query, { variables });
      expect(goldenFaults(answer, golden)).toEqual([]);
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
      expect(golden.sources.length).toBeGreaterThan(0);
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
    const expected = { "market.hhi": { rounded: 3415 }, "market.members[0].label": "A" };
    expect(goldenFaults(answer, { ...golden, expect: expected })).toEqual([]);
  });

  it.each([
    {
      name: "another number",
      case: { expect: { "market.hhi": { rounded: 3416 } } },
      says: 'market.hhi is 3415.2; expected {"rounded":3416}',
    },
    {
      name: "a number that is not as exact",
      case: { expect: { "market.hhi": 3415 } },
      says: "market.hhi is 3415.2; expected 3415",
    },
    {
      name: "what is not there",
      case: { expect: { "market.cr1": 0.5 } },
      says: "market.cr1 is null; expected 0.5",
    },
    {
      name: "what must not be there",
      case: { mustNot: [{ trap: "Names A", in: "market.members", none: "[?label == 'A'].label" }] },
      says: 'Names A: ["A"]',
    },
    {
      name: "a trap that could not show",
      case: { mustNot: [{ trap: "Names A", in: "market.others", none: "[?label == 'A']" }] },
      says: "Names A: market.others is empty, so that this could not show",
    },
    {
      name: "a trap on a field that was not asked for",
      case: { mustNot: [{ trap: "Names A", in: "market.members", none: "[?contains(name, 'A')]" }] },
      says: "Names A: the answer has no name, so that this could not show",
    },
  ])("refuses $name", ({ case: fault, says }) => {
    expect(goldenFaults(answer, { ...golden, ...fault })).toEqual([says]);
  });
});
