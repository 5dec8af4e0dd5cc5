import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("ApplyResult", {
  description: "What a change set did, or in a dry run would do.",
  simpleResolvers: true,
})
export class ApplyResultType {
  @Field(() => String, { description: "The version of the graph afterwards." })
  readonly version!: string;

  @Field(() => Int, { description: "Records added." })
  readonly added!: number;

  @Field(() => Int, { description: "Records changed." })
  readonly changed!: number;

  @Field(() => Int, { description: "Records removed." })
  readonly removed!: number;

  @Field(() => Int, { description: "Records that said nothing new." })
  readonly unchanged!: number;

  @Field(() => Boolean, { description: "True when nothing was written." })
  readonly dryRun!: boolean;
}
