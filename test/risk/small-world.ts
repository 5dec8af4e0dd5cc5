import * as fc from "fast-check";
import type { GraphBuilder } from "../support/graph-builder.ts";

/** A small supply chain: numbers stand for things, so that the graph and the plain evaluator are made from the same lines. */
export interface SmallWorld {
  readonly requires: readonly Requirement[];
  readonly makers: readonly Maker[];
  readonly plants: readonly Plant[];
  /** Model and class. */
  readonly kinds: readonly (readonly [number, number])[];
  /** Site and component to be built in. */
  readonly deploys: readonly (readonly [number, number])[];
  /** Landlord, tenant and sites. */
  readonly leases: readonly Lease[];
  /** Component and the need whose providers are known to be all there are. */
  readonly complete: readonly (readonly [number, "PRODUCTION" | "DESIGN" | "g"])[];
}
export interface Requirement {
  readonly from: number;
  readonly to: number;
  readonly inGroup: boolean;
  readonly isInstalled: boolean;
}
export interface Maker {
  readonly company: number;
  readonly component: number;
  readonly isDesigner: boolean;
  readonly isJoint: boolean;
  readonly isActive: boolean;
}
export interface Plant {
  readonly facility: number;
  readonly component: number;
  readonly company: number;
  readonly isActive: boolean;
}
export interface Lease {
  readonly landlord: number;
  readonly tenant: number;
  readonly sites: readonly number[];
}

/** Components 0–6 (5 and 6 may be classes of the others), companies 0–3, plants 0–2, sites 0–1. */
const component = fc.nat(6);
const company = fc.nat(3);
const few = <T>(entry: fc.Arbitrary<T>, maxLength: number) => fc.array(entry, { maxLength });
const unlike = (pair: { readonly from: number; readonly to: number }): boolean => pair.from !== pair.to;

const isBetweenTwo = ({ landlord, tenant }: Lease): boolean => landlord !== tenant;

export const smallWorld: fc.Arbitrary<SmallWorld> = fc.record({
  requires: few(
    fc
      .record({ from: component, to: component, inGroup: fc.boolean(), isInstalled: fc.boolean() })
      .filter(unlike),
    9,
  ),
  makers: few(
    fc.record({
      company,
      component,
      isDesigner: fc.boolean(),
      isJoint: fc.boolean(),
      isActive: fc.boolean(),
    }),
    9,
  ),
  plants: few(fc.record({ facility: fc.nat(2), component, company, isActive: fc.boolean() }), 5),
  kinds: few(fc.tuple(fc.nat(4), fc.integer({ min: 5, max: 6 })), 4),
  deploys: few(fc.tuple(fc.nat(1), component), 4),
  leases: few(
    fc.record({ landlord: company, tenant: company, sites: few(fc.nat(1), 2) }).filter(isBetweenTwo),
    3,
  ),
  complete: few(fc.tuple(component, fc.constantFrom("PRODUCTION", "DESIGN", "g")), 5),
});

/** Everything that can be told to fail in such a world. */
export const THINGS: readonly string[] = [
  ...range(7).map((n) => `component:c${n}`),
  ...range(4).map((n) => `company:m${n}`),
  ...range(3).map((n) => `facility:p${n}`),
  ...range(2).map((n) => `facility:s${n}`),
];

/** Writes the world down as a graph. */
export function describeWorld(g: GraphBuilder, world: SmallWorld): void {
  for (const id of THINGS) g.put(id);
  describeInputs(g, world);
  describeMakers(g, world);
  describeSites(g, world);
  for (const [position, [part, need]] of world.complete.entries()) {
    const isGroup = need === "g";
    g.put(`completeness:${position}`, {
      component: `component:c${part}`,
      need: isGroup ? `g${part}` : need,
      needKind: isGroup ? "GROUP" : "ROLE",
      state: "COMPLETE",
    });
  }
}

function describeInputs(g: GraphBuilder, { requires, kinds }: SmallWorld): void {
  for (const { from, to, inGroup, isInstalled } of requires) {
    g.requires(`c${from}`, `c${to}`, {
      ...(inGroup ? { mode: "GROUP", group: `g${from}` } : {}),
      use: isInstalled ? "INSTALLED" : "EMBODIED",
    });
  }
  for (const [model, kind] of kinds) g.isA(`c${model}`, `c${kind}`);
}

function describeMakers(g: GraphBuilder, { makers, plants }: SmallWorld): void {
  for (const maker of makers) {
    g.makes(`m${maker.company}`, `c${maker.component}`, {
      role: maker.isDesigner ? "DESIGNER" : "MANUFACTURER",
      ...(maker.isJoint ? { mode: "JOINT" } : {}),
      state: maker.isActive ? "ACTIVE" : "SAMPLING",
    });
  }
  for (const plant of plants) {
    g.produces(`p${plant.facility}`, `c${plant.component}`, `m${plant.company}`, {
      state: plant.isActive ? "ACTIVE" : "TARGET",
    });
  }
}

function describeSites(g: GraphBuilder, { deploys, leases }: SmallWorld): void {
  for (const [site, part] of deploys) g.deploys(`s${site}`, `c${part}`);
  for (const [position, { landlord, tenant, sites }] of leases.entries()) {
    const covered = [...new Set(sites)].map((site) => `facility:s${site}`);
    g.contract(`l${position}`, "LEASE", { LESSEE: `m${tenant}`, LESSOR: `m${landlord}` }, covered);
  }
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}
