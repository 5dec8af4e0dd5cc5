import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { chokepoints } from "../../src/risk/chokepoints/chokepoints.ts";
import { commitments } from "../../src/risk/commitments/commitments.ts";
import { concentration } from "../../src/risk/concentration/concentration.ts";
import { cycles } from "../../src/risk/cycles/cycles.ts";
import { dependencyPaths } from "../../src/risk/dependency-paths.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { diversification } from "../../src/risk/diversification/diversification.ts";
import { exposure } from "../../src/risk/exposure/exposure.ts";
import type { FactFilter } from "../../src/risk/fact-filter.ts";
import { merger } from "../../src/risk/merger/merger.ts";
import { neighborhood } from "../../src/risk/neighborhood/neighborhood.ts";
import type { Question } from "../../src/risk/question.ts";
import { reach } from "../../src/risk/reach.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { questionTo } from "../support/graph-builder.ts";
import { doubtedWorlds, recordsLeftBy, withoutDoubt, type DoubtedWorld } from "./doubted-world.ts";
import { THINGS } from "./small-world.ts";

const { title, parameters } = propertySettings(50);
const EFFECTS = ["NOW", "NEW", "LATER"] as const;
const thing = fc.constantFrom(...THINGS);
const firm = fc.nat(3).map((n) => `company:m${n}`);

/** What is told of a world under its filter, and of what the filter leaves of it. */
function told<T>(
  world: DoubtedWorld,
  ask: (question: Question, filter: FactFilter) => T,
): readonly [filtered: T, left: T] {
  const graph = (records: DoubtedWorld["records"]): Projection => buildProjection(records, "1");
  return [
    ask(questionTo(graph(world.records)), world.filter),
    ask(questionTo(graph(recordsLeftBy(world))), withoutDoubt(world.filter)),
  ];
}

/** By what falls: the first effect under which it does. */
function firstEffects(question: Question, failed: readonly string[], filter: FactFilter) {
  const found = new Map<string, (typeof EFFECTS)[number]>();
  const { fallen } = disruption(question, { failed, filter });
  for (const effect of EFFECTS.toReversed())
    for (const entry of fallen) if (entry.effect === effect) found.set(entry.node, effect);
  return [...found].filter(([id]) => !id.startsWith("contract:")).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The smallest of the sets that are listed: those of the documented reading, whatever else is proved. */
function smallestSets(question: Question, target: string, filter: FactFilter): readonly string[] {
  const sets = chokepoints(question, { of: [target], maxOrder: 2, filter }).chokepoints.map(
    ({ members }) => members,
  );
  const isSmallest = (set: readonly string[]): boolean =>
    !sets.some((other) => other.length < set.length && other.every((member) => set.includes(member)));
  return sets
    .filter(isSmallest)
    .map((set) => set.join(" + "))
    .toSorted();
}

describe.each([
  ["exact dates", false],
  ["dates that leave open what holds", true],
] as const)(
  `under a filter, with %s, every question tells what it tells of a graph without what the filter leaves out (${title})`,
  (_, isCoarse) => {
    const worlds = doubtedWorlds(isCoarse);

    it("of what falls, and when", () => {
      const failures = fc.uniqueArray(thing, { minLength: 1, maxLength: 2 });
      fc.assert(
        fc.property(worlds, failures, (world, failed) => {
          const [filtered, left] = told(world, (question, filter) => firstEffects(question, failed, filter));
          expect(filtered).toEqual(left);
        }),
        parameters,
      );
    });

    it("of what stops a target", () => {
      fc.assert(
        fc.property(worlds, thing, (world, target) => {
          const [filtered, left] = told(world, (question, filter) => smallestSets(question, target, filter));
          expect(filtered).toEqual(left);
        }),
        parameters,
      );
    });

    it("of what is reached, how near, and what lies around", () => {
      const directions = fc.constantFrom("DEPENDENCIES", "DEPENDENTS");
      fc.assert(
        fc.property(worlds, thing, directions, (world, from, direction) => {
          const [filtered, left] = told(world, (question, filter) => [
            reach(question, { from, direction, profile: "ALL", filter }).reached.map(({ node, tier }) => [
              node,
              tier,
            ]),
            neighborhood(question, { id: from, depth: 3, profile: "PHYSICAL", filter }).nodes,
          ]);
          expect(filtered).toEqual(left);
        }),
        parameters,
      );
    });

    it("of the paths between two, and the contracts on them", () => {
      fc.assert(
        fc.property(worlds, thing, thing, (world, from, to) => {
          fc.pre(from !== to);
          const [filtered, left] = told(world, (question, filter) =>
            dependencyPaths(question, { from, to, k: 50, profile: "ALL", filter }).paths.map((path) => [
              path.parallelContracts,
              ...path.hops.map((hop) => hop.to),
            ]),
          );
          expect(filtered).toEqual(left);
        }),
        parameters,
      );
    });

    it("of how many suppliers there may be, where somebody delivers", () => {
      fc.assert(
        fc.property(worlds, fc.nat(6), ({ records, filter }, n) => {
          // Who designs stands in where nobody makes: a matter of the needs, which a filter leaves as they are.
          const world = { records: records.filter(({ fields }) => fields["role"] !== "DESIGNER"), filter };
          const [filtered, left] = told(world, (question, under) =>
            diversification(question, { of: `component:c${n}`, filter: under }).needs.map((need) => ({
              name: `${need.need.phase} ${need.need.name}`,
              counts: [need.nominal.high, need.active.high, need.qualified.high],
            })),
          );
          // A need that a filter empties stays one, so that the next in line does not stand in for it.
          for (const need of filtered.filter(({ counts }) => counts[1] !== 0))
            expect(need).toEqual(left.find(({ name }) => name === need.name));
        }),
        parameters,
      );
    });
  },
);

describe(`under a filter, money and markets are what they are in a graph without what the filter leaves out (${title})`, () => {
  const worlds = doubtedWorlds(false);

  it("in the markets of a company", () => {
    const markets = fc.record({
      kind: fc.constantFrom("TENANTS_OF", "LANDLORDS_OF", "CUSTOMERS_OF", "SUPPLIERS_TO"),
      subject: firm,
    });
    fc.assert(
      fc.property(worlds, markets, (world, market) => {
        const [filtered, left] = told(world, (question, filter) => {
          const { hhi, headline, cr1, members } = concentration(question, { market, filter });
          return [hhi, headline, cr1, members.map(({ nodes, share, amount }) => [nodes, share, amount])];
        });
        expect(filtered).toEqual(left);
      }),
      parameters,
    );
  });

  it("in what a company pays or is paid, and what it has at stake", () => {
    fc.assert(
      fc.property(worlds, firm, fc.constantFrom("PAYS", "RECEIVES"), (world, of, direction) => {
        const [filtered, left] = told(world, (question, filter) => {
          const { whole, commitments: list } = commitments(question, { of, direction, filter });
          return [
            [whole.count, whole.withoutValue, whole.signed, whole.rest, whole.firm],
            list.map(({ contract, counterparties, stage, binding }) => [
              contract,
              counterparties,
              stage,
              binding,
            ]),
            exposure(question, { of: [of], filter }).counterparties.map(({ counterparty, lines }) => [
              counterparty,
              lines.map(({ channel, signed, totals, megawatts, share }) => [
                channel,
                signed,
                totals,
                megawatts,
                share,
              ]),
            ]),
          ];
        });
        expect(filtered).toEqual(left);
      }),
      parameters,
    );
  });

  it("in the cycles through a company", () => {
    fc.assert(
      fc.property(worlds, firm, (world, through) => {
        const [filtered, left] = told(world, (question, filter) =>
          cycles(question, { through, filter }).cycles.map(({ companies, bottleneck, gross }) => [
            companies,
            bottleneck,
            gross,
          ]),
        );
        expect(filtered).toEqual(left);
      }),
      parameters,
    );
  });

  it("in what a merger brings", () => {
    fc.assert(
      fc.property(worlds, firm, firm, (world, acquirer, target) => {
        fc.pre(acquirer !== target);
        const [filtered, left] = told(world, (question, filter) => {
          const { kind, markets, internal } = merger(question, { acquirer, target, filter });
          return [
            kind,
            markets.map(({ market, before, after, delta, presumption }) => [
              market,
              before,
              after,
              delta,
              presumption,
            ]),
            internal.totals.map(({ total }) => total),
          ];
        });
        expect(filtered).toEqual(left);
      }),
      parameters,
    );
  });

  it("in what customers lose", () => {
    fc.assert(
      fc.property(worlds, thing, (world, failed) => {
        const [filtered, left] = told(world, (question, filter) =>
          disruption(question, { failed: [failed], filter }).losses.map(({ node, lost, of }) => [
            node,
            lost,
            of,
          ]),
        );
        expect(filtered).toEqual(left);
      }),
      parameters,
    );
  });
});
