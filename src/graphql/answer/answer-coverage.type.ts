import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType("AnswerCoverage", { description: "Known over needed.", simpleResolvers: true })
export class AnswerCoverageType {
  @Field(() => String, { description: "What is counted, in words." })
  readonly counts!: string;

  @Field(() => Float, { description: "How much is known." })
  readonly known!: number;

  @Field(() => Float, {
    nullable: true,
    description: "How much would be needed; null when that is not known.",
  })
  readonly needed!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Known over needed, from 0 to 1; null when it is not known how much is needed.",
  })
  readonly fraction!: number | null;

  @Field(() => Int, { description: "Facts without any date among those used." })
  readonly undated!: number;
}
