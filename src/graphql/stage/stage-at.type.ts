import { Field, ObjectType } from "type-graphql";
import { outcome, stage, type Stage } from "../../domain/vocabularies/stages.ts";
import { enumOf } from "../kind/enum-of.ts";
import { MilestoneType } from "../milestone/milestone.type.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

const stageEnum = enumOf(stage);
const outcomeEnum = enumOf(outcome);

@ObjectType("StageAt", { description: "How far a thing was committed on a day.", simpleResolvers: true })
export class StageAtType {
  @Field(() => DateScalar, { description: "The day." })
  readonly asOf!: string;

  @Field(() => stageEnum, { description: "The highest stage reached." })
  readonly stage!: Stage;

  @Field(() => Boolean, { description: "False when no milestone says so and the least stage is assumed." })
  readonly isKnown!: boolean;

  @Field(() => MilestoneType, { nullable: true, description: "The first milestone that reached the stage." })
  readonly milestone!: MilestoneType | null;

  @Field(() => outcomeEnum, {
    nullable: true,
    description: "How it had ended by that day; null: it had not, as far as is known.",
  })
  readonly outcome!: string | null;

  @Field(() => PartialDateType, {
    nullable: true,
    description: "When it ended; null when it had not, or the date is not known.",
  })
  readonly outcomeDate!: PartialDateType | null;
}
