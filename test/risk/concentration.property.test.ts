import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, type Member } from "../support/graph-builder.ts";
import { ask } from "./ask-market.ts";

const { title, parameters } = propertySettings(300);
const ROUNDING = 1e-6;

function hhi(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share * share, 0);
}

/** True shares of up to seven firms, and what a source tells of them. */
const truth = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 7 }).map((weights) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * 100);
});
const telling = fc.array(fc.constantFrom("exact", "range", "silent", "group", "left out"), {
  minLength: 7,
  maxLength: 7,
});

interface Debt {
  readonly value: number;
  readonly lenders: readonly number[];
  readonly how: string;
  /** How it is really shared: weights of its lenders, of one of the four known firms, and of a stranger. */
  readonly weights: readonly number[];
  readonly unnamed: number;
  readonly isInside: boolean;
}

/** Who really has what of a debt: of a bond, or where nobody is named, others may have a part. */
function trueParts(
  { value, lenders, how, weights, unnamed, isInside }: Debt,
  position: number,
): readonly (readonly [string, number])[] {
  if (how === "overlap" && isInside) return [];
  const [other = 0, stranger = 0] = weights.slice(3);
  const named = lenders.map((lender, index) => [`l${lender}`, weights[index] ?? 0] as const);
  const others = [[`l${unnamed}`, other] as const, [`stranger ${position}`, stranger] as const];
  const holders = how === "bond" || named.length === 0 ? [...named, ...others] : named;
  const sum = holders.reduce((total, [, weight]) => total + weight, 0);
  return holders.map(([who, weight]) => [who, value * (sum === 0 ? 1 / holders.length : weight / sum)]);
}

describe(`the bounds of random markets (${title})`, () => {
  it("hold the HHI and the ratios of the true shares, whatever the source leaves open", () => {
    fc.assert(
      fc.property(truth, telling, (shares, told) => {
        const graph = graphOf((g) => {
          const lump = shares.flatMap((share, firm) =>
            told[firm] === "group" ? [{ share, name: `f${firm}` }] : [],
          );
          g.estimate(
            "one",
            g.component("x"),
            [
              ...shares.flatMap((share, firm): readonly Member[] => {
                if (told[firm] === "exact") return [[`f${firm}`, share]];
                if (told[firm] === "range") return [[`f${firm}`, [share * 0.8, Math.min(100, share * 1.3)]]];
                return told[firm] === "silent" ? [[`f${firm}`, null]] : [];
              }),
              ...(lump.length === 0
                ? []
                : [
                    [
                      lump.map(({ name }) => name),
                      lump.reduce((total, { share }) => total + share, 0),
                    ] as const,
                  ]),
            ],
            { isComplete: shares.every((_, firm) => told[firm] !== "left out") },
          );
        });
        const answer = ask(graph, "SUPPLIERS_OF", "component:x");
        const sorted = shares.toSorted((a, b) => b - a);
        const top = (k: number): number =>
          sorted.slice(0, k).reduce((total, share) => total + share / 100, 0);
        for (const [value, { low, high }] of [
          [hhi(shares), answer.hhi],
          [top(1), answer.cr1],
          [top(3), answer.cr3],
        ] as const) {
          expect(low ?? Infinity).toBeLessThanOrEqual(value + ROUNDING);
          expect(high ?? -Infinity).toBeGreaterThanOrEqual(value - ROUNDING);
        }
      }),
      parameters,
    );
  });

  it("hold the HHI of contracts of which some may overlap, have no size, or an undisclosed tenant", () => {
    const lease = fc.record({
      tenant: fc.nat(3),
      megawatts: fc.integer({ min: 1, max: 500 }),
      how: fc.constantFrom("plain", "plain", "overlap", "no size", "undisclosed"),
      isInside: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(lease, { minLength: 1, maxLength: 6 }), fc.nat(3), (leases, secret) => {
        const graph = graphOf((g) => {
          g.company("secret", { entityType: "PLACEHOLDER" });
          for (const [position, { tenant, megawatts, how }] of leases.entries()) {
            const name = how === "undisclosed" ? "secret" : `t${tenant}`;
            const id = g.contract(`l${position}`, "LEASE", { LESSEE: name, LESSOR: "landlord" }, [], {
              ...(how === "no size" ? {} : { capacityMegawatts: megawatts, capacityBasis: "CRITICAL_IT" }),
              ...(how === "overlap" ? { overlapUnclear: true } : {}),
            });
            g.milestone(id, "DEFINITIVE", "2025-01-01");
          }
        });
        const totals = new Map<number, number>();
        for (const { tenant, megawatts, how, isInside } of leases) {
          if (how === "overlap" && isInside) continue;
          const who = how === "undisclosed" ? secret : tenant;
          totals.set(who, (totals.get(who) ?? 0) + megawatts);
        }
        const sum = [...totals.values()].reduce((total, megawatts) => total + megawatts, 0);
        const answer = ask(graph, "TENANTS_OF", "company:landlord");
        if (sum === 0 || answer.hhi.low === null) return;
        const shares = [...totals.values()].map((megawatts) => (megawatts / sum) * 100);
        expect(answer.hhi.low).toBeLessThanOrEqual(hhi(shares) + ROUNDING);
        expect(answer.hhi.high ?? 10_000).toBeGreaterThanOrEqual(hhi(shares) - ROUNDING);
        expect(answer.cr1.low ?? 0).toBeLessThanOrEqual(Math.max(...shares) / 100 + ROUNDING);
        expect(answer.cr1.high ?? 1).toBeGreaterThanOrEqual(Math.max(...shares) / 100 - ROUNDING);
      }),
      parameters,
    );
  });

  it("hold the HHI of debts, however several lenders share them and whoever the unnamed ones are", () => {
    const debt = fc.record({
      value: fc.integer({ min: 1, max: 500 }),
      lenders: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      how: fc.constantFrom("loan", "loan", "bond", "no size", "overlap"),
      weights: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
      unnamed: fc.nat(3),
      isInside: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(debt, { minLength: 1, maxLength: 5 }), (debts) => {
        const graph = graphOf((g) => {
          for (const [position, { value, lenders, how }] of debts.entries()) {
            const roles = how === "bond" ? "HOLDER" : "LENDER";
            const parties = { BORROWER: "b", [roles]: lenders.map((lender) => `l${lender}`) };
            const id = g.contract(`d${position}`, "LOAN", parties, [], {
              ...(how === "no size" ? {} : { value, currency: "USD", valueBasis: "PRINCIPAL" }),
              ...(how === "overlap" ? { overlapUnclear: true } : {}),
            });
            g.milestone(id, "DEFINITIVE", "2025-01-01");
          }
        });
        const totals = new Map<string, number>();
        for (const [position, one] of debts.entries()) {
          for (const [who, part] of trueParts(one, position)) totals.set(who, (totals.get(who) ?? 0) + part);
        }
        const sum = [...totals.values()].reduce((total, value) => total + value, 0);
        const { hhi: index, cr1, cr3 } = ask(graph, "LENDERS_TO", "company:b");
        if (sum === 0 || index.low === null) return;
        const parts = [...totals.values()].map((value) => (value / sum) * 100).toSorted((a, b) => b - a);
        const top = (k: number): number => parts.slice(0, k).reduce((total, share) => total + share / 100, 0);
        for (const [value, { low, high }] of [
          [hhi(parts), index],
          [top(1), cr1],
          [top(3), cr3],
        ] as const) {
          expect(low ?? Infinity).toBeLessThanOrEqual(value + ROUNDING);
          expect(high ?? -Infinity).toBeGreaterThanOrEqual(value - ROUNDING);
        }
      }),
      parameters,
    );
  });
});
