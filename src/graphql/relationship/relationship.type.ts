import { Field, InterfaceType } from "type-graphql";
import { FactType } from "../fact/fact.type.ts";
import { NodeType, resolveNodeType } from "../node/node.type.ts";

@InterfaceType("Relationship", {
  description: "A fact that joins two records; each kind of relationship is a type of its own.",
  implements: [NodeType, FactType],
  resolveType: resolveNodeType,
})
export abstract class RelationshipType {
  @Field(() => NodeType, { description: "Where it starts." })
  readonly from!: object;

  @Field(() => NodeType, { description: "Where it ends." })
  readonly to!: object;
}
