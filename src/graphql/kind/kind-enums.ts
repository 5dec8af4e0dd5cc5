import { registerEnumType } from "type-graphql";
import { ENTITY_KINDS, KINDS, RELATIONSHIP_KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import type { EnumObject } from "./enum-of.ts";
import { enumWord } from "./graphql-name.ts";

/** Resolvers get the kind itself: `MARKET_ESTIMATE` of the API is `MarketEstimate` of the domain. */
function kindEnumOf(name: string, description: string, kinds: readonly Kind[]): EnumObject {
  const words = Object.fromEntries(kinds.map((kind) => [kindWord(kind), kind]));
  const valuesConfig = Object.fromEntries(
    kinds.map((kind) => [kindWord(kind), { description: kindSpecs[kind].description }]),
  );
  registerEnumType(words, { name, description, valuesConfig });
  return words;
}

function kindWord(kind: Kind): string {
  return /^[A-Z_]+$/.test(kind) ? kind : enumWord(kind).slice(1);
}

export const kindEnum = kindEnumOf(
  "Kind",
  "A kind of record: a thing, a statement about things, or a relationship between two.",
  KINDS,
);

export const entityKindEnum = kindEnumOf("EntityKind", "A kind of thing.", ENTITY_KINDS);

export const relationshipKindEnum = kindEnumOf(
  "RelationshipKind",
  "A kind of relationship between two records.",
  RELATIONSHIP_KINDS,
);
