import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import { cycles, type CyclesInput } from "../../src/risk/cycles/cycles.ts";
import { graphOf, questionTo, type Fields, type GraphBuilder } from "../support/graph-builder.ts";

const USD = { currency: "USD", valueBasis: "BASE_TERM" };

/** One company buys computing from another, signed unless a rung is given. */
function buys(
  g: GraphBuilder,
  customer: string,
  provider: string,
  {
    slug = `${customer}-${provider}`,
    rung = "DEFINITIVE",
    ...fields
  }: Fields & {
    readonly slug?: string;
    readonly rung?: string;
  } = {},
): string {
  const id = g.contract(slug, "COMPUTE", { CUSTOMER: customer, PROVIDER: provider }, [], {
    ...USD,
    ...fields,
  });
  g.milestone(id, rung, "2025-01-01");
  return id;
}

function controls(g: GraphBuilder, parent: string, child: string): string {
  const fields = { type: "CONSOLIDATED", state: "ACTIVE", controls: true };
  return g.link("OWNS_STAKE", g.company(parent), g.company(child), fields);
}

function ask(describeGraph: (g: GraphBuilder) => void, input: CyclesInput = {}) {
  return cycles(questionTo(graphOf(describeGraph)), input);
}

function ways(answer: ReturnType<typeof ask>): readonly string[] {
  return answer.cycles.map(({ companies }) => companies.map((id) => id.slice("company:".length)).join(" "));
}

describe("cycles of money", () => {
  it("run in the direction of the money, the smallest id first, the shortest first", () => {
    const answer = ask((g) => {
      buys(g, "c", "a");
      buys(g, "a", "b");
      buys(g, "b", "c");
      g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: "b", INVESTEE: "a" });
      buys(g, "a", "outside");
    });
    expect(ways(answer)).toEqual(["a b", "a b c"]);
    expect(answer.cycles[0]?.flowTypes).toEqual(["CAPACITY", "INVESTMENT"]);
  });

  it("count parallel contracts apart from the way, and a contract with its parts once", () => {
    const answer = ask((g) => {
      buys(g, "a", "b");
      buys(g, "a", "b", { slug: "second" });
      g.link("PART_OF", buys(g, "a", "b", { slug: "part" }), "contract:second");
      buys(g, "b", "a");
    });
    expect(answer.counts).toEqual([{ length: 2, cycles: 1, contractForms: 2 }]);
    expect(answer.cycles[0]?.hops[0]?.flows.map(({ fact }) => fact)).toEqual([
      "contract:a-b",
      "contract:second",
    ]);
  });

  it("are found where subsidiaries hide them, and not when companies are asked for one by one", () => {
    const world = (g: GraphBuilder): void => {
      controls(g, "parent", "child");
      buys(g, "parent", "b");
      buys(g, "b", "child");
      buys(g, "parent", "child", { slug: "within" });
    };
    const grouped = ask(world);
    expect(ways(grouped)).toEqual(["b parent"]);
    expect(grouped.selfDealing.map(({ fact }) => fact)).toEqual(["contract:within"]);
    const alone = ask(world, { byParent: false });
    expect(ways(alone)).toEqual([]);
    expect(alone.selfDealing).toEqual([]);
  });

  it("name the step that binds least, by the contract that binds most on each", () => {
    const [cycle] = ask((g) => {
      buys(g, "a", "b", { firmness: "FIRM" });
      buys(g, "b", "c", { rung: "NON_BINDING" });
      buys(g, "c", "a", { rung: "ANNOUNCED" });
      buys(g, "c", "a", { slug: "signed" });
    }).cycles;
    expect([cycle?.stage, cycle?.binding, cycle?.weakest?.from]).toEqual([
      "NON_BINDING",
      "NON_BINDING",
      "company:b",
    ]);
    expect(cycle?.hops.map(({ binding }) => binding)).toEqual(["BINDS", "NON_BINDING", "SIGNED"]);
    expect(cycle?.sentence).toMatch(/Its weakest step, from b to c, is under a letter of intent/);
  });

  it("give the least step and the sum only in one currency, on one basis, with a value on every step", () => {
    const amounts = (second: Fields, third: Fields = { value: 7 }) => {
      const [cycle] = ask((g) => {
        buys(g, "a", "b", { value: 10 });
        buys(g, "b", "c", { value: 4, ...second });
        buys(g, "c", "a", third);
      }).cycles;
      return [cycle?.bottleneck?.low, cycle?.bottleneck?.high, cycle?.gross?.high, cycle?.amountReason];
    };
    expect(amounts({})).toEqual([4, 4, 21, null]);
    expect(amounts({ valueIsMinimum: true })).toEqual([4, 7, null, null]);
    expect(amounts({ currency: "EUR" })[3]).toBe("the amounts are in EUR and USD");
    expect(amounts({ valueBasis: "PRINCIPAL" })[3]).toBe(
      "the amounts count different things: BASE_TERM, PRINCIPAL",
    );
    expect(amounts({}, {})).toEqual([
      undefined,
      undefined,
      undefined,
      "no source states a value from c to a",
    ]);
  });

  it("leave a step open above that has a contract without a value beside one with it", () => {
    const [cycle] = ask((g) => {
      buys(g, "a", "b", { value: 10 });
      buys(g, "a", "b", { slug: "silent" });
      buys(g, "b", "a", { value: 30 });
    }).cycles;
    expect([cycle?.bottleneck?.low, cycle?.bottleneck?.high, cycle?.gross?.high]).toEqual([10, 30, null]);
  });

  it("say whether all steps are in force on one day", () => {
    const overlap = (first: Fields, second: Fields) =>
      ask((g) => {
        buys(g, "a", "b", first);
        buys(g, "b", "a", second);
      }).cycles[0]?.overlap;
    expect(overlap({}, {})).toBe("YES");
    expect(overlap({ start: "2027-01-01" }, {})).toBe("MAYBE");
    expect(overlap({ start: "2028-01-01" }, { end: "2027-01-01" })).toBe("NO");
    expect(overlap({ start: "2027" }, { end: "2027-06-01" })).toBe("MAYBE");
  });

  it("take no part in what ended, and say that the date leaves it out", () => {
    const answer = ask((g) => {
      buys(g, "a", "b");
      buys(g, "b", "a", { outcome: "TERMINATED", outcomeDate: "2026-01-01" });
    });
    expect([ways(answer), answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded.map(({ filter, count }) => [filter, count])).toEqual([["asOf", 1]]);
  });

  it("take no part in warrants, guarantees, acquisitions or what somebody may join", () => {
    const answer = ask((g) => {
      buys(g, "a", "b");
      g.link("OWNS_STAKE", "company:b", "company:a", { type: "WARRANT", state: "ACTIVE", controls: false });
      g.contract("guarantee", "GUARANTEE", { GUARANTOR: "b", BENEFICIARY: "a" });
      g.contract("merger", "ACQUISITION", { ACQUIRER: "b", SELLER: "a" });
      const open = g.contract("open", "COMPUTE", { PROVIDER: "a" });
      g.link("PARTY_TO", "company:b", open, { role: "CUSTOMER", isProspective: true });
    });
    expect([ways(answer), answer.reason]).toEqual([[], "NOT_DOCUMENTED"]);
  });

  it("take a held stake for a step, once beside the contract that made it", () => {
    const answer = ask((g) => {
      buys(g, "a", "b");
      g.contract("round", "EQUITY_INVESTMENT", { INVESTOR: "b", INVESTEE: "a" });
      const stake = { type: "MINORITY", state: "ACTIVE", controls: false };
      g.link("OWNS_STAKE", "company:b", "company:a", { ...stake, contract: "contract:round" });
      g.link("OWNS_STAKE", "company:b", "company:a", stake);
    });
    expect(answer.cycles[0]?.hops[1]?.flowTypes).toEqual(["INVESTMENT", "STAKE"]);
    expect(answer.cycles[0]?.hops[1]?.flows).toHaveLength(2);
  });

  it("say whether a filter, the length or the sources leave them out", () => {
    const world = (g: GraphBuilder): void => {
      buys(g, "a", "b", { rung: "ANNOUNCED" });
      buys(g, "b", "c");
      buys(g, "c", "a");
    };
    const filtered = ask(world, { filter: { minStage: "DEFINITIVE" } });
    expect([filtered.reason, filtered.excluded]).toEqual([
      "FILTERED_OUT",
      [{ filter: "minStage", count: 1, examples: ["contract:a-b"] }],
    ]);
    const short = ask(world, { maxLength: 2 });
    expect([short.reason, short.cut?.limit]).toEqual(["SEARCH_CUT", "MAX_HOPS"]);
    expect(ask(world, { through: "company:a" }).reason).toBeNull();
    const apart = ask(
      (g) => {
        world(g);
        g.company("z");
      },
      { through: "company:z" },
    );
    expect(apart.reason).toBe("NOT_DOCUMENTED");
  });

  it("say that the search was cut when its time is up", () => {
    const graph = graphOf((g) => {
      for (let from = 0; from < 9; from += 1)
        for (let to = 0; to < 9; to += 1) if (from !== to) buys(g, `c${from}`, `c${to}`);
    });
    let clock = 0;
    const question = { ...questionTo(graph), budget: { milliseconds: 5, now: () => (clock += 1) } };
    const answer = cycles(question, {});
    expect(answer.cut?.limit).toBe("TIME");
  });

  it("refuse a length that no search takes and what is no company", () => {
    const world = (g: GraphBuilder): void => void buys(g, "a", "b");
    for (const maxLength of [1, 9, 2.5])
      expect(() => ask(world, { maxLength })).toThrow(InvalidArgumentError);
    expect(() => ask(world, { through: "contract:a-b" })).toThrow(InvalidArgumentError);
    expect(() => ask(world, { through: "company:nobody" })).toThrow(NotFoundError);
  });

  it("are those of each company put together, and money a thousand times as large changes none", () => {
    const pair = fc.tuple(fc.nat(4), fc.nat(4)).filter(([from, to]) => from !== to);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const world =
          (scale: number, order: readonly (readonly [number, number])[]) =>
          (g: GraphBuilder): void => {
            for (const name of ["0", "1", "2", "3", "4"]) g.company(`c${name}`);
            for (const [from, to] of order)
              buys(g, `c${from}`, `c${to}`, { slug: `k${from}-${to}`, value: scale * (from + 1) });
          };
        const all = ask(world(1, pairs), { maxLength: 5 });
        const each = new Set(
          [0, 1, 2, 3, 4].flatMap((n) =>
            ways(ask(world(1, pairs), { maxLength: 5, through: `company:c${n}` })),
          ),
        );
        expect([...each].toSorted()).toEqual(ways(all).toSorted());
        const scaled = ask(world(1000, pairs.toReversed()), { maxLength: 5 });
        expect(ways(scaled)).toEqual(ways(all));
        expect(scaled.cycles.map(({ bottleneck }) => bottleneck?.low)).toEqual(
          all.cycles.map(({ bottleneck }) => (bottleneck?.low ?? 0) * 1000),
        );
      }),
      { numRuns: 40 },
    );
  });
});
