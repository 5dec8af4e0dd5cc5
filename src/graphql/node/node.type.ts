import { Field, ID, InterfaceType } from "type-graphql";
import { graphqlName } from "../kind/graphql-name.ts";
import type { RecordNode } from "../kind/record-node.ts";

/** The one way from a record to the name of its type, for every interface. */
export function resolveNodeType({ record }: RecordNode): string {
  return graphqlName(record.kind);
}

@InterfaceType("Node", {
  description: "Anything with an id: a thing, a statement about things, or a relationship.",
  resolveType: resolveNodeType,
})
export abstract class NodeType {
  @Field(() => ID, { description: "Its id, `kind:slug`. Minted once, never reused." })
  readonly id!: string;
}
