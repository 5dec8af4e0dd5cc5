import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection } from "../../src/projection/projection.ts";
import { commitments } from "../../src/risk/commitments/commitments.ts";
import type { FactFilter } from "../../src/risk/fact-filter.ts";
import type { MoneyTotal } from "../../src/risk/money/money-total.ts";
import { questionTo, recordsOf, type GraphBuilder } from "../support/graph-builder.ts";

interface Deal {
  readonly value: number | null;
  readonly provider: number;
  readonly isUpTo: boolean;
  readonly firmness: "FIRM" | "OPTION" | "CONDITIONAL" | null;
  readonly rung: "DEFINITIVE" | "ANNOUNCED" | "NON_BINDING" | null;
  readonly confidence: "HIGH" | "MEDIUM" | "LOW";
}

const deals: fc.Arbitrary<readonly Deal[]> = fc.array(
  fc.record({
    value: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
    provider: fc.nat(2),
    isUpTo: fc.boolean(),
    firmness: fc.constantFrom("FIRM", "OPTION", "CONDITIONAL", null),
    rung: fc.constantFrom("DEFINITIVE", "ANNOUNCED", "NON_BINDING", null),
    confidence: fc.constantFrom("HIGH", "MEDIUM", "LOW"),
  }),
  { maxLength: 6 },
);

interface Telling {
  readonly scale?: number;
  /** Cut each deal into so many parts beside the whole. */
  readonly parts?: number;
}

function tell(g: GraphBuilder, list: readonly Deal[], { scale = 1, parts = 0 }: Telling): void {
  g.company("a");
  for (const [position, deal] of list.entries()) {
    const put = (slug: string, value: number | null): string => {
      const parties = { CUSTOMER: "a", PROVIDER: `p${deal.provider}` };
      const id = g.contract(slug, "COMPUTE", parties, [], {
        value: value === null ? undefined : value * scale,
        currency: "USD",
        valueBasis: deal.isUpTo ? "UP_TO" : "BASE_TERM",
        firmness: deal.firmness ?? undefined,
        confidence: deal.confidence,
      });
      if (deal.rung !== null) g.milestone(id, deal.rung, "2025-01-01");
      return id;
    };
    const whole = put(`d${position}`, deal.value);
    for (let part = 0; part < parts; part += 1)
      g.link("PART_OF", put(`d${position}-${part}`, deal.value === null ? null : deal.value / parts), whole);
  }
}

function answer(
  list: readonly Deal[],
  telling: Telling & { isReversed?: boolean; filter?: FactFilter } = {},
) {
  const records = recordsOf((g) => tell(g, list, telling));
  const graph = buildProjection(telling.isReversed === true ? records.toReversed() : records, "graph-1");
  return commitments(questionTo(graph), {
    of: "company:a",
    direction: "PAYS",
    groupBy: "COUNTERPARTY",
    filter: telling.filter,
  });
}

const sums = ({ whole }: ReturnType<typeof answer>): readonly (readonly MoneyTotal[])[] => [
  whole.signed,
  whole.rest,
  whole.firm,
];

/** The most that a list of totals can be, whatever they count: only to be compared with itself. */
const most = (totals: readonly MoneyTotal[]): number =>
  totals.reduce((total, { amount }) => total + (amount.high ?? Infinity), 0);

describe("commitments of random contracts", () => {
  it("do not change when contracts are cut into parts, or come in another order", () => {
    fc.assert(
      fc.property(deals, (list) => {
        const plain = answer(list);
        expect(sums(answer(list, { parts: 2 }))).toEqual(sums(plain));
        expect(answer(list, { isReversed: true }).groups.map(({ sentence }) => sentence)).toEqual(
          plain.groups.map(({ sentence }) => sentence),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("grow with the money and with nothing else", () => {
    fc.assert(
      fc.property(deals, (list) => {
        const scaled = sums(answer(list, { scale: 1000 })).map((totals) =>
          totals.map(({ amount, contracts }) => [amount.low / 1000, (amount.high ?? 0) / 1000, contracts]),
        );
        const plain = sums(answer(list)).map((totals) =>
          totals.map(({ amount, contracts }) => [amount.low, amount.high, contracts]),
        );
        expect(scaled).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it("are in one group and one line of what binds each, and no more under a stricter filter", () => {
    fc.assert(
      fc.property(deals, (list) => {
        const plain = answer(list);
        for (const groups of [plain.groups, plain.bindings]) {
          expect(groups.reduce((total, { count }) => total + count, 0)).toBe(list.length);
        }
        const [signed = [], , firm = []] = sums(plain);
        expect(most(firm)).toBeLessThanOrEqual(most(signed));
        const strict = answer(list, { filter: { minConfidence: "HIGH", minStage: "DEFINITIVE" } });
        for (const [position, totals] of sums(strict).entries())
          expect(most(totals)).toBeLessThanOrEqual(most(sums(plain)[position] ?? []));
      }),
      { numRuns: 60 },
    );
  });
});
