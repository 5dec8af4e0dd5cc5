import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProjection } from "../../src/projection/projection.ts";
import { neighborhood, type Subgraph } from "../../src/risk/neighborhood/neighborhood.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { propertySettings } from "../contract/property-settings.ts";
import { graphOf, questionTo, recordsOf } from "../support/graph-builder.ts";
import { describeWorld, smallWorld, THINGS, type SmallWorld } from "./small-world.ts";

const { title, parameters } = propertySettings(100);
const thing = fc.constantFrom(...THINGS);

const graphWith = (world: SmallWorld): Projection => graphOf((g) => describeWorld(g, world));
const around = (graph: Projection, id: string, depth: number): Subgraph =>
  neighborhood(questionTo(graph), { id, depth });
const idsOf = ({ nodes }: Subgraph): string[] => nodes.map(({ node }) => node);

describe(`the neighbourhood in random small worlds (${title})`, () => {
  it("of a depth lies within that of the next", () => {
    fc.assert(
      fc.property(smallWorld, thing, (world, id) => {
        const graph = graphWith(world);
        for (const depth of [1, 2]) {
          const wider = idsOf(around(graph, id, depth + 1));
          expect(wider.slice(0, idsOf(around(graph, id, depth)).length)).toEqual(
            idsOf(around(graph, id, depth)),
          );
        }
      }),
      parameters,
    );
  });

  it("is mutual: what lies next to a thing has that thing next to it", () => {
    fc.assert(
      fc.property(smallWorld, thing, (world, id) => {
        const graph = graphWith(world);
        for (const other of idsOf(around(graph, id, 1)).slice(1)) {
          expect(idsOf(around(graph, other, 1))).toContain(id);
        }
      }),
      parameters,
    );
  });

  it("links only its nodes, and every node but the centre to one that is a hop nearer", () => {
    fc.assert(
      fc.property(smallWorld, thing, (world, id) => {
        const { nodes, links } = around(graphWith(world), id, 3);
        const depthOf = new Map(nodes.map(({ node, depth }) => [node, depth]));
        for (const { from, to } of links) expect(depthOf.has(from) && depthOf.has(to)).toBe(true);
        for (const { node, depth } of nodes.slice(1)) {
          const ends = links.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []));
          expect(ends.map((end) => depthOf.get(end))).toContain(depth - 1);
        }
      }),
      parameters,
    );
  });

  it("does not depend on the order of the records", () => {
    fc.assert(
      fc.property(smallWorld, thing, (world, id) => {
        const records = recordsOf((g) => describeWorld(g, world));
        const [one, two] = [records, records.toReversed()].map((list) =>
          around(buildProjection(list, "graph-1"), id, 2),
        );
        expect(two?.nodes).toEqual(one?.nodes);
        expect(two?.links).toEqual(one?.links);
      }),
      parameters,
    );
  });
});
