import { Field, InterfaceType } from "type-graphql";
import { NodeType, resolveNodeType } from "../node/node.type.ts";

@InterfaceType("Entity", {
  description: "A thing of the supply chain, or a source that speaks of it.",
  implements: NodeType,
  resolveType: resolveNodeType,
})
export abstract class EntityType {
  @Field(() => String, { description: "Its name; of a source, its title." })
  readonly name!: string;
}
