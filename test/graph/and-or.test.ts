import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { andOrClosure } from "../../src/graph/and-or-closure.ts";
import { andOrIndex } from "../../src/graph/and-or-graph.ts";
import { coldStart, propagate } from "../../src/graph/and-or.ts";
import { failureSpread } from "../../src/graph/failure-spread.ts";
import { andOrGraphOf, structures } from "./arbitraries.ts";
import type { Structure } from "./arbitraries.ts";
import { subsets, wavesByIteration, worksByIteration } from "./brute-force.ts";

const failures = fc.uniqueArray(fc.nat(1), { maxLength: 2 });

/** One need a list, each "one of". */
function structureOf(...nodes: readonly (readonly (readonly number[])[])[]): Structure {
  return {
    nodes: nodes.map((needs) => ({
      minimum: needs.length,
      needs: needs.map((providers) => ({ minimum: 1, providers })),
    })),
  };
}

describe("propagate", () => {
  test("names the wave, the need that felled each node, and the order of falling", () => {
    //  0 needs 1 and one of 2, 3;  1 needs 3;  2 needs 3
    const graph = andOrGraphOf(structureOf([[1], [2, 3]], [[3]], [[3]], []));
    const found = propagate(graph, [3]);
    expect([...found.wave]).toEqual([2, 1, 1, 0]);
    expect([...found.cause]).toEqual([0, 2, 3, -1]);
    expect([...found.fallen]).toEqual([3, 1, 2, 0]);
  });

  test("fells a node with a need that has no provider in round 1, without any failure", () => {
    const found = propagate(andOrGraphOf(structureOf([[1]], [[]])), []);
    expect([...found.wave]).toEqual([2, 1]);
    expect([...found.cause]).toEqual([0, 1]);
  });

  test("keeps mutual suppliers running, which could not start", () => {
    const graph = andOrGraphOf(structureOf([[1]], [[0]]));
    expect([...propagate(graph, []).fallen]).toEqual([]);
    expect([...coldStart(graph, [])]).toEqual([0, 0]);
  });

  test("counts one provider in two slots of a need once", () => {
    const twice = {
      nodes: [{ minimum: 1, needs: [{ minimum: 2, providers: [1, 1] }] }, ...structureOf([]).nodes],
    };
    expect([...propagate(andOrGraphOf(twice), []).wave]).toEqual([1, -1]);
    expect([...propagate(andOrGraphOf(structureOf([[1, 1]], [])), [1]).wave]).toEqual([1, 0]);
  });

  test("leaves out masked slots, and takes masked needs as filled", () => {
    const graph = andOrGraphOf(structureOf([[1, 2], [2]], [], []));
    const slotActive = Uint8Array.of(1, 0, 1);
    expect([...propagate(graph, [1], { slotActive }).wave]).toEqual([1, 0, -1]);
    const needActive = Uint8Array.of(0, 1);
    expect([...propagate(graph, [1], { slotActive, needActive }).wave]).toEqual([-1, 0, -1]);
    expect([...coldStart(graph, [1], { slotActive })]).toEqual([0, 0, 1]);
    expect([...coldStart(graph, [1], { slotActive, needActive })]).toEqual([1, 0, 1]);
  });

  test("lets a node that is named twice fail once", () => {
    expect(propagate(andOrGraphOf(structureOf([[1]], [])), [1, 1])).toEqual(
      propagate(andOrGraphOf(structureOf([[1]], [])), [1]),
    );
  });

  test("takes nodeMinimum as absent: all needs", () => {
    const { nodeMinimum: _, ...graph } = andOrGraphOf(structureOf([[1], [2]], [], []));
    expect([...propagate(graph, [2]).wave]).toEqual([1, -1, 0]);
  });

  test("agrees, round by round, with the evaluation of every node", () => {
    fc.assert(
      fc.property(structures, failures, (structure, failed) => {
        const { wave, cause, fallen } = propagate(andOrGraphOf(structure), failed);
        expect([...wave]).toEqual(wavesByIteration(structure, failed));
        const works = worksByIteration(structure, failed, "running");
        expect(Array.from(wave, (round) => round === -1)).toEqual(works);
        const sorted = [...fallen].toSorted((a, b) => wave[a]! - wave[b]! || a - b);
        expect([...fallen]).toEqual(sorted);
        expect(fallen).toHaveLength(works.filter((value) => !value).length);
        for (const [node, need] of cause.entries()) expect(need === -1).toBe(wave[node]! < 1);
      }),
      { numRuns: 500 },
    );
  });

  test("names a cause that is a need of the node and unfilled before its round", () => {
    fc.assert(
      fc.property(structures, failures, (structure, failed) => {
        const graph = andOrGraphOf(structure);
        const { wave, cause } = propagate(graph, failed);
        const needs = structure.nodes.flatMap(({ needs: own }, owner) =>
          own.map((need) => ({ ...need, owner })),
        );
        for (const [node, index] of cause.entries()) {
          if (index === -1) continue;
          const { owner, minimum, providers } = needs[index]!;
          const left = new Set(providers.filter((p) => wave[p] === -1 || wave[p]! >= wave[node]!));
          expect(owner).toBe(node);
          expect(left.size).toBeLessThan(minimum);
        }
      }),
    );
  });
});

test("coldStart agrees with the least fixed point", () => {
  fc.assert(
    fc.property(structures, failures, (structure, failed) => {
      const works = worksByIteration(structure, failed, "coldStart");
      expect([...coldStart(andOrGraphOf(structure), failed)]).toEqual(works.map(Number));
    }),
    { numRuns: 500 },
  );
});

test("whatever can start can also run", () => {
  fc.assert(
    fc.property(structures, failures, (structure, failed) => {
      const graph = andOrGraphOf(structure);
      const { wave } = propagate(graph, failed);
      const started = [...coldStart(graph, failed).entries()].filter(([, works]) => works === 1);
      expect(started.filter(([node]) => wave[node] !== -1)).toEqual([]);
    }),
  );
});

test("more failures never lower what falls", () => {
  fc.assert(
    fc.property(structures, (structure) => {
      const graph = andOrGraphOf(structure);
      for (const set of subsets([...structure.nodes.keys()], 2)) {
        const more = new Set(propagate(graph, set).fallen);
        for (const node of propagate(graph, set.slice(1)).fallen) expect(more.has(node)).toBe(true);
      }
    }),
  );
});

test("one spread gives the same answer whatever it ran before", () => {
  fc.assert(
    fc.property(structures, fc.array(failures, { minLength: 1, maxLength: 5 }), (structure, runs) => {
      const graph = andOrGraphOf(structure);
      const spread = failureSpread(andOrIndex(graph));
      for (const failed of runs) {
        spread.run(failed);
        const fresh = propagate(graph, failed);
        expect([...spread.wave]).toEqual([...fresh.wave]);
        expect(spread.fallen()).toEqual([...fresh.fallen]);
      }
    }),
  );
});

test("the closure of a node answers for it as the whole structure does", () => {
  const masks = fc.record({ slots: fc.nat(), needs: fc.nat() });
  fc.assert(
    fc.property(structures, failures, masks, (structure, failed, { slots, needs }) => {
      const graph = andOrGraphOf(structure);
      const options = {
        slotActive: graph.providers.map((_, slot) => (slots >> (slot % 31)) & 1),
        needActive: graph.needMinimum.map((_, need) => (((needs >> (need % 31)) & 3) === 0 ? 0 : 1)),
      };
      const asMasks = {
        slotActive: Uint8Array.from(options.slotActive),
        needActive: Uint8Array.from(options.needActive),
      };
      const closure = andOrClosure(graph, [0], asMasks);
      const inner = failed.map((node) => closure.nodes.indexOf(node)).filter((node) => node !== -1);
      const top = closure.nodes.indexOf(0);
      expect(propagate(closure.graph, inner).wave[top]).toBe(propagate(graph, failed, asMasks).wave[0]);
      expect(coldStart(closure.graph, inner)[top]).toBe(coldStart(graph, failed, asMasks)[0]);
    }),
    { numRuns: 300 },
  );
});
