import { Float, Int } from "type-graphql";
import { unreachable } from "../../domain/errors.ts";
import type { FieldSpec, FieldType } from "../../domain/field.ts";
import { ENTITY_KINDS, type Kind } from "../../domain/kind-names.ts";
import { EntityType } from "../entity/entity.type.ts";
import { NodeType } from "../node/node.type.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";
import type { TypeValue } from "./define-field.ts";
import { enumOf } from "./enum-of.ts";
import { nodeClassOf } from "./record-node.ts";

const VALUE_TYPES: Readonly<Record<Exclude<FieldType, "ref" | "word">, TypeValue>> = {
  string: String,
  text: String,
  url: String,
  currency: String,
  int: Int,
  float: Float,
  fraction: Float,
  boolean: Boolean,
  date: PartialDateType,
};

/**
 * The GraphQL type of one value of a field. Enums are made at once, since type-graphql wants them before it builds the schema;
 * references are looked up only then, since they go round in circles.
 */
export function outputType(spec: FieldSpec): () => TypeValue {
  if (spec.type === "ref") return () => referenceType(spec.kinds);
  const type = spec.type === "word" ? wordType(spec) : VALUE_TYPES[spec.type];
  return () => type;
}

function wordType({ vocabulary }: FieldSpec): TypeValue {
  return vocabulary === undefined ? unreachable("a word without vocabulary") : enumOf(vocabulary);
}

/** The narrowest type that holds records of all the kinds; any record when there are none. */
export function referenceType(kinds: readonly Kind[] | undefined): TypeValue {
  const [only] = kinds ?? [];
  if (kinds === undefined || only === undefined) return NodeType;
  if (kinds.length === 1) return nodeClassOf(only);
  const entityKinds: readonly Kind[] = ENTITY_KINDS;
  return kinds.every((kind) => entityKinds.includes(kind)) ? EntityType : NodeType;
}

/** The description of a field with its unit. */
export function describeField({ description, unit }: FieldSpec): string {
  if (unit === undefined) return description;
  return unit === "fraction" ? `${description} A fraction from 0 to 1.` : `${description} In ${unit}.`;
}
