import { Field, ObjectType } from "type-graphql";
import { channel, phase } from "../../domain/channels.ts";
import { whyNot, type Alternative, type NeedView } from "../../risk/witness.ts";
import { CompletenessType } from "../completeness/completeness.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";

const [channelEnum, phaseEnum, whyNotEnum] = [enumOf(channel), enumOf(phase), enumOf(whyNot)];

const modeEnum = enumOf({
  name: "NeedMode",
  description: "How the providers of a need stand to each other.",
  values: {
    ONE_OF: "One of them is enough.",
    PORTFOLIO: "Each carries a part: the need fails only when all fail.",
    EXPOSURE: "They carry money: they cause losses, never failures.",
  },
});

@ObjectType("Need", { description: "One thing that a node needs.", simpleResolvers: true })
export class NeedType {
  @Field(() => NodeType, {
    description: "What needs it: an entity, or the making of a component by a company.",
  })
  readonly dependent!: RecordNode;

  @Field(() => String, { description: "What is needed, in a few words." })
  readonly name!: string;

  @Field(() => channelEnum, { description: "In what way it depends." })
  readonly channel!: string;

  @Field(() => phaseEnum, { description: "When the need is felt." })
  readonly phase!: string;

  @Field(() => modeEnum, { description: "How its providers stand to each other." })
  readonly mode!: string;

  @Field(() => Boolean, { description: "True when its documented providers are known to be all there are." })
  readonly isClosed!: boolean;
}

@ObjectType("Alternative", {
  description: "A provider that might have filled a need, and why it does not.",
  simpleResolvers: true,
})
export class AlternativeType {
  @Field(() => EntityType, { description: "The provider." })
  readonly provider!: RecordNode;

  @Field(() => whyNotEnum, { description: "Why it does not." })
  readonly why!: string;

  @Field(() => [RelationshipType], {
    description: "The relationships that make it a provider; at most a few.",
  })
  readonly relationships!: readonly RecordNode[];
}

@ObjectType("Witness", {
  description:
    "Why something falls: the need that went unfilled, who could have filled it, and why none does.",
  simpleResolvers: true,
})
export class WitnessType {
  @Field(() => NeedType, { description: "The need that went unfilled." })
  readonly need!: NeedView;

  @Field(() => [AlternativeType], {
    description: "Its documented providers, each with the reason; at most a few hundred.",
  })
  readonly alternatives!: readonly Alternative[];

  @Field(() => CompletenessType, {
    nullable: true,
    description: "The statement on whether they are all there are; null where none is in the graph.",
  })
  readonly completeness!: RecordNode | null;

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}
