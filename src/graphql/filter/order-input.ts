import { Field, InputType } from "type-graphql";
import type { Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import type { Order } from "../../store/graph-store.ts";
import type { DeclaredClass } from "../kind/declared-class.ts";
import { enumOf, type EnumObject } from "../kind/enum-of.ts";
import { enumWord, graphqlName } from "../kind/graphql-name.ts";

const directionEnum = enumOf({
  name: "OrderDirection",
  description: "Which end comes first; what is not known comes last both ways.",
  values: { ASC: "Least, earliest or A first.", DESC: "Greatest, latest or Z first." },
});

interface OrderValue {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

const orderByKind = new Map<Kind, DeclaredClass>();

/** True when lists of the kind can be ordered by anything but the id. */
export function hasOrder(kind: Kind): boolean {
  return sortFields(kind).length > 0;
}

/** The input that orders a list of a kind by one of the fields that the domain lets sort by; made once. */
export function orderInputOf(kind: Kind): DeclaredClass {
  const known = orderByKind.get(kind);
  if (known !== undefined) return known;
  const fields = fieldEnumOf(kind);

  @InputType(`${graphqlName(kind)}Order`, { description: "By what a list is ordered; ties by id." })
  class OrderInput {
    @Field(() => fields, { description: "The field." })
    readonly field!: string;

    @Field(() => directionEnum, { defaultValue: "ASC", description: "Which end comes first." })
    readonly direction!: string;
  }
  orderByKind.set(kind, OrderInput);
  return OrderInput;
}

/** The order that a client asked for, as the store takes it. */
export function toOrder(kind: Kind, order: object | null | undefined): Order | undefined {
  if (order === null || order === undefined) return undefined;
  const { field, direction } = order as OrderValue;
  const name = sortFields(kind).find((candidate) => enumWord(candidate) === field);
  return name === undefined ? undefined : { field: name, direction };
}

function fieldEnumOf(kind: Kind): EnumObject {
  const { fields } = kindSpecs[kind];
  return enumOf({
    name: `${graphqlName(kind)}OrderField`,
    description: "A field that lists can be ordered by.",
    values: Object.fromEntries(
      sortFields(kind).map((field) => [enumWord(field), fields[field]?.description ?? field]),
    ),
  });
}

function sortFields(kind: Kind): string[] {
  return Object.entries(kindSpecs[kind].fields).flatMap(([name, spec]) => (spec.sort === true ? [name] : []));
}
