import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { diversification } from "../../src/risk/diversification/diversification.ts";
import type { SupplyNeed } from "../../src/risk/diversification/supply-need.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, questionTo, recordsOf } from "../support/graph-builder.ts";
import { describeWorld, smallWorld, THINGS, type SmallWorld } from "./small-world.ts";

const { title, parameters } = propertySettings(100);
const part = fc.nat(6);

const graphWith = (world: SmallWorld): Projection => graphOf((g) => describeWorld(g, world));
const needsOf = (graph: Projection, component: number): readonly SupplyNeed[] =>
  diversification(questionTo(graph), { of: `component:c${component}` }).needs;
const told = (need: SupplyNeed) => ({
  name: need.need.name,
  counts: [need.nominal, need.active, need.qualified],
  independence: need.independence(),
  causes: need.commonCauses(),
  sentence: need.sentence(),
});

describe(`diversification in random small worlds (${title})`, () => {
  it("counts no more independent suppliers than those that may count, nor more of these than are documented", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        for (const { nominal, active, qualified, independence } of needsOf(graphWith(world), component).map(
          (need) => ({ ...need, independence: need.independence() }),
        )) {
          expect(qualified.high <= active.high && active.high <= nominal.high).toBe(true);
          for (const { low, high } of independence) {
            expect(low <= high && high <= qualified.high).toBe(true);
          }
        }
      }),
      parameters,
    );
  });

  it("merges all kinds of causes together at least as far as each alone", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        for (const need of needsOf(graphWith(world), component)) {
          const all = need.independence().at(-1);
          for (const { low, high, isCut } of need.independence()) {
            expect(isCut || ((all?.low ?? 0) <= low && (all?.high ?? 0) <= high)).toBe(true);
          }
        }
      }),
      parameters,
    );
  });

  it("proves a common cause only of what it shows, and lets a proved one of all leave one", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        for (const need of needsOf(graphWith(world), component)) {
          const takesAll = need
            .commonCauses()
            .filter(({ suppliers }) => suppliers.length === need.delivering.length);
          const all = need.independence().at(-1);
          const isProved = takesAll.some(({ verdict }) => verdict === "PROVED");
          expect(takesAll.length === 0 || all?.low === 1).toBe(true);
          expect(!isProved || all?.high === 1).toBe(true);
        }
      }),
      parameters,
    );
  });

  it("leaves one upstream exactly where the loss of one company fells the part, and falls with the smallest set", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        const graph = graphWith({ ...world, kinds: [] });
        const isFelledBy = (failed: readonly string[]): boolean =>
          disruption(questionTo(graph), { failed }).fallen.some(
            ({ node, effect }) => node === `component:c${component}` && effect !== "LATER",
          );
        const isFelledByOne = THINGS.filter((id) => id.startsWith("company:")).some((id) => isFelledBy([id]));
        for (const need of needsOf(graph, component).filter(({ need: { name } }) => name.startsWith("a "))) {
          const upstream = need.independence().find(({ after }) => after === "UPSTREAM");
          if (upstream === undefined) continue;
          expect(upstream.low === 1).toBe(isFelledByOne);
          expect(isFelledBy(upstream.smallestSet)).toBe(true);
        }
      }),
      parameters,
    );
  });

  it("never has fewer nominal suppliers or fewer independent ones for one maker more", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        const more = { company: 9, component, isDesigner: false, isJoint: false, isActive: true };
        const [before] = needsOf(graphWith(world), component);
        const graph = graphOf((g) => {
          g.put("company:m9");
          describeWorld(g, { ...world, makers: [...world.makers, more] });
        });
        const after = needsOf(graph, component).find(({ need }) => need.name === before?.need.name);
        if (before === undefined || after === undefined) return;
        expect(after.nominal.high).toBeGreaterThanOrEqual(before.nominal.high);
        const [was, is] = [before, after].map((need) =>
          need.independence().find(({ after: kind }) => kind === "PARENT"),
        );
        expect(is?.low ?? 0).toBeGreaterThanOrEqual(was?.low ?? 0);
      }),
      parameters,
    );
  });

  it("does not depend on the order of the records", () => {
    fc.assert(
      fc.property(smallWorld, part, (world, component) => {
        const records = recordsOf((g) => describeWorld(g, world));
        const [one, two] = [records, records.toReversed()].map((list) =>
          needsOf(buildProjection(list, "graph-1"), component).map(told),
        );
        expect(two).toEqual(one);
      }),
      parameters,
    );
  });
});
