import { ENTITY_KINDS, KINDS, RELATIONSHIP_KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { enumOf } from "./enum-of.ts";

function described(kinds: readonly Kind[]): Record<string, string> {
  return Object.fromEntries(kinds.map((kind) => [kind, kindSpecs[kind].description]));
}

export const kindEnum = enumOf({
  name: "Kind",
  description: "A kind of record: a thing, a statement about things, or a relationship between two.",
  values: described(KINDS),
});

export const entityKindEnum = enumOf({
  name: "EntityKind",
  description: "A kind of thing.",
  values: described(ENTITY_KINDS),
});

export const relationshipKindEnum = enumOf({
  name: "RelationshipKind",
  description: "A kind of relationship between two records.",
  values: described(RELATIONSHIP_KINDS),
});
