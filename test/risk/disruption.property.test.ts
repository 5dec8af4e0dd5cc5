import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, questionTo, recordsOf } from "../support/graph-builder.ts";
import { fallenIn } from "./plain-evaluator.ts";
import { describeWorld, smallWorld, THINGS, type SmallWorld } from "./small-world.ts";

const { title, parameters } = propertySettings(300);
const EFFECTS = ["NOW", "NEW", "LATER"] as const;
const failures = fc.uniqueArray(fc.constantFrom(...THINGS), { minLength: 1, maxLength: 3 });

const graphWith = (world: SmallWorld): Projection => graphOf((g) => describeWorld(g, world));

/** By effect and verdict, later effects including earlier ones: the ids that fall. */
function fallen(
  graph: Projection,
  failed: readonly string[],
): (effect: string, verdict?: string) => Set<string> {
  const list = disruption(questionTo(graph), { failed }).fallen;
  return (effect, verdict) =>
    new Set(
      list
        .filter((entry) => EFFECTS.indexOf(entry.effect) <= EFFECTS.indexOf(effect as "NOW"))
        .filter((entry) => verdict === undefined || entry.verdict === verdict)
        .map(({ node }) => node),
    );
}

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((id) => b.has(id));

describe(`disruption of random small worlds (${title})`, () => {
  it("is what a plain evaluation of the same lines gives, in both readings and all three effects", () => {
    fc.assert(
      fc.property(smallWorld, failures, (world, failed) => {
        const found = fallen(graphWith(world), failed);
        for (const effect of EFFECTS) {
          expect([...found(effect)].toSorted()).toEqual(
            [...fallenIn(world, failed, effect, false)].toSorted(),
          );
          expect([...found(effect, "PROVED")].toSorted()).toEqual(
            [...fallenIn(world, failed, effect, true)].toSorted(),
          );
        }
      }),
      parameters,
    );
  });

  it("proves nothing that the documented providers do not show, and takes nothing back in a later effect", () => {
    fc.assert(
      fc.property(smallWorld, failures, (world, failed) => {
        const found = fallen(graphWith(world), failed);
        for (const effect of EFFECTS) expect(isSubset(found(effect, "PROVED"), found(effect))).toBe(true);
        expect(isSubset(found("NOW"), found("NEW")) && isSubset(found("NEW"), found("LATER"))).toBe(true);
      }),
      parameters,
    );
  });

  it("never saves anything when more fails", () => {
    fc.assert(
      fc.property(smallWorld, failures, fc.constantFrom(...THINGS), (world, failed, more) => {
        const graph = graphWith(world);
        const [fewer, all] = [fallen(graph, failed), fallen(graph, [...new Set([...failed, more])])];
        const down = new Set([
          ...all("LATER"),
          ...disruption(questionTo(graph), { failed: [...failed, more] }).failed,
        ]);
        expect(isSubset(fewer("LATER"), down)).toBe(true);
      }),
      parameters,
    );
  });

  it("is never more when one more supplier of a documented role is there", () => {
    fc.assert(
      fc.property(smallWorld, failures, fc.nat(), (world, failed, pick) => {
        const active = world.makers.filter(({ isActive, isJoint }) => isActive && !isJoint);
        const maker = active[pick % Math.max(active.length, 1)];
        if (maker === undefined) return;
        const before = fallen(graphWith(world), failed);
        const after = fallen(
          graphOf((g) => {
            describeWorld(g, world);
            g.makes("newcomer", `c${maker.component}`, {
              role: maker.isDesigner ? "DESIGNER" : "MANUFACTURER",
            });
          }),
          failed,
        );
        for (const effect of EFFECTS) {
          expect(isSubset(after(effect), before(effect))).toBe(true);
          expect(isSubset(after(effect, "PROVED"), before(effect, "PROVED"))).toBe(true);
        }
      }),
      parameters,
    );
  });

  it("is the same answer, in the same order, whatever the order of the records", () => {
    const answerOf = (graph: Projection, failed: readonly string[]) => {
      const { fallen: list, ...rest } = disruption(questionTo(graph), { failed });
      return JSON.stringify([list.map((entry) => ({ ...entry, witness: entry.witness() })), rest]);
    };
    fc.assert(
      fc.property(smallWorld, failures, fc.infiniteStream(fc.nat()), (world, failed, dice) => {
        const records = recordsOf((g) => describeWorld(g, world));
        const keyed = records.map((record) => ({ record, key: dice.next().value }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ record }) => record);
        expect(answerOf(buildProjection(shuffled, "1"), failed)).toBe(
          answerOf(buildProjection(records, "1"), failed),
        );
      }),
      parameters,
    );
  });
});
