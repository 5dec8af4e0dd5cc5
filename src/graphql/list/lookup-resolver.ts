import { ID, Resolver } from "type-graphql";
import type { Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { declaredClass } from "../kind/declared-class.ts";
import { nodeClassOf, toNode } from "../kind/record-node.ts";
import { defineQuery } from "./define-query.ts";

/** The resolver of the look-up of a kind: `company(id)`, null when absent or of another kind. */
export function lookupResolverOf(kind: Kind, queryName: string): Function {
  const LookupResolver = declaredClass();
  Resolver()(LookupResolver);
  defineQuery(LookupResolver, {
    name: queryName,
    type: () => nodeClassOf(kind),
    description: `${kindSpecs[kind].description} Null when there is none of this id, or it is of another kind.`,
    nullable: true,
    arguments: [
      {
        name: "id",
        type: () => ID,
        isRequired: true,
        description: "Its id; one that was given up works too.",
      },
    ],
    resolve: async ({ id }, { loaders }) => {
      const record = await loaders.lookup.load(String(id));
      return record?.kind === kind ? toNode(record) : null;
    },
  });
  return LookupResolver;
}
