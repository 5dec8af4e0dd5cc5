import { Field, Float, ObjectType } from "type-graphql";

@ObjectType("Interval", {
  description: "A number that is known (low = high), bounded, or open on a side.",
  simpleResolvers: true,
})
export class IntervalType {
  @Field(() => Float, { nullable: true, description: "The least that it can be; null: open." })
  readonly low!: number | null;

  @Field(() => Float, { nullable: true, description: "The most that it can be; null: open." })
  readonly high!: number | null;

  @Field(() => String, { description: "The unit or currency." })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: "What the number counts; null when it has no basis." })
  readonly basis!: string | null;
}
