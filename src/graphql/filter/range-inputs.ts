import { Field, Float, InputType } from "type-graphql";
import { DateScalar } from "../scalars/date.scalar.ts";

@InputType("NumberRange", { description: "Bounds of a number; a bound that is left out is open." })
export class NumberRangeInput {
  @Field(() => Float, { nullable: true, description: "At least." })
  readonly min?: number | null;

  @Field(() => Float, { nullable: true, description: "At most." })
  readonly max?: number | null;
}

@InputType("DateRange", {
  description: "Bounds of a date, by the first day that it can mean; a bound left out is open.",
})
export class DateRangeInput {
  @Field(() => DateScalar, { nullable: true, description: "On this day or later." })
  readonly from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or earlier." })
  readonly to?: string | null;
}
