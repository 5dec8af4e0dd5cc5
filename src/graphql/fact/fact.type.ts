import { Field, InterfaceType } from "type-graphql";
import { confidence } from "../../domain/vocabularies/envelope.ts";
import { enumOf } from "../kind/enum-of.ts";
import { NodeType, resolveNodeType } from "../node/node.type.ts";

const confidenceEnum = enumOf(confidence);

@InterfaceType("Fact", {
  description: "What sources state: every fact carries its evidence.",
  implements: NodeType,
  resolveType: resolveNodeType,
})
export abstract class FactType {
  @Field(() => confidenceEnum, {
    nullable: true,
    description: "How much the curator trusts it; null on milestones, which have that of their subject.",
  })
  readonly confidence?: string;
}
