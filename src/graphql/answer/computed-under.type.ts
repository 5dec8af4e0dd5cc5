import { Field, ObjectType } from "type-graphql";
import { certainty, channel, profile } from "../../domain/channels.ts";
import { confidence } from "../../domain/vocabularies/envelope.ts";
import { stage } from "../../domain/vocabularies/stages.ts";
import { enumOf } from "../kind/enum-of.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

const [certaintyEnum, channelEnum, profileEnum] = [enumOf(certainty), enumOf(channel), enumOf(profile)];
const [confidenceEnum, stageEnum] = [enumOf(confidence), enumOf(stage)];

@ObjectType("ComputedUnder", { description: "What an answer was computed under.", simpleResolvers: true })
export class ComputedUnderType {
  @Field(() => String, { description: "The version of the graph." })
  readonly graphVersion!: string;

  @Field(() => DateScalar, { description: "The day on which facts had to hold." })
  readonly asOf!: string;

  @Field(() => confidenceEnum, { description: "Facts of less confidence did not count." })
  readonly minConfidence!: string;

  @Field(() => stageEnum, {
    nullable: true,
    description: "Contracts of a lower stage did not count; null: every stage counted.",
  })
  readonly minStage!: string | null;

  @Field(() => certaintyEnum, { description: "Hops of less certainty did not count." })
  readonly minCertainty!: string;

  @Field(() => profileEnum, {
    nullable: true,
    description: "The set of channels; null when channels were named.",
  })
  readonly profile!: string | null;

  @Field(() => [channelEnum], { description: "The channels that were followed; all others were left out." })
  readonly channels!: readonly string[];
}
