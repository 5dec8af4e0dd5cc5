import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { chokepoints, type ChokepointsInput } from "../../src/risk/chokepoints/chokepoints.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, questionTo, recordsOf } from "../support/graph-builder.ts";
import { fallenIn } from "./plain-evaluator.ts";
import { describeWorld, smallWorld, THINGS, type SmallWorld } from "./small-world.ts";

const { title, parameters } = propertySettings(200);
const EFFECTS = ["NOW", "NEW", "LATER"] as const;
const effects = fc.constantFrom(...EFFECTS);
const targets = fc.constantFrom(...THINGS);

const graphWith = (world: SmallWorld): Projection => graphOf((g) => describeWorld(g, world));

/** `VERDICT member + member` of one target, sorted. */
function setsOf(graph: Projection, of: string, input: Partial<ChokepointsInput>): readonly string[] {
  const answer = chokepoints(questionTo(graph), { of: [of], ...input });
  expect([answer.cut, answer.searchedOrder]).toEqual([null, input.maxOrder ?? 1]);
  return answer.chokepoints.map(({ verdict, members }) => `${verdict} ${members.join(" + ")}`).toSorted();
}

/** Everything that can be lost in a world, its contracts included. */
function thingsOf(world: SmallWorld): readonly string[] {
  return [...world.leases.map((_, position) => `contract:l${position}`), ...THINGS].toSorted();
}

function subsets(things: readonly string[], size: number, start = 0): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return things
    .slice(start)
    .flatMap((thing, position) =>
      subsets(things, size - 1, start + position + 1).map((rest) => [thing, ...rest]),
    );
}

/** By target: the smallest sets that fell it, by letting every set fail in the plain evaluator. */
function cutsByTrying(
  world: SmallWorld,
  effect: (typeof EFFECTS)[number],
  isOpen: boolean,
  maxOrder: number,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const cuts = new Map<string, (readonly string[])[]>();
  for (let size = 1; size <= maxOrder; size += 1) {
    for (const failed of subsets(thingsOf(world), size)) {
      for (const target of fallenIn(world, failed, effect, isOpen)) {
        const known = cuts.get(target) ?? [];
        if (known.some((cut) => cut.every((thing) => failed.includes(thing)))) continue;
        cuts.set(target, [...known, failed]);
      }
    }
  }
  return cuts;
}

/** Both readings together: a set that is proved is listed so. */
function merged(
  documented: readonly (readonly string[])[] = [],
  open: readonly (readonly string[])[] = [],
): readonly string[] {
  const proved = new Set(open.map((cut) => cut.join(" + ")));
  const sole = documented.map((cut) => cut.join(" + ")).filter((cut) => !proved.has(cut));
  return [
    ...[...proved].map((cut) => `PROVED ${cut}`),
    ...sole.map((cut) => `SOLE_DOCUMENTED ${cut}`),
  ].toSorted();
}

describe(`chokepoints of random small worlds (${title})`, () => {
  it(
    "are the smallest sets that trying every one and every two finds, in both readings and each effect",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(smallWorld, effects, (world, effect) => {
          const graph = graphWith(world);
          const [documented, open] = [false, true].map((isOpen) => cutsByTrying(world, effect, isOpen, 2));
          for (const target of thingsOf(world)) {
            const expected = merged(documented?.get(target), open?.get(target));
            expect(setsOf(graph, target, { effect, maxOrder: 2 })).toEqual(expected);
            const singles = expected.filter((set) => !set.includes("+"));
            expect(setsOf(graph, target, { effect })).toEqual(singles);
          }
        }),
        parameters,
      );
    },
  );

  it("are the smallest sets of up to three", () => {
    fc.assert(
      fc.property(smallWorld, effects, targets, (world, effect, target) => {
        const [documented, open] = [false, true].map((isOpen) => cutsByTrying(world, effect, isOpen, 3));
        expect(setsOf(graphWith(world), target, { effect, maxOrder: 3 })).toEqual(
          merged(documented?.get(target), open?.get(target)),
        );
      }),
      { ...parameters, numRuns: Math.ceil((parameters.numRuns ?? 100) / 10) },
    );
  });

  it("stop their targets by what disruption says, as surely, and not without each of their members", () => {
    fc.assert(
      fc.property(smallWorld, effects, (world, effect) => {
        const question = questionTo(graphWith(world));
        const { chokepoints: found } = chokepoints(question, { of: THINGS, effect, maxOrder: 2 });
        const falls = (failed: readonly string[], target: string, verdict: string): boolean =>
          failed.length > 0 &&
          disruption(question, { failed }).fallen.some(
            (entry) =>
              entry.node === target &&
              EFFECTS.indexOf(entry.effect) <= EFFECTS.indexOf(effect) &&
              (entry.verdict === verdict || verdict === "SOLE_DOCUMENTED"),
          );
        for (const { members, stops } of found) {
          for (const { target, verdict } of stops) {
            expect(falls(members, target, verdict)).toBe(true);
            expect(falls(members, target, "PROVED")).toBe(verdict === "PROVED");
            for (const spared of members)
              expect(
                falls(
                  members.filter((member) => member !== spared),
                  target,
                  verdict,
                ),
              ).toBe(false);
          }
        }
      }),
      parameters,
    );
  });

  it("are explained link by link: each step is a need of something that falls, down to a member or its model", () => {
    fc.assert(
      fc.property(smallWorld, effects, (world, effect) => {
        const question = questionTo(graphWith(world));
        const { chokepoints: found } = chokepoints(question, { of: THINGS, effect });
        const isListed = (member: string | null, target: string): boolean =>
          member === null ||
          found.some(
            ({ members, stops }) => members[0] === member && stops.some((stop) => stop.target === target),
          );
        for (const stop of found.flatMap(({ stops }) => stops)) {
          const steps = stop.steps();
          expect(steps[0]?.need.dependent).toBe(stop.target);
          expect(stop.verdict === "SOLE_DOCUMENTED" || steps.every(({ need }) => need.isClosed)).toBe(true);
          for (const { alternatives } of steps)
            expect(alternatives.map(({ why }) => why)).toContain("FAILED_TOO");
          expect(isListed(stop.through(), stop.target)).toBe(true);
        }
      }),
      parameters,
    );
  });

  it("get no new single one when one more supplier of a documented role is there", () => {
    fc.assert(
      fc.property(smallWorld, effects, targets, fc.nat(), (world, effect, target, pick) => {
        const active = world.makers.filter(({ isActive, isJoint }) => isActive && !isJoint);
        const maker = active[pick % Math.max(active.length, 1)];
        if (maker === undefined) return;
        const more = graphOf((g) => {
          describeWorld(g, world);
          g.makes("newcomer", `c${maker.component}`, {
            role: maker.isDesigner ? "DESIGNER" : "MANUFACTURER",
          });
        });
        const names = (sets: readonly string[]) => new Set(sets.map((set) => set.split(" ").at(-1)));
        const [before, after] = [
          setsOf(graphWith(world), target, { effect }),
          setsOf(more, target, { effect }),
        ];
        expect([...names(after)].filter((name) => !names(before).has(name))).toEqual([]);
        const proved = (sets: readonly string[]) => sets.filter((set) => set.startsWith("PROVED"));
        expect(proved(after).filter((set) => !proved(before).includes(set))).toEqual([]);
      }),
      parameters,
    );
  });

  it("are never proved anew by a stricter filter", () => {
    fc.assert(
      fc.property(smallWorld, effects, fc.nat(), (world, effect, pick) => {
        const records = recordsOf((g) => describeWorld(g, world)).map((record, position) => ({
          ...record,
          fields: { ...record.fields, confidence: (position * 7 + pick) % 3 === 0 ? "LOW" : "HIGH" },
        }));
        const question = questionTo(buildProjection(records, "1"));
        const proved = (minConfidence: "LOW" | "HIGH") =>
          chokepoints(question, { of: THINGS, effect, filter: { minConfidence } }).chokepoints.flatMap(
            ({ members, stops }) =>
              stops
                .filter(({ verdict }) => verdict === "PROVED")
                .map(({ target }) => `${members.join()} ${target}`),
          );
        const before = new Set(proved("LOW"));
        expect(proved("HIGH").filter((entry) => !before.has(entry))).toEqual([]);
      }),
      parameters,
    );
  });

  it("are the same answer, in the same order, whatever the order of the records", () => {
    const answerOf = (graph: Projection) => {
      const { facts, ...answer } = chokepoints(questionTo(graph), { of: THINGS, maxOrder: 2 });
      return JSON.stringify([
        answer,
        facts(),
        answer.chokepoints.map((entry) => [
          entry.sentence(),
          entry.stops.map((stop) => [stop.steps(), stop.through()]),
        ]),
      ]);
    };
    fc.assert(
      fc.property(smallWorld, fc.infiniteStream(fc.nat()), (world, dice) => {
        const records = recordsOf((g) => describeWorld(g, world));
        const keyed = records.map((record) => ({ record, key: dice.next().value }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ record }) => record);
        expect(answerOf(buildProjection(shuffled, "1"))).toBe(answerOf(buildProjection(records, "1")));
      }),
      { ...parameters, numRuns: Math.ceil((parameters.numRuns ?? 100) / 4) },
    );
  });
});
