import { ObjectType } from "type-graphql";
import type { FieldSpec } from "../../domain/field.ts";
import { FACT_KINDS, type Kind } from "../../domain/kind-names.ts";
import { isEntityKind, isRelationshipKind, kindSpecs } from "../../domain/kinds.ts";
import { listField, textField } from "../../domain/record.ts";
import { EntityType } from "../entity/entity.type.ts";
import { FactType } from "../fact/fact.type.ts";
import { NodeType } from "../node/node.type.ts";
import { partialDate } from "../partial-date/partial-date.type.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";
import { defineField, defineProperty, type TypeValue } from "./define-field.ts";
import { describeField, outputType, referenceType } from "./field-type.ts";
import { graphqlName } from "./graphql-name.ts";
import { registerNodeClass, type RecordNode, type RecordNodeClass } from "./record-node.ts";

/**
 * Decorator: makes a class the GraphQL type of a kind, with every field that the domain gives the kind. A new field of
 * the domain appears here by itself; what the domain does not say is written by hand in the resolvers.
 */
export function KindType(kind: Kind): (target: RecordNodeClass) => void {
  return (target) => {
    const { description, fields, from, to } = kindSpecs[kind];
    registerNodeClass(kind, target);
    ObjectType(graphqlName(kind), { description, implements: interfacesOf(kind), simpleResolvers: true })(
      target,
    );
    if (isRelationshipKind(kind)) {
      defineEnd(target, "from", from);
      defineEnd(target, "to", to);
    }
    for (const [name, spec] of Object.entries(fields)) defineKindField(target, kind, name, spec);
  };
}

function interfacesOf(kind: Kind): Function[] {
  return [
    NodeType,
    ...(FACT_KINDS.includes(kind) ? [FactType] : []),
    ...(isEntityKind(kind) ? [EntityType] : []),
    ...(isRelationshipKind(kind) ? [RelationshipType] : []),
  ];
}

function defineEnd(target: RecordNodeClass, name: "from" | "to", kinds: readonly Kind[] | undefined): void {
  defineField(target, {
    name,
    type: () => referenceType(kinds),
    description: name === "from" ? "Where the relationship starts." : "Where the relationship ends.",
    nullable: false,
    resolve: ({ record }, _args, { loaders }) => loaders.node.load(record[name] ?? ""),
  });
}

function defineKindField(target: RecordNodeClass, kind: Kind, name: string, spec: FieldSpec): void {
  const type = typeOf(kind, name, spec);
  const field = {
    name,
    type: spec.list === true ? () => [type()] : type,
    description: describeField(spec),
    nullable: spec.required !== true && spec.list !== true,
  };
  if (spec.type === "ref") defineReference(target, field, spec.list === true);
  else defineProperty(target, field, readerOf(name, spec));
}

/** Evidence may stand on any record that is a fact: narrower than the domain can say. */
function typeOf(kind: Kind, name: string, spec: FieldSpec): () => TypeValue {
  return kind === "Evidence" && name === "fact" ? () => FactType : outputType(spec);
}

function defineReference(
  target: RecordNodeClass,
  field: Parameters<typeof defineProperty>[1],
  isList: boolean,
): void {
  const { name } = field;
  defineField(target, {
    ...field,
    resolve: ({ record }, _args, { loaders }) => {
      if (isList) return loaders.node.loadMany(listField(record, name));
      const id = textField(record, name);
      return id === undefined ? null : loaders.node.load(id);
    },
  });
}

function readerOf(name: string, spec: FieldSpec): (node: RecordNode) => unknown {
  if (spec.list === true) return ({ record }) => listField(record, name);
  if (spec.type !== "date") return ({ record }) => record.fields[name];
  return ({ record }) => {
    const date = textField(record, name);
    return date === undefined ? null : partialDate(date);
  };
}
