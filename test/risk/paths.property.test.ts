import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactFilter } from "../../src/risk/fact-filter.ts";
import { dependencyPaths } from "../../src/risk/dependency-paths.ts";
import { reach } from "../../src/risk/reach.ts";
import { buildProjection } from "../../src/projection/projection.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { questionTo, recordsOf } from "../support/graph-builder.ts";
import { describeWorld, smallWorld, THINGS, type SmallWorld } from "./small-world.ts";

const { title, parameters } = propertySettings(200);
const thing = fc.constantFrom(...THINGS);
const FILTERS: readonly (readonly [loose: FactFilter, tight: FactFilter])[] = [
  [{ minCertainty: "POSSIBLE" }, {}],
  [{ minCertainty: "POSSIBLE" }, { minCertainty: "POSSIBLE", minConfidence: "HIGH" }],
  [{}, { minCertainty: "DOCUMENTED" }],
];

/** The world with every third relationship doubted and every fourth an inference. */
function recordsWith(world: SmallWorld): readonly StoredRecord[] {
  return recordsOf((g) => describeWorld(g, world)).map((record, position) =>
    record.from === undefined
      ? record
      : {
          ...record,
          fields: {
            ...record.fields,
            ...(position % 3 === 0 ? { confidence: "LOW" } : {}),
            ...(position % 4 === 0 ? { inferred: true } : {}),
          },
        },
  );
}

function isDetour(path: readonly string[], story: readonly string[]): boolean {
  let matched = 0;
  for (const stop of path) if (stop === story[matched]) matched += 1;
  return matched === story.length;
}

describe(`paths through random small worlds (${title})`, () => {
  it("tell no story under a tighter filter that the looser one does not tell, or a shorter one of", () => {
    fc.assert(
      fc.property(
        smallWorld,
        thing,
        thing,
        fc.constantFrom(...FILTERS),
        (world, from, to, [loose, tight]) => {
          if (from === to) return;
          const question = questionTo(buildProjection(recordsWith(world), "1"));
          const stories = (filter: FactFilter) =>
            dependencyPaths(question, { from, to, k: 50, filter }).paths.map(({ hops }) => [
              from,
              ...hops.map((hop) => hop.to),
            ]);
          const told = stories(loose);
          for (const story of stories(tight)) expect(told.some((known) => isDetour(story, known))).toBe(true);
        },
      ),
      parameters,
    );
  });

  it("reach nothing more, and nothing nearer, under a tighter filter", () => {
    fc.assert(
      fc.property(smallWorld, thing, fc.constantFrom(...FILTERS), (world, from, [loose, tight]) => {
        const question = questionTo(buildProjection(recordsWith(world), "1"));
        for (const direction of ["DEPENDENCIES", "DEPENDENTS"] as const) {
          const tiers = (filter: FactFilter) =>
            new Map(
              reach(question, { from, direction, filter }).reached.map(({ node, tier }) => [node, tier]),
            );
          const near = tiers(loose);
          for (const [node, tier] of tiers(tight))
            expect(near.get(node) ?? Infinity).toBeLessThanOrEqual(tier);
        }
      }),
      parameters,
    );
  });

  it("reach just what a path leads to, as far as its shortest path says", () => {
    fc.assert(
      fc.property(smallWorld, thing, thing, (world, from, to) => {
        if (from === to) return;
        const question = questionTo(buildProjection(recordsWith(world), "1"));
        const path = dependencyPaths(question, { from, to, k: 1 }).paths[0];
        const reached = reach(question, { from, direction: "DEPENDENCIES" }).reached.find(
          ({ node }) => node === to,
        );
        expect(reached?.tier).toBe(path?.length);
        expect(reached?.path()?.length).toBe(path?.length);
      }),
      parameters,
    );
  });
});
