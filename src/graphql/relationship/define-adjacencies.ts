import { RELATIONSHIP_KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs, REFERENCE_LINKS } from "../../domain/kinds.ts";
import { EntityType } from "../entity/entity.type.ts";
import { nodeClassOf } from "../kind/record-node.ts";
import { ADJACENCY_NAMES } from "./adjacency-names.ts";
import { defineAdjacency, defineBoundedAdjacency, type AdjacencyField } from "./define-adjacency.ts";
import { REFERENCE_NAMES } from "./reference-names.ts";

/**
 * Gives every type the fields that follow its relationships, both ways, and the links that lead to it. Done once.
 * Where an end may be any record, the field stands on every entity: there somebody would look for it.
 */
export function defineAdjacencies(): void {
  for (const kind of RELATIONSHIP_KINDS) {
    const { from, to } = kindSpecs[kind];
    const names = ADJACENCY_NAMES[kind];
    define(from ?? "ENTITY", { ...names.out, direction: "OUT", type: kind, kind }, false);
    define(to ?? "ENTITY", { ...names.in, direction: "IN", type: kind, kind }, kind === "PARTY_TO");
  }
  for (const { name: link, kind } of REFERENCE_LINKS) {
    const names = REFERENCE_NAMES[link];
    if (names === undefined) continue;
    const { on, name, description, isBounded = false } = names;
    define(on, { name, description, direction: "IN", type: link, kind }, isBounded);
  }
}

function define(on: "ENTITY" | readonly Kind[], field: AdjacencyField, isBounded: boolean): void {
  const targets = on === "ENTITY" ? [EntityType] : on.map(nodeClassOf);
  for (const target of targets) {
    if (isBounded) defineBoundedAdjacency(target, field);
    else defineAdjacency(target, field);
  }
}
