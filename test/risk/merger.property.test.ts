import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../src/risk/answer.ts";
import type { MergerImpact } from "../../src/risk/merger/merger.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, recordsOf, type GraphBuilder, type Member } from "../support/graph-builder.ts";
import { buildProjection } from "../../src/projection/projection.ts";
import { askMerger } from "./ask-merger.ts";
import { seedProjection } from "./seed-projection.ts";

const { title, parameters } = propertySettings(100);

/** Shares of 2 to 6 firms that add up to 100, in tenths of a percent. */
const wholeMarket = fc
  .array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 6 })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => (part / sum) * 100);
  });

const NAMES = ["a", "b", "c", "d", "e", "f"];
const hhi = (shares: readonly number[]): number => shares.reduce((total, share) => total + share * share, 0);

describe(`a merger in a market of which every share is known (${title})`, () => {
  it("adds what the squares do, after less before", () => {
    fc.assert(
      fc.property(wholeMarket, (shares) => {
        const members = shares.map((share, n): Member => [NAMES[n] ?? "", share]);
        const { markets } = askMerger(
          (g) => g.estimate("x", g.component("x"), members, { isComplete: true }),
          "a",
          "b",
        );
        const [first = 0, second = 0, ...rest] = shares;
        const [market] = markets;
        expect(market?.before.low).toBeCloseTo(hhi(shares), 5);
        expect(market?.after.high).toBeCloseTo(hhi([first + second, ...rest]), 5);
        expect(market?.delta.low).toBeCloseTo((market?.after.low ?? 0) - (market?.before.low ?? 0), 5);
        expect(market?.delta.high).toBeCloseTo(2 * first * second, 5);
      }),
      parameters,
    );
  });
});

describe(`the bounds of a merger (${title})`, () => {
  it("hold whatever the unknown shares are", () => {
    const blurred = fc.tuple(
      wholeMarket,
      fc.array(fc.nat(15), { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom("none", "parties", "party and other", "others"),
    );
    fc.assert(
      fc.property(blurred, ([shares, blur, isComplete, grouping]) => {
        const interval = (n: number): [number, number] => {
          const share = shares[n] ?? 0;
          return [Math.max(0, share - (blur[2 * n] ?? 0)), Math.min(100, share + (blur[2 * n + 1] ?? 0))];
        };
        const members = groupedMembers(shares.length, grouping, interval);
        const { markets } = askMerger(
          (g) => g.estimate("x", g.component("x"), members, { isComplete }),
          "a",
          "b",
        );
        const [first = 0, second = 0, ...rest] = shares;
        const [market] = markets;
        expect(market).toBeDefined();
        if (market === undefined) return;
        isWithin(hhi(shares), market.before);
        isWithin(hhi([first + second, ...rest]), market.after);
        isWithin(2 * first * second, market.delta);
        isWithin((first + second) / 100, market.mergedShare);
        const delta = 2 * first * second;
        const isPresumed = delta > 100 && (hhi([first + second, ...rest]) > 1800 || first + second > 30);
        expect(["CANNOT_TELL", isPresumed ? "YES" : "NO"]).toContain(market.presumption);
      }),
      parameters,
    );
  });
});

/** The firms by themselves, or two of them under one figure. */
function groupedMembers(
  count: number,
  grouping: string,
  interval: (n: number) => readonly [number, number],
): readonly Member[] {
  const pair = { parties: [0, 1], "party and other": [1, 2], others: [2, 3] }[grouping] ?? [];
  const together = pair.every((n) => n < count) ? pair : [];
  const alone = NAMES.slice(0, count).flatMap((name, n): Member[] =>
    together.includes(n) ? [] : [[name, interval(n)]],
  );
  if (together.length === 0) return alone;
  const [low, high] = together.reduce<[number, number]>(
    ([least, most], n) => [least + interval(n)[0], Math.min(100, most + interval(n)[1])],
    [0, 0],
  );
  return [...alone, [together.map((n) => NAMES[n] ?? ""), [low, high]]];
}

function isWithin(value: number, { low, high }: Interval): void {
  expect(value).toBeGreaterThanOrEqual((low ?? -Infinity) - 1e-6);
  expect(value).toBeLessThanOrEqual((high ?? Infinity) + 1e-6);
}

interface Lease {
  readonly landlord: number;
  readonly tenant: number;
  readonly megawatts: number;
  readonly isUnclear: boolean;
}

const leases = fc.array(
  fc.record({
    landlord: fc.nat(4),
    tenant: fc.integer({ min: 3, max: 5 }),
    megawatts: fc.integer({ min: 1, max: 500 }),
    isUnclear: fc.boolean(),
  }),
  { maxLength: 7 },
);

function describeLeases(g: GraphBuilder, list: readonly Lease[], factor = 1): void {
  for (const name of NAMES) g.company(name);
  for (const [n, { landlord, tenant, megawatts, isUnclear }] of list.entries()) {
    if (landlord === tenant) continue;
    const id = g.contract(
      `l${n}`,
      "LEASE",
      { LESSOR: NAMES[landlord] ?? "", LESSEE: NAMES[tenant] ?? "" },
      [],
      {
        capacityMegawatts: megawatts * factor,
        capacityBasis: "CRITICAL_IT",
        value: megawatts * 1e6 * factor,
        currency: "USD",
        valueBasis: "BASE_TERM",
        termYears: 10,
        ...(isUnclear ? { overlapUnclear: true } : {}),
      },
    );
    g.milestone(id, "DEFINITIVE", "2025-01-01");
  }
}

/** What does not depend on who takes over whom. */
function plain({
  kind,
  presumption,
  markets,
  combined,
  holdingsApart,
  parallelDeals,
  claims,
  internal,
}: MergerImpact) {
  return {
    kind,
    presumption,
    markets: markets.map(({ market, before, after, delta, mergedShare, presumption: word }) => ({
      market,
      before,
      after,
      delta,
      mergedShare,
      word,
    })),
    combined: combined.capacities.map(({ basis, combined: both, becomesOwn, sites }) => [
      basis,
      both,
      becomesOwn,
      sites,
    ]),
    holdings: holdingsApart.map(({ stake, isCommon }) => [stake, isCommon]),
    parallelDeals,
    claims,
    roots: internal.roots,
    totals: internal.totals
      .map(({ total, perYear, remaining }) => JSON.stringify([total, perYear, remaining]))
      .toSorted(),
  };
}

describe(`the bounds of a merger in a market by contract (${title})`, () => {
  it("hold whatever an unclear overlap hides and whoever the undisclosed are", () => {
    const shares = fc.array(
      fc.record({
        megawatts: fc.integer({ min: 1, max: 500 }),
        isUnclear: fc.boolean(),
        isInside: fc.boolean(),
        isUndisclosed: fc.boolean(),
        owner: fc.nat(5),
      }),
      { minLength: 3, maxLength: 6 },
    );
    fc.assert(
      fc.property(shares, (list) => {
        const named = list.map((entry, n) => (n < 2 ? { ...entry, isUndisclosed: false } : entry));
        const { markets } = askMerger(
          (g) => {
            for (const [n, { megawatts, isUnclear, isUndisclosed }] of named.entries()) {
              const landlord = isUndisclosed
                ? g.company(`u${n}`, { entityType: "PLACEHOLDER" })
                : (NAMES[n] ?? "");
              const id = g.contract(`l${n}`, "LEASE", { LESSOR: landlord, LESSEE: "tenant" }, [], {
                capacityMegawatts: megawatts,
                capacityBasis: "CRITICAL_IT",
                ...(isUnclear ? { overlapUnclear: true } : {}),
              });
              g.milestone(id, "DEFINITIVE", "2025-01-01");
            }
          },
          "a",
          "b",
        );
        const amounts = NAMES.map(() => 0);
        for (const [n, { megawatts, isUnclear, isInside, isUndisclosed, owner }] of named.entries()) {
          const who = isUndisclosed ? owner : n;
          amounts[who] = (amounts[who] ?? 0) + (isUnclear && isInside ? 0 : megawatts);
        }
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        fc.pre(sum > 0);
        const [first = 0, second = 0, ...rest] = amounts.map((amount) => (amount / sum) * 100);
        const market = markets.find(({ market: { kind } }) => kind === "LANDLORDS_OF");
        expect(market).toBeDefined();
        if (market === undefined) return;
        isWithin(hhi([first, second, ...rest]), market.before);
        isWithin(hhi([first + second, ...rest]), market.after);
        isWithin(2 * first * second, market.delta);
        isWithin((first + second) / 100, market.mergedShare);
      }),
      parameters,
    );
  });
});

describe(`who takes over whom (${title})`, () => {
  it("changes the roles and nothing else", () => {
    fc.assert(
      fc.property(leases, (list) => {
        const graph = graphOf((g) => describeLeases(g, list));
        const [one, other] = [askMerger(graph, "a", "b"), askMerger(graph, "b", "a")];
        expect(plain(other)).toEqual(plain(one));
        expect(other.markets.map(({ acquirerShare }) => acquirerShare)).toEqual(
          one.markets.map(({ targetShare }) => targetShare),
        );
      }),
      parameters,
    );
  });

  it(
    "changes the roles and nothing else for real companies without a parent",
    { timeout: 60_000 },
    async () => {
      const graph = await seedProjection();
      const pairs = [
        ["coreweave", "core-scientific"],
        ["nvidia", "arista"],
        ["coherent", "lumentum"],
        ["openai", "microsoft"],
      ] as const;
      for (const [a, b] of pairs)
        expect(plain(askMerger(graph, b, a))).toEqual(plain(askMerger(graph, a, b)));
    },
  );
});

describe(`a merger (${title})`, () => {
  it("with a company that nothing is known of has no market, no link and nothing to make internal", () => {
    fc.assert(
      fc.property(leases, (list) => {
        const answer = askMerger(
          (g) => {
            describeLeases(g, list);
            g.company("alone");
          },
          "a",
          "alone",
        );
        expect([answer.markets, answer.links, answer.dependents, answer.internal.contracts]).toEqual([
          [],
          [],
          [],
          [],
        ]);
        expect([answer.kind, answer.reason]).toEqual(["NEITHER_DOCUMENTED", "NOT_DOCUMENTED"]);
      }),
      parameters,
    );
  });

  it("is the same in whatever order its records come, and in whatever unit its amounts are", () => {
    fc.assert(
      fc.property(leases, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, random) => {
        const records = recordsOf((g) => describeLeases(g, list));
        const shuffled = records
          .map((record) => ({ record, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ record }) => record);
        const first = askMerger(buildProjection(records, "graph-1"), "a", "b");
        expect(plain(askMerger(buildProjection(shuffled, "graph-1"), "a", "b"))).toEqual(plain(first));
        const larger = askMerger((g) => describeLeases(g, list, 1000), "a", "b");
        expect(larger.markets.map(({ presumption }) => presumption)).toEqual(
          first.markets.map(({ presumption }) => presumption),
        );
        for (const [n, { delta }] of larger.markets.entries())
          expect(delta.high).toBeCloseTo(first.markets[n]?.delta.high ?? NaN, 4);
      }),
      parameters,
    );
  });

  it("sees the same money internal when a contract is split into parts", () => {
    fc.assert(
      fc.property(leases, fc.nat(6), (list, position) => {
        const whole = graphOf((g) => describeLeases(g, list));
        const split = graphOf((g) => {
          describeLeases(g, list);
          const lease = list[position];
          if (lease === undefined || lease.landlord === lease.tenant) return;
          for (const half of ["x", "y"]) {
            const parties = { LESSOR: NAMES[lease.landlord] ?? "", LESSEE: NAMES[lease.tenant] ?? "" };
            const id = g.contract(half, "LEASE", parties, [], {
              value: (lease.megawatts * 1e6) / 2,
              currency: "USD",
              valueBasis: "BASE_TERM",
              termYears: 10,
            });
            g.milestone(id, "DEFINITIVE", "2025-01-01");
            g.link("PART_OF", id, `contract:l${position}`);
          }
        });
        const totals = (graph: typeof whole) =>
          askMerger(graph, "d", "a").internal.totals.map(({ total }) => total);
        expect(totals(split)).toEqual(totals(whole));
      }),
      parameters,
    );
  });
});
