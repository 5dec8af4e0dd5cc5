import { Field, ObjectType } from "type-graphql";
import { datePrecision, dayRange, type PartialDate } from "../../domain/date.ts";
import { enumOf } from "../kind/enum-of.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

const precisionEnum = enumOf({
  name: "DatePrecision",
  description: "How precise a date is.",
  values: {
    DAY: "One day.",
    MONTH: "Some day of a month.",
    QUARTER: "Some day of a quarter.",
    YEAR: "Some day of a year.",
    RANGE: "Some day between two.",
  },
});

@ObjectType("PartialDate", {
  description: "A date as precise as its source: it stands for every day from its first to its last.",
  simpleResolvers: true,
})
export class PartialDateType {
  @Field(() => String, { description: "As written: 2026, 2026-05, 2026-05-12, or first/last." })
  readonly text!: string;

  @Field(() => DateScalar, { description: "The first day that it can mean." })
  readonly firstDay!: string;

  @Field(() => DateScalar, { description: "The last day that it can mean, included." })
  readonly lastDay!: string;

  @Field(() => precisionEnum, { description: "How precise it is." })
  readonly precision!: string;
}

export function partialDate(date: PartialDate): PartialDateType {
  const { first, last } = dayRange(date);
  return { text: date, firstDay: first, lastDay: last, precision: datePrecision(date) };
}

/** The same, null for an unknown date. */
export function partialDateOrNull(date: PartialDate | undefined): PartialDateType | null {
  return date === undefined ? null : partialDate(date);
}
