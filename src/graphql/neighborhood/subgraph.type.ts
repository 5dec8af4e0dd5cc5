import { Field, Int, ObjectType } from "type-graphql";
import { certainty, channel } from "../../domain/channels.ts";
import { confidence } from "../../domain/vocabularies/envelope.ts";
import { stage } from "../../domain/vocabularies/stages.ts";
import { MAX_LINKS, MAX_NODES, type SubgraphNode } from "../../risk/neighborhood/neighborhood.ts";
import type { SubgraphLink } from "../../risk/neighborhood/subgraph-link.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";

const [certaintyEnum, channelEnum] = [enumOf(certainty), enumOf(channel)];
const [confidenceEnum, stageEnum] = [enumOf(confidence), enumOf(stage)];

@ObjectType("SubgraphNode", { description: "One thing of a drawing.", simpleResolvers: true })
export class SubgraphNodeType {
  @Field(() => EntityType, { description: "The thing." })
  readonly node!: RecordNode;

  @Field(() => Int, { description: "Hops from the centre, whichever way; 0 is the centre." })
  readonly depth!: number;
}

@ObjectType("SubgraphLink", {
  description:
    "One line of a drawing: a dependence in one channel, or a relationship from which none follows.",
  simpleResolvers: true,
})
export class SubgraphLinkType {
  @Field(() => EntityType, {
    description: "What depends, or where the relationship starts; always one of the nodes.",
  })
  readonly from!: RecordNode;

  @Field(() => EntityType, {
    description: "What it depends on, or where the relationship ends; always one of the nodes.",
  })
  readonly to!: RecordNode;

  @Field(() => channelEnum, {
    nullable: true,
    description: "In what way it depends; null where no dependence follows.",
  })
  readonly channel!: string | null;

  @Field(() => String, { description: "The link in a plain sentence." })
  readonly sentence!: string;

  @Field(() => [RelationshipType], {
    description: "The relationships behind it, each once; at most a few hundred.",
  })
  readonly relationships!: readonly RecordNode[];

  @Field(() => [ContractType], {
    description: "The contracts that make it, which cost no hop; at most a few hundred.",
  })
  readonly contracts!: readonly RecordNode[];

  @Field(() => certaintyEnum, { description: "How sure it is." })
  readonly certainty!: string;

  @Field(() => stageEnum, {
    nullable: true,
    description: "Highest stage among its contracts; null when no contract is in it.",
  })
  readonly commitment!: string | null;

  @Field(() => confidenceEnum, { description: "How much the curator trusts its best evidence." })
  readonly confidence!: string;

  @Field(() => Boolean, {
    description: "True where dates are too imprecise to tell whether it holds on the day.",
  })
  readonly isMaybe!: boolean;
}

@ObjectType("Subgraph", {
  description: "What lies around a record, to be drawn: nodes, and every link among them.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class SubgraphType {
  @Field(() => EntityType, { description: "The record in the middle." })
  readonly center!: RecordNode;

  @Field(() => Int, { description: "Hops that were gone." })
  readonly depth!: number;

  @Field(() => [SubgraphNodeType], {
    description: `Nearest first, then by id, the centre as the first; at most maxNodes, ${MAX_NODES} at the very most.`,
  })
  readonly nodes!: readonly SubgraphNode[];

  @Field(() => [SubgraphLinkType], {
    description: `The links among these nodes, by from, to and channel; at most ${MAX_LINKS}.`,
  })
  readonly links!: readonly SubgraphLink[];

  @Field(() => Int, { description: "How many nodes lie within the depth, listed or not." })
  readonly nodeCount!: number;

  @Field(() => Int, { description: "How many links there are among the nodes that are listed." })
  readonly linkCount!: number;
}
