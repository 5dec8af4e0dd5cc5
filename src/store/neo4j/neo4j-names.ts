import { KINDS, RELATIONSHIP_KINDS, type Kind, type RelationshipKind } from "../../domain/kind-names.ts";
import { isRelationshipKind, kindOfPrefix, kindSpecs } from "../../domain/kinds.ts";
import { idPrefix, type RecordId } from "../../domain/ids.ts";
import type { FieldSpec } from "../../domain/field.ts";

/*
 * How the words of the domain are called in Neo4j. An entity or record is a node with the label of its kind and `Record`; a
 * relationship is a native relationship with the type of its kind. Both have `id`, the fields under their own names, and
 * properties of the store, which start with an underscore and never come back to the caller.
 */

/** The label of every node that is a record. */
export const RECORD = "Record";
/** Where relationships that end at a relationship end: a node that stands for it, since Neo4j has no such thing. */
export const ANCHOR = "RelationshipAnchor";
/** From a record to an identifier that it carries. */
export const IDENTIFIED_BY = "IDENTIFIED_BY";

export type NodeKind = Exclude<Kind, RelationshipKind>;
export const NODE_KINDS = KINDS.filter((kind): kind is NodeKind => !isRelationshipKind(kind));

/** The property that holds the sort key of a field. */
export function keyProperty(field: string): string {
  return `_key_${field}`;
}

/** Whether an id is that of a relationship. */
export function isRelationshipId(id: RecordId): boolean {
  const kind = kindOfPrefix(idPrefix(id));
  return kind !== undefined && isRelationshipKind(kind);
}

/** One field of a kind that refers to other records. */
export interface RefField {
  readonly kind: Kind;
  readonly field: string;
  readonly isList: boolean;
  /** The native relationship from a node to the nodes that it refers to; absent where the property alone says it. */
  readonly type?: string;
  /** The kinds that it may refer to; whether relationships, and whether nodes, are among them. */
  readonly targets: readonly Kind[];
  readonly toRelationships: boolean;
  readonly toNodes: boolean;
  /** The name that `adjacent` knows it by. */
  readonly link?: string;
}

/** Every field that refers to other records. */
export const REF_FIELDS: readonly RefField[] = KINDS.flatMap((kind) =>
  Object.entries(kindSpecs[kind].fields).flatMap(([field, spec]) =>
    spec.type === "ref" ? [refField(kind, field, spec)] : [],
  ),
);

function refField(kind: Kind, field: string, { kinds = KINDS, list, link }: FieldSpec): RefField {
  const type = isRelationshipKind(kind) ? undefined : nativeType(kind, field, link);
  return {
    kind,
    field,
    isList: list === true,
    targets: kinds,
    toRelationships: kinds.some(isRelationshipKind),
    toNodes: kinds.some((target) => !isRelationshipKind(target)),
    ...(type === undefined ? {} : { type }),
    ...(link === undefined ? {} : { link }),
  };
}

function nativeType(kind: Kind, field: string, link: string | undefined): string | undefined {
  return kind === "Evidence" && field === "source" ? "CITES" : link;
}

/** Types of the native relationships that say what a field says, and of those to identifiers: never records themselves. */
export const DERIVED_TYPES: readonly string[] = [
  ...new Set([...REF_FIELDS.flatMap(({ type }) => type ?? []), IDENTIFIED_BY]),
];

/** Relationships that may end at a relationship. */
export const ANCHORED_KINDS: readonly RelationshipKind[] = RELATIONSHIP_KINDS.filter((kind) =>
  (kindSpecs[kind].to ?? KINDS).some(isRelationshipKind),
);
