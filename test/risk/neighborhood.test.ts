import { describe, expect, it } from "vitest";
import { InvalidArgumentError, NotFoundError } from "../../src/domain/errors.ts";
import type { Projection } from "../../src/projection/projection.ts";
import { neighborhood, type NeighborhoodInput } from "../../src/risk/neighborhood/neighborhood.ts";
import { graphOf, questionTo } from "../support/graph-builder.ts";

const ask = (graph: Projection, id: string, input: Partial<NeighborhoodInput> = {}) =>
  neighborhood(questionTo(graph), { id, ...input });

const nodes = (graph: Projection, id: string, input: Partial<NeighborhoodInput> = {}): string[] =>
  ask(graph, id, input).nodes.map(({ node, depth }) => `${depth} ${node}`);

const links = (graph: Projection, id: string, input: Partial<NeighborhoodInput> = {}): string[] =>
  ask(graph, id, input).links.map(({ from, to, channel }) => `${from} ${channel ?? "-"} ${to}`);

/** A tenant leases a site from a landlord with a bank behind the lease; an event hits the site. */
const leased = graphOf((g) => {
  g.contract("lease", "LEASE", { LESSEE: "tenant", LESSOR: "landlord", ARRANGER: "bank" }, ["facility:site"]);
  g.milestone("contract:lease", "DEFINITIVE", "2025-01-01");
  g.operates("landlord", "site");
  g.put("event:storm", { name: "Storm stops the site", start: "2025" });
  g.link("AFFECTS", "event:storm", "facility:site", {});
});

describe("a neighbourhood", () => {
  it("goes either way, and a contract costs no hop", () => {
    expect(nodes(leased, "company:tenant")).toEqual([
      "0 company:tenant",
      "1 company:landlord",
      "1 facility:site",
    ]);
    expect(links(leased, "company:tenant")).toEqual([
      "company:landlord REVENUE company:tenant",
      "company:tenant CAPACITY company:landlord",
      "company:tenant CAPACITY facility:site",
      "facility:site OPERATION company:landlord",
    ]);
    expect(ask(leased, "company:tenant").links[1]?.contracts).toEqual(["contract:lease"]);
  });

  it("has the parties and sites of a contract around it, arrangers too", () => {
    expect(nodes(leased, "contract:lease")).toEqual([
      "0 contract:lease",
      "1 company:bank",
      "1 company:landlord",
      "1 company:tenant",
      "1 facility:site",
    ]);
    expect(links(leased, "contract:lease")).toContain("company:bank - contract:lease");
  });

  it("draws contracts as nodes where asked to", () => {
    expect(nodes(leased, "company:bank")).toEqual(["0 company:bank"]);
    expect(nodes(leased, "company:bank", { contracts: true })).toEqual([
      "0 company:bank",
      "1 contract:lease",
    ]);
  });

  it("links an event to what it hit, and only where every channel is asked for", () => {
    expect(nodes(leased, "event:storm")).toEqual(["0 event:storm", "1 facility:site"]);
    expect(ask(leased, "event:storm").links[0]?.sentence).toBe("Storm stops the site: affects site");
    expect(ask(leased, "event:storm", { profile: "PHYSICAL" })).toMatchObject({
      nodeCount: 1,
      reason: "NOT_DOCUMENTED",
    });
  });

  it("links a maker that does not deliver yet without a channel", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.makes("b", "module", { state: "TARGET" });
    });
    expect(links(graph, "component:module")).toEqual([
      "company:b - component:module",
      "component:module SUPPLY company:a",
    ]);
    expect(ask(graph, "component:module").links[0]?.sentence).toBe("b is to make module");
  });

  it("has one link a channel, with every relationship behind it", () => {
    const graph = graphOf((g) => {
      for (const slug of ["one", "two"]) {
        g.contract(slug, "LEASE", { LESSEE: "tenant", LESSOR: "landlord" });
        g.milestone(`contract:${slug}`, "DEFINITIVE", "2025-01-01");
      }
    });
    expect(
      ask(graph, "company:tenant").links.map(({ channel, contracts, commitment }) => [
        channel,
        contracts,
        commitment,
      ]),
    ).toEqual([
      ["REVENUE", ["contract:one", "contract:two"], "DEFINITIVE"],
      ["CAPACITY", ["contract:one", "contract:two"], "DEFINITIVE"],
    ]);
  });

  it("leaves out what the filter takes away, and counts it", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module", { confidence: "LOW" });
      g.makes("b", "module", { confidence: "LOW", state: "TARGET" });
    });
    const answer = ask(graph, "component:module", { filter: { minConfidence: "HIGH" } });
    expect(answer).toMatchObject({ nodeCount: 1, reason: "FILTERED_OUT" });
    expect(answer.excluded).toMatchObject([{ filter: "minConfidence", count: 2 }]);
  });

  it("keeps the nearest where there are more nodes than asked for, and says so", () => {
    const graph = graphOf((g) => {
      for (const slug of ["a", "b", "c"]) g.makes(slug, "module");
      g.makes("a", "other");
    });
    const answer = ask(graph, "component:module", { depth: 2, maxNodes: 3 });
    expect(answer.nodes.map(({ node }) => node)).toEqual(["component:module", "company:a", "company:b"]);
    expect(answer).toMatchObject({ nodeCount: 5, cut: { limit: "NODES_VISITED", reached: 3 } });
    expect(answer.links).toHaveLength(2);
  });

  it("refuses a depth out of bounds, a source and an unknown id", () => {
    const graph = graphOf((g) => {
      g.makes("a", "module");
      g.evidence("component:module", "paper");
    });
    for (const depth of [0, 4, 1.5]) {
      expect(() => ask(graph, "component:module", { depth })).toThrow(InvalidArgumentError);
    }
    expect(() => ask(graph, "source:paper")).toThrow(InvalidArgumentError);
    expect(() => ask(graph, "company:none")).toThrow(NotFoundError);
  });
});
