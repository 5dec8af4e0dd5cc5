import { Field, Int, ObjectType } from "type-graphql";
import { certainty, channel, phase } from "../../domain/channels.ts";
import { confidence } from "../../domain/vocabularies/envelope.ts";
import { stage } from "../../domain/vocabularies/stages.ts";
import type { Interval } from "../../risk/answer.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";

const [certaintyEnum, channelEnum, phaseEnum] = [enumOf(certainty), enumOf(channel), enumOf(phase)];
const [confidenceEnum, stageEnum] = [enumOf(confidence), enumOf(stage)];

@ObjectType("Hop", {
  description: "One step of a path: everything that says that one thing depends on the next in one way.",
  simpleResolvers: true,
})
export class HopType {
  @Field(() => EntityType, { description: "What depends." })
  readonly from!: RecordNode;

  @Field(() => EntityType, { description: "What it depends on." })
  readonly to!: RecordNode;

  @Field(() => channelEnum, { description: "In what way." })
  readonly channel!: string;

  @Field(() => phaseEnum, { description: "When the need is felt." })
  readonly phase!: string;

  @Field(() => String, { description: "The hop in a plain sentence." })
  readonly sentence!: string;

  @Field(() => [RelationshipType], {
    description: "The relationships behind it, each once; at most a few hundred.",
  })
  readonly relationships!: readonly RecordNode[];

  @Field(() => [ContractType], {
    description:
      "Its contracts: parallel ones are evidence on one hop, not hops of their own; at most a few hundred.",
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

  @Field(() => IntervalType, {
    nullable: true,
    description: "Share of the need that the provider fills; null when not known.",
  })
  readonly share!: Interval | null;

  @Field(() => Boolean, {
    description: "True where dates are too imprecise to tell whether it holds on the day.",
  })
  readonly isMaybe!: boolean;

  @Field(() => Int, { description: "Voices of different origin that support it." })
  readonly independentOrigins!: number;

  @Field(() => [EvidenceType], { description: "What sources say of it, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}
