import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection } from "../../src/projection/projection.ts";
import { conflicts, type Conflicts, type ConflictsInput } from "../../src/risk/conflicts/conflicts.ts";
import { differs, halfUnit } from "../../src/risk/conflicts/stated-precision.ts";
import { questionTo, recordsOf, type GraphBuilder } from "../support/graph-builder.ts";

/** What a source says of the value of a loan, or of the capacity of a plant in an observation. */
interface Said {
  readonly source: number;
  readonly value: number;
  readonly basis: string;
  readonly bound: string | undefined;
  readonly asOf: string | undefined;
}

const said: fc.Arbitrary<Said> = fc.record({
  source: fc.nat(3),
  value: fc.integer({ min: 10, max: 9_999 }),
  basis: fc.constantFrom("PRINCIPAL", "UP_TO", "UNKNOWN"),
  bound: fc.constantFrom(undefined, undefined, "MIN", "MAX"),
  asOf: fc.constantFrom(undefined, "2025", "2025-03", "2026"),
});
const world = fc.record({
  loan: fc.array(said, { maxLength: 5 }),
  figures: fc.array(fc.tuple(said, fc.constantFrom("HIGH", "LOW")), { maxLength: 5 }),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

const describeWorld =
  ({ loan, figures }: World, scale = 1) =>
  (g: GraphBuilder): void => {
    for (let n = 0; n < 4; n += 1) {
      g.put(`publisher:p${n}`, { name: `p${n}`, type: "PRESS" });
      g.put(`source:s${n}`, { title: `s${n}`, publisher: `publisher:p${n}`, tier: "ABCD"[n] });
    }
    g.contract("loan", "LOAN", {}, [], { currency: "USD", valueBasis: "PRINCIPAL", value: 500 * scale });
    for (const [n, { source, value, ...fields }] of loan.entries())
      evidence(g, `loan-${n}`, "contract:loan", source, { field: "value", value: value * scale, ...fields });
    for (const [n, [{ source, value, asOf, ...fields }, confidence]] of figures.entries()) {
      const observation = g.put(`observation:o${n}`, {
        subject: "contract:loan",
        metric: "DEBT",
        unit: "USD",
        timing: "ACTUAL",
        confidence,
        value: value * scale,
        asOf: asOf ?? "2025",
        ...fields,
      });
      evidence(g, `o${n}`, observation, source, {});
    }
  };

function evidence(g: GraphBuilder, slug: string, fact: string, source: number, fields: object): void {
  g.put(`evidence:${slug}`, { fact, source: `source:s${source}`, stance: "SUPPORTS", ...fields });
}

function answerOf(describeGraph: (g: GraphBuilder) => void, input: ConflictsInput = {}): Conflicts {
  return conflicts(questionTo(buildProjection(recordsOf(describeGraph), "v")), input);
}

const factsAtOdds = (answer: Conflicts) =>
  new Set(answer.conflicts.flatMap(({ sides }) => sides.flatMap(({ facts }) => facts)));

describe("laws of conflicts", () => {
  it("hold that the order of the records changes nothing", () => {
    fc.assert(
      fc.property(world, fc.nat(), (made, turn) => {
        const records = recordsOf(describeWorld(made));
        const cut = turn % records.length;
        const turned = buildProjection([...records.slice(cut), ...records.slice(0, cut)], "v");
        const answer = answerOf(describeWorld(made));
        expect(JSON.stringify(conflicts(questionTo(turned), {}))).toBe(JSON.stringify(answer));
      }),
    );
  });

  it("hold that a thousand times the money is as far apart", () => {
    fc.assert(
      fc.property(world, (made) => {
        const shapes = (answer: Conflicts) =>
          answer.conflicts.map(({ kind, sides, spread }) => [kind, sides.length, spread?.toFixed(9)]);
        const inThousands = answerOf(describeWorld(made, 1000));
        expect(shapes(inThousands)).toEqual(shapes(answerOf(describeWorld(made))));
      }),
    );
  });

  it("hold that a page which repeats a source is no new voice", () => {
    fc.assert(
      fc.property(world, (made) => {
        const plain = describeWorld(made);
        const withCopies = (g: GraphBuilder): void => {
          plain(g);
          g.put("source:copy", { title: "copy", publisher: "publisher:p3", origin: "source:s0", tier: "D" });
          for (const [n, { source, ...fields }] of made.loan.entries()) {
            if (source !== 0) continue;
            g.put(`evidence:copy-${n}`, {
              fact: "contract:loan",
              source: "source:copy",
              stance: "SUPPORTS",
              field: "value",
              ...fields,
            });
          }
        };
        const told = (answer: Conflicts) =>
          answer.conflicts.map(({ sides }) => sides.map(({ text, voices, tier }) => [text, voices, tier]));
        expect(told(answerOf(withCopies))).toEqual(told(answerOf(plain)));
      }),
    );
  });

  it("hold that a stricter filter sets no other facts at odds", () => {
    fc.assert(
      fc.property(world, (made) => {
        const all = factsAtOdds(answerOf(describeWorld(made)));
        const strict = factsAtOdds(answerOf(describeWorld(made), { filter: { minConfidence: "HIGH" } }));
        expect([...strict].filter((fact) => !all.has(fact))).toEqual([]);
      }),
    );
  });

  it("hold that every conflict has two sides of one basis with different values, from more than one voice", () => {
    fc.assert(
      fc.property(world, (made) => {
        for (const { sides } of answerOf(describeWorld(made)).conflicts) {
          expect(sides.length).toBeGreaterThan(1);
          expect(new Set(sides.map(({ value }) => value?.basis)).size).toBe(1);
          expect(sides.map(({ value }) => value?.basis)).not.toContain("UNKNOWN");
          expect(new Set(sides.flatMap(({ evidence: ids }) => ids)).size).toBeGreaterThan(1);
        }
      }),
    );
  });

  it("hold that to differ goes both ways, and that no number differs from what it rounds to", () => {
    const number = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 5 }), (a, b, digits) => {
        const [left, right] = [
          { low: a, high: a },
          { low: b, high: b },
        ] as const;
        expect(differs(left, right)).toBe(differs(right, left));
        const rounded = Number(a.toPrecision(digits));
        const isStated = halfUnit(rounded) * 1.000001 >= Math.abs(a - rounded);
        expect(differs(left, { low: rounded, high: rounded })).toBe(!isStated);
      }),
    );
  });
});
